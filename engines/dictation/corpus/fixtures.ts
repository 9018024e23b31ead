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
export const development = text('dev.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Gold);
