import type { CompiledLedger } from './lexicon/compile.ts';
import type { RawRecord } from './read-utterance.ts';
import type { Proposal } from './types.ts';

/** Which ledger an utterance belongs to, when nobody said so. */

/** How many ledgers are read in full; the others are left out by their words alone. */
export const mostRead = 12;

/** A quick look: how much of the text is in a ledger's own words, its title and labels. */
export const wordsOf = ({ ledger, matchers }: CompiledLedger): readonly string[] => [
  ...new Set([
    ...matchers.filter((m) => m.own && m.literal.length > 1).map((m) => m.literal),
    ...ledger.fields.map((field) => field.label),
    ...(ledger.title.match(/[\u4e00-\u9fff]{2}/g) ?? []),
  ]),
];

export const overlap = (text: string, words: readonly string[]): number => {
  let sum = 0;
  for (const word of words) if (text.includes(word)) sum += word.length;
  return sum;
};

const weights: Readonly<Record<string, number>> = {
  'the ledger’s word': 3,
  'another word': 1.6,
  'by sound': 1,
  'an answer': 1,
  'beside its cue': 2.4,
  'by its unit': 1.2,
  'by its range': 0.4,
  'by its tense': 0.3,
  'after its cue': 1.4,
  'before its cue': 1,
  'a telephone number': 1,
  none: 1,
  'an address': 0.6,
};

/** How much of what was said a reading explains. */
export const worthOf = (records: readonly RawRecord[]): number => {
  let sum = 0;
  for (const { items } of records)
    for (const { how, start, end, field } of items.values()) {
      const person = field.type === 'resident' ? 0.6 : 0;
      sum += (person || (weights[how] ?? 0.5)) * Math.min(1.5, 0.6 + (end - start) * 0.15);
    }
  return sum;
};

/** Scores as confidences: their share, softened by what no ledger explains. */
export const shares = (scored: readonly { ledger: string; score: number }[]): Proposal[] => {
  const sure = scored.filter(({ score }) => score > 0.9);
  const powers = sure.map(({ score }) => Math.exp(score * 0.9));
  const total = powers.reduce((sum, power) => sum + power, Math.E);
  return sure
    .map(({ ledger }, i) => ({ ledger, confidence: Math.round(((powers[i] ?? 0) / total) * 1000) / 1000 }))
    .filter(({ confidence }) => confidence >= 0.01)
    .sort((a, b) => b.confidence - a.confidence);
};
