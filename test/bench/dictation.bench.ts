import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { inventRegister } from '../../engines/dictation/corpus/big-register.ts';
import { ledgers, register } from '../../engines/dictation/corpus/fixtures.ts';
import type { Gold } from '../../engines/dictation/corpus/gold.ts';
import { predict } from '../../engines/dictation/corpus/predict.ts';
import { type Counts, calibration, rates, score } from '../../engines/dictation/corpus/score.ts';
import { sets } from '../../engines/dictation/corpus/sets.ts';
import { createDictation } from '../../engines/dictation/index.ts';
import { print } from './print.ts';

const round = (value: number, digits = 4): number => Number(value.toFixed(digits));

const say = (metric: string, value: number, unit: string, n: number, more = {}): void =>
  print({ bench: 'dictation', metric, value: round(value), unit, n, ...more });

const breakdown = (set: string, by: string, counts: ReadonlyMap<string, Counts>): void => {
  for (const [name, count] of counts)
    say('f1', rates(count).f1, '', count.tp + count.fn, { set, [by]: name });
};

/** The share of utterances whose ledger the engine names first when it is not told which. */
const proposed = (golds: readonly Gold[]): number => {
  const dictation = createDictation({ ledgers, ...register });
  const told = golds.filter((gold) => gold.gold.records.length > 0);
  const right = told.filter(
    ({ utterance, ref, ledger }) => dictation.read({ utterance, ref }).proposals[0]?.ledger === ledger,
  );
  return right.length / (told.length || 1);
};

/** How right the engine was in one set; and how far its confidence can be trusted. */
const quality = (set: string, golds: readonly Gold[]): void => {
  const dictation = createDictation({ ledgers, ...register });
  const result = score(golds, predict(dictation, golds), ledgers);
  const { precision, f1 } = rates(result.total);
  const fields = result.total.tp + result.total.fn;
  say('f1', f1, '', fields, { set });
  say('precision', precision, '', fields, { set });
  say('exact', result.exactRecords / (result.records || 1), '', result.records, { set });
  say('misfiled', result.misfiled, 'people', result.records, { set });
  for (const [kind, { right, of }] of Object.entries(result.residents))
    if (of > 0) say('resident', right / of, '', of, { set, kind });
  say('ledger_proposed', proposed(golds), '', golds.length, { set });
  breakdown(set, 'type', result.byType);
  breakdown(set, 'ledger', result.byLedger);
  breakdown(set, 'tag', result.byTag);
  for (const { from, n, told, right } of calibration(result.assertions))
    say('calibration', right, 'share right', n, { set, confidence: from, told: round(told) });
};

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** What is really kept: the heap after a collection. */
const heap = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1_000_000;
};

/** What a register of some size costs: to index, to keep, to read against. The wrong people it makes are counted. */
const load = (name: string, size: number): void => {
  const golds = Object.values(sets).flatMap((set) => set());
  const data = { ledgers, ...inventRegister(size) };
  const before = heap();
  const began = performance.now();
  const dictation = createDictation(data);
  say(`index_${name}`, (performance.now() - began) / 1000, 's', size, { set: 'all' });
  say(`memory_${name}`, heap() - before, 'MB', size, { set: 'all' });
  predict(dictation, golds.slice(0, 200));
  const times = predict(dictation, golds).map((one) => one.ms ?? 0);
  say(`p50_${name}`, quantile(times, 0.5), 'ms', times.length, { set: 'all' });
  say(`p95_${name}`, quantile(times, 0.95), 'ms', times.length, { set: 'all' });
};

const hostile = [
  '一',
  '3号',
  '和安',
  '周玉萍',
  '不是',
  ' ',
  '是张建国不是章建国',
  '小顾 9:12\n',
  '一百三十五八十五',
];

/** The longest that ten thousand characters of one kind take, in time of the processor. */
const worst = (): void => {
  const dictation = createDictation({ ledgers, ...register });
  const seconds = hostile.flatMap((piece) =>
    ['bp', 'hazard', 'mediation'].map((ledger) => {
      const utterance = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
      const before = process.cpuUsage();
      dictation.read({ utterance, ref: '2026-03-18T10:30:00+08:00', ledger });
      return process.cpuUsage(before).user / 1_000_000;
    }),
  );
  say('worst_10k', Math.max(...seconds), 's', seconds.length, { set: 'repeated' });
};

/** Quality by set, then speed against registers of one committee's and one district's size. */
export const bench = async (): Promise<void> => {
  for (const [name, golds] of Object.entries(sets)) quality(name, golds());
  load('4500', 4500);
  load('150k', 150_000);
  worst();
};
