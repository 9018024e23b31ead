import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  type Compound,
  createDictation,
  DictationRefusal,
  type Ledger,
  type Resident,
} from '#engines/dictation';
import { CommandRefusal, printJson, type Run, UsageRefusal } from './command.ts';
import { parseJson, readJson } from './read-json.ts';

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

/** Utterances as JSON Lines on standard input become predictions on standard output, a line each. */
export const run: Run = async (words) => {
  const files = parse(words);
  const ledgers = (await readJson(files.ledgers)) as Ledger[];
  const register = (await readJson(files.residents)) as { residents: Resident[]; compounds: Compound[] };
  const dictation = refusedAt(`${files.ledgers}, ${files.residents}`, () =>
    createDictation({ ledgers, ...register }),
  );
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const given = parseJson(`line ${number}`, line) as Line;
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
    printJson(answer);
  }
  return 0;
};
