import { doorIn, doorText, withDigits } from './door.ts';

/** Somebody as a row of a department's form says them. */
export interface PersonSaid {
  readonly name: string;
  readonly birth: string | null;
  readonly building: string;
  readonly room: string;
  readonly address: string;
}

/** Somebody of the register who may be meant. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly building: string;
  readonly room: string;
  readonly address: string;
  /** How the ID numbers of both compare; `unknown` when one of them is not known. */
  readonly idNo: 'same' | 'other' | 'unknown';
}

export type Match =
  | { readonly sure: string }
  /** Several, or one of whom too little agrees: a person is asked. */
  | { readonly maybe: readonly string[]; readonly why: 'several' | 'nameOnly' | 'differs' }
  | { readonly none: true };

const doorOf = ({ building, room, address }: PersonSaid | Candidate): string => {
  if (building || room) return doorText(building, room);
  const found = doorIn(address);
  return found ? doorText(found.building, found.room) : withDigits(address).replace(/\s/g, '');
};

type Verdict = 'agrees' | 'differs' | 'unknown';
const compare = (a: string | null, b: string | null): Verdict =>
  !a || !b ? 'unknown' : a === b ? 'agrees' : 'differs';

const doorVerdict = (said: PersonSaid, known: Candidate): Verdict => {
  const [a, b] = [doorOf(said), doorOf(known)];
  if (a && b && (a.endsWith(b) || b.endsWith(a))) return 'agrees';
  return compare(a, b);
};

/**
 * Who a row means: by ID number; else by name with birth and address, of which at least one must agree and none
 * may differ. Somebody known under another ID number, or born on another day, is another person. Nobody is ever
 * guessed: two who fit, one of whom only the name is known, and an ID number under another name are asked about.
 *
 * @param candidates of the same name, or of the same ID number
 */
export const matchPerson = (said: PersonSaid, candidates: readonly Candidate[]): Match => {
  const same = candidates.find(({ idNo }) => idNo === 'same');
  if (same) return same.name === said.name ? { sure: same.id } : { maybe: [same.id], why: 'differs' };
  const possible = candidates
    .filter((one) => one.idNo !== 'other' && one.name === said.name)
    .map((one) => ({ id: one.id, birth: compare(said.birth, one.birth), door: doorVerdict(said, one) }))
    .filter(({ birth }) => birth !== 'differs');
  if (possible.length === 0) return { none: true };
  const fitting = possible.filter(
    ({ birth, door }) => door !== 'differs' && (birth === 'agrees' || door === 'agrees'),
  );
  const [only] = fitting;
  if (only && fitting.length === 1) return { sure: only.id };
  const ids = (fitting.length > 1 ? fitting : possible).map(({ id }) => id);
  if (ids.length > 1) return { maybe: ids, why: 'several' };
  return { maybe: ids, why: possible[0]?.door === 'differs' ? 'differs' : 'nameOnly' };
};
