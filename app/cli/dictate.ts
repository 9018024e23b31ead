import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  type Compound,
  createDictation,
  DictationRefusal,
  type Ledger,
  type Resident,
} from '#engines/dictation';
import { CommandRefusal, type Run, UsageRefusal } from './command.ts';

const usage = 'qz dictate --ledgers L.json --residents R.json < UTTERANCES.jsonl';

const parse = (words: readonly string[]) => {
  try {
    const options = { ledgers: { type: 'string' }, residents: { type: 'string' } } as const;
    const { ledgers, residents } = parseArgs({ args: [...words], options }).values;
    if (!ledgers || !residents) throw new UsageRefusal(usage);
    return { ledgers, residents };
  } catch (error) {
    throw error instanceof UsageRefusal ? error : new UsageRefusal(`${(error as Error).message}\n${usage}`);
  }
};

const load = async <T>(file: string): Promise<T> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    throw new CommandRefusal(`${file}: ${(error as Error).message}`);
  }
};

interface Line {
  readonly id: string;
  readonly ledger?: string;
  readonly ref: string;
  readonly utterance: string;
}

/** A refusal of the engine becomes one line that says where it stands. */
const refusedAt = <T>(where: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw error instanceof DictationRefusal ? new CommandRefusal(`${where}: ${error.message}`) : error;
  }
};

const parseLine = (line: string, number: number): Line => {
  try {
    return JSON.parse(line) as Line;
  } catch (error) {
    throw new CommandRefusal(`line ${number}: ${(error as Error).message}`);
  }
};

/** Utterances as JSON Lines on standard input become predictions on standard output, a line each. */
export const run: Run = async (words) => {
  const files = parse(words);
  const ledgers = await load<Ledger[]>(files.ledgers);
  const register = await load<{ residents: Resident[]; compounds: Compound[] }>(files.residents);
  const dictation = refusedAt(`${files.ledgers}, ${files.residents}`, () =>
    createDictation({ ledgers, ...register }),
  );
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const given = parseLine(line, number);
    const from = performance.now();
    const { ledger, records, questions, proposals } = refusedAt(`line ${number}`, () =>
      dictation.read(given),
    );
    const ms = Math.round((performance.now() - from) * 1000) / 1000;
    const confidence = records.map(({ evidence }) =>
      Object.fromEntries(Object.entries(evidence).map(([key, one]) => [key, one.confidence])),
    );
    const answer = {
      id: given.id,
      ms,
      ledger,
      records: records.map((record) => record.values),
      questions,
      confidence,
      proposals,
    };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  return 0;
};
