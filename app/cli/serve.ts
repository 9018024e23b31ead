import { endWithParent } from '#platform/processes/end-with-parent.ts';
import { serve } from '../boot/serve.ts';
import { type Run, say, UsageRefusal } from './command.ts';

const options: Readonly<Record<string, string>> = { '--port': 'PORT', '--data': 'QZ_DATA', '--host': 'HOST' };

/** Flags are another way to say a setting. */
const environmentOf = (words: readonly string[]): Record<string, string | undefined> => {
  const environment = { ...process.env };
  for (let index = 0; index < words.length; index += 2) {
    const name = options[words[index] ?? ''];
    const value = words[index + 1];
    if (!name || value === undefined)
      throw new UsageRefusal('qz serve [--port 8080] [--data DIR] [--host 127.0.0.1]');
    environment[name] = value;
  }
  return environment;
};

/** Resolves at the first Ctrl-C or TERM; a second one does not wait for anything. */
const untilToldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    let told = false;
    const stop = () => {
      if (told) process.exit(130);
      told = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('SIGHUP', stop);
    endWithParent(resolve);
  });

export const run: Run = async (words) => {
  const stopped = untilToldToStop();
  const served = await serve(environmentOf(words), say);
  process.stdout.write(`ready ${served.url}\n`);
  await stopped;
  say('正在停止… · stopping…');
  await served.stop();
  return 0;
};
