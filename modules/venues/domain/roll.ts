/** Who somebody in a venue is there as. */
export const standings = ['cadre', 'owners', 'property', 'volunteer', 'other'] as const;
export type Standing = (typeof standings)[number];

/** What three sources say of one venue: its device, its head-count, its list of names. */
export interface VenueSays {
  /** Whole minutes its device was connected. */
  readonly minutes: number;
  /** Null: nobody has counted. */
  readonly people: number | null;
  readonly named: number;
  /** Cadres who are called (or their stand-ins) and are not on the list. */
  readonly missing: number;
}

/** Where the sources do not fit together; a person looks, nothing is decided by itself. */
export const mismatches = [
  'not-counted',
  'not-connected',
  'more-named',
  'more-counted',
  'called-missing',
] as const;
export type Mismatch = (typeof mismatches)[number];

/**
 * A list of names is complete or not begun: only when somebody is named does its length say anything. A venue
 * that neither connected nor counted was not there, and that is no contradiction.
 */
export const mismatchesOf = ({ minutes, people, named, missing }: VenueSays): Mismatch[] => {
  const found: Mismatch[] = [];
  if (minutes > 0 && people === null) found.push('not-counted');
  if (minutes === 0 && ((people ?? 0) > 0 || named > 0)) found.push('not-connected');
  if (people !== null && named > people) found.push('more-named');
  if (people !== null && named > 0 && named < people) found.push('more-counted');
  if (named > 0 && missing > 0) found.push('called-missing');
  return found;
};
