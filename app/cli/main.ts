import './memory.ts';
import { ConfigRefusal } from '#platform/config/config.ts';
import { MigrationRefusal } from '#platform/database/migrate.ts';
import { StartRefusal } from '#platform/processes/start-refusal.ts';
import { CommandRefusal, UsageRefusal } from './command.ts';
import { commands } from './commands.ts';

/** Exit codes of every command: 0 done, 1 refused or failed, 2 wrong usage. */
const exitOf = (error: unknown): number => (error instanceof UsageRefusal ? 2 : 1);

/** Refusals speak for themselves; anything else shows where it came from. */
const wordsOf = (error: unknown): string => {
  const foreseen = [ConfigRefusal, StartRefusal, MigrationRefusal, CommandRefusal, UsageRefusal];
  if (foreseen.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const usage = (): string =>
  ['qz <command>', '', ...commands.map(({ usage: line, about }) => `  ${line.padEnd(54)} ${about}`), ''].join(
    '\n',
  );

const find = (words: readonly string[]) =>
  commands.find(({ name }) => name.split(' ').every((part, index) => words[index] === part));

const main = async (words: readonly string[]): Promise<number> => {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
    process.stderr.write(usage());
    return words.length === 0 ? 2 : 0;
  }
  const command = find(words);
  if (!command)
    throw new UsageRefusal(`没有这个命令：${words[0]} · No such command: ${words[0]}\n\n${usage()}`);
  const { run } = await command.load();
  return run(words.slice(command.name.split(' ').length));
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = exitOf(error);
}
