import { readFileSync } from 'node:fs';
import type { Compound, Ledger, Resident } from '../types.ts';
import type { Gold } from './gold.ts';

const text = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

/** A person of the fixture register; `pinyin` is the name's reading without tones. All are invented. */
export type FixtureResident = Resident & { readonly pinyin: string };

interface Register {
  readonly compounds: readonly Compound[];
  readonly residents: readonly FixtureResident[];
}

export const ledgers = JSON.parse(text('ledgers.json')) as readonly Ledger[];
export const register = JSON.parse(text('residents.json')) as Register;

const utterances = (name: string): readonly Gold[] =>
  text(name)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Gold);

export const development = utterances('dev.jsonl');

/** Sets by other authors, who had read the formats alone, in the order in which the engine first met them. */
export const byAuthor = [1, 2, 3, 4, 5, 6, 7].map((author) => utterances(`authors/${author}.jsonl`));
