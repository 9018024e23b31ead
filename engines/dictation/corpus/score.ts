import type { AddressValue, FieldType, Ledger, ResidentValue, Value } from '../types.ts';
import type { Gold } from './gold.ts';

type Values = Readonly<Record<string, Value>>;

/** What an engine answered to one utterance; `confidence` by record and field, for calibration. */
export interface Prediction {
  readonly id: string;
  readonly ms?: number;
  readonly records: readonly Values[];
  readonly confidence?: readonly Readonly<Record<string, number>>[];
}

/** True and false positives, and what was missed, over fields. */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

export interface Score {
  readonly utterances: number;
  readonly records: number;
  readonly total: Counts;
  readonly exactRecords: number;
  readonly exactUtterances: number;
  /** A wrong person asserted: the error that matters most. */
  readonly misfiled: number;
  readonly residents: Readonly<Record<'id' | 'ambiguous' | 'unknown', { right: number; of: number }>>;
  readonly byType: ReadonlyMap<string, Counts>;
  readonly byLedger: ReadonlyMap<string, Counts>;
  readonly byTag: ReadonlyMap<string, Counts>;
  /** Each asserted value: how sure the engine was, and whether it was right. */
  readonly assertions: readonly { readonly confidence: number; readonly right: boolean }[];
  readonly errors: readonly { readonly gold: Gold; readonly lines: readonly string[] }[];
}

const plain = (text: unknown): string[] => [...String(text).replace(/[\s\p{P}]/gu, '')];

const characterF1 = (a: unknown, b: unknown): number => {
  const [left, right] = [plain(a), plain(b)];
  if (left.length + right.length === 0) return 1;
  const count = new Map<string, number>();
  for (const char of left) count.set(char, (count.get(char) ?? 0) + 1);
  let common = 0;
  for (const char of right) {
    const more = count.get(char) ?? 0;
    if (more > 0) common += 1;
    count.set(char, more - 1);
  }
  return (2 * common) / (left.length + right.length);
};

const sameAddress = (a: AddressValue, b: AddressValue): boolean =>
  (['compound', 'building', 'floor', 'room'] as const).every(
    (part) => String(a[part] ?? '') === String(b[part] ?? ''),
  );

const sameResident = (gold: ResidentValue, told: ResidentValue): boolean => {
  if ('id' in gold) return 'id' in told && told.id === gold.id;
  if ('ambiguous' in gold)
    return 'ambiguous' in told && [...gold.ambiguous].sort().join() === [...told.ambiguous].sort().join();
  return 'unknown' in told && characterF1(gold.unknown, told.unknown) >= 0.5;
};

/** Whether a predicted value counts as the gold one; the rules of the data's format. */
export const sameValue = (type: FieldType | undefined, gold: Value, told: Value | undefined): boolean => {
  if (told === undefined || told === null) return false;
  if (type === 'number') return typeof told === 'number' && Math.abs(Number(gold) - told) < 1e-6;
  if (type === 'text') return characterF1(gold, told) >= 0.8;
  if (type === 'address') return sameAddress(gold as AddressValue, told as AddressValue);
  if (type === 'resident') return sameResident(gold as ResidentValue, told as ResidentValue);
  return gold === told;
};

type Types = ReadonlyMap<string, FieldType>;

/** Which predicted record stands for which gold one, so that the most fields agree; -1 for none. At most seven. */
const align = (gold: readonly Values[], told: readonly Values[], types: Types): number[] => {
  const agree = gold.map((a) =>
    told.map(
      (b) => Object.entries(a).filter(([key, value]) => sameValue(types.get(key), value, b[key])).length,
    ),
  );
  let best = -1;
  let chosen: number[] = [];
  const go = (at: number, sum: number, picks: readonly number[]): void => {
    if (at === gold.length) {
      if (sum > best) [best, chosen] = [sum, [...picks]];
      return;
    }
    for (let one = 0; one < told.length; one += 1)
      if (!picks.includes(one)) go(at + 1, sum + (agree[at]?.[one] ?? 0), [...picks, one]);
    go(at + 1, sum, [...picks, -1]);
  };
  go(0, 0, []);
  return chosen;
};

const bump = (counts: Map<string, Counts>, key: string, kind: keyof Counts): void => {
  const one = counts.get(key) ?? { tp: 0, fp: 0, fn: 0 };
  one[kind] += 1;
  counts.set(key, one);
};

const isWrongPerson = (told: Value | undefined, gold: Value | undefined): boolean =>
  typeof told === 'object' &&
  'id' in told &&
  !(typeof gold === 'object' && 'id' in gold && gold.id === told.id);

const shown = (value: Value | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Scores predictions against gold as the data's own scorer does, and keeps what a report needs beside. */
export const score = (
  golds: readonly Gold[],
  predictions: readonly Prediction[],
  ledgers: readonly Ledger[],
): Score => {
  const told = new Map(predictions.map((one) => [one.id, one]));
  const total: Counts = { tp: 0, fp: 0, fn: 0 };
  const [byType, byLedger, byTag] = [
    new Map<string, Counts>(),
    new Map<string, Counts>(),
    new Map<string, Counts>(),
  ];
  const residents = { id: { right: 0, of: 0 }, ambiguous: { right: 0, of: 0 }, unknown: { right: 0, of: 0 } };
  const assertions: { confidence: number; right: boolean }[] = [];
  const errors: { gold: Gold; lines: string[] }[] = [];
  let [records, exactRecords, exactUtterances, misfiled] = [0, 0, 0, 0];
  for (const gold of golds) {
    const types: Types = new Map(
      ledgers.find((one) => one.id === gold.ledger)?.fields.map((field) => [field.key, field.type]) ?? [],
    );
    const prediction = told.get(gold.id);
    const answers = (prediction?.records ?? []).slice(0, 7);
    const picks = align(gold.gold.records, answers, types);
    const lines: string[] = [];
    const count = (key: string, kind: keyof Counts): void => {
      total[kind] += 1;
      bump(byType, types.get(key) ?? '?', kind);
      bump(byLedger, gold.ledger, kind);
      for (const tag of gold.tags) bump(byTag, tag, kind);
    };
    const assertion = (record: number, key: string, right: boolean): void => {
      const confidence = prediction?.confidence?.[record]?.[key];
      if (confidence !== undefined) assertions.push({ confidence, right });
    };
    const judge = (wanted: Values, given: Values, record: number): boolean => {
      let exact = true;
      for (const key of new Set([...Object.keys(wanted), ...Object.keys(given)])) {
        const want = wanted[key];
        const right = want !== undefined && sameValue(types.get(key), want, given[key]);
        if (key in given) assertion(record, key, right);
        if (types.get(key) === 'resident') {
          if (isWrongPerson(given[key], want)) misfiled += 1;
          if (typeof want === 'object') {
            const kind = 'id' in want ? 'id' : 'ambiguous' in want ? 'ambiguous' : 'unknown';
            residents[kind].of += 1;
            if (right) residents[kind].right += 1;
          }
        }
        if (right) {
          count(key, 'tp');
          continue;
        }
        exact = false;
        if (key in wanted) count(key, 'fn');
        if (key in given) count(key, 'fp');
        lines.push(`${key}: gold ${shown(want)} told ${shown(given[key])}`);
      }
      return exact;
    };
    let all = gold.gold.records.length === answers.length;
    gold.gold.records.forEach((wanted, at) => {
      const pick = picks[at] ?? -1;
      records += 1;
      if (judge(wanted, answers[pick] ?? {}, pick)) exactRecords += 1;
      else all = false;
    });
    answers.forEach((extra, at) => {
      if (!picks.includes(at)) judge({}, extra, at);
    });
    if (all) exactUtterances += 1;
    else errors.push({ gold, lines });
  }
  return {
    utterances: golds.length,
    records,
    total,
    exactRecords,
    exactUtterances,
    misfiled,
    residents,
    byType,
    byLedger,
    byTag,
    assertions,
    errors,
  };
};

/** Precision, recall and F1 of counts; 1 for nothing asked and nothing told. */
export const rates = ({ tp, fp, fn }: Counts): { precision: number; recall: number; f1: number } => {
  const of = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return { precision: of(tp, tp + fp), recall: of(tp, tp + fn), f1: of(2 * tp, 2 * tp + fp + fn) };
};

/** Where the buckets of confidence begin; finer towards certainty, where nearly everything lies. */
const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98] as const;

/** For each bucket of confidence how many values were told that surely, and what share of them was right. */
export const calibration = (
  assertions: Score['assertions'],
): { from: number; n: number; told: number; right: number }[] =>
  edges.flatMap((from, at) => {
    const to = edges[at + 1] ?? 2;
    const inside = assertions.filter(({ confidence }) => confidence >= from && confidence < to);
    if (inside.length === 0) return [];
    const told = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    return [
      { from, n: inside.length, told, right: inside.filter(({ right }) => right).length / inside.length },
    ];
  });
