import { readFileSync } from 'node:fs';
import { type Cost, type Problem, parseProblem } from '../problem.ts';

export const storedNames = ['tiny1', 'tiny2', 'tiny3', 'week1', 'week2', 'week3', 'month1'] as const;
export type StoredName = (typeof storedNames)[number];

export const stored = (name: StoredName): Problem =>
  parseProblem(JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')));

/** What is proven of the stored problems, by programmes that are not this one. */
export const optima: Partial<Record<StoredName, Partial<Cost>>> = {
  week1: { unscheduled: 0, callUps: 325 },
  week2: { unscheduled: 0, callUps: 247 },
  week3: { unscheduled: 0, callUps: 257 },
  month1: { unscheduled: 0, callUps: 1118 },
};

/** Call-ups when every request has a sitting of its own. */
export const separate: Partial<Record<StoredName, number>> = {
  week1: 462,
  week2: 335,
  week3: 488,
  month1: 2015,
};
