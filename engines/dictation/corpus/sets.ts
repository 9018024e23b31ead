import { families } from './families/index.ts';
import { byAuthor, development } from './fixtures.ts';
import type { Gold } from './gold.ts';
import { heldBack } from './held-back/index.ts';
import { utter } from './skeleton.ts';

/** The sets figures are given for: the development utterances, seven other authors', families to work with, and families kept unseen. */
export const sets: Readonly<Record<string, () => readonly Gold[]>> = {
  dev: () => development,
  ...Object.fromEntries(byAuthor.map((golds, at) => [`author-${at + 1}`, () => golds])),
  families: () => families.flatMap((family) => utter(family, 2, 11)),
  'held-back': () => heldBack.flatMap((family) => utter(family, 2, 23)),
};
