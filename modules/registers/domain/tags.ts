import type { ResidentTag } from '../contract.ts';
import { ageOn } from './age.ts';

/** What the rules below look at. */
export interface TagFacts {
  readonly birth: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Marks set by rule, never by hand: 80 and over (高龄), living alone (独居). */
export const tagsOf = ({ birth, attributes }: TagFacts, today: string): ResidentTag[] => {
  const tags: ResidentTag[] = [];
  if ((ageOn(birth, today) ?? 0) >= 80) tags.push('over80');
  if (attributes['person.living'] === 'alone') tags.push('alone');
  return tags;
};
