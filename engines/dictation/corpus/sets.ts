import { families } from './families/index.ts';
import { development } from './fixtures.ts';
import type { Gold } from './gold.ts';
import { heldBack } from './held-back/index.ts';
import { utter } from './skeleton.ts';

/** The sets figures are given for: the development utterances, families to work with, and families kept unseen. */
export const sets: Readonly<Record<string, () => readonly Gold[]>> = {
  dev: () => development,
  families: () => families.flatMap((family) => utter(family, 2, 11)),
  'held-back': () => heldBack.flatMap((family) => utter(family, 2, 23)),
};
