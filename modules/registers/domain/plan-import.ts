import type { CellRemark } from '../contract.ts';
import { lay, type Person, type PersonValues, type ResidentDraft, sameValues } from './draft.ts';
import type { DraftRow } from './read-rows.ts';

/** What an import would do. Nothing is done by halves: a plan with an error must not be written. */
export interface ImportPlan {
  readonly created: readonly PersonValues[];
  readonly updated: readonly { readonly id: string; readonly values: PersonValues }[];
  readonly unchanged: number;
  readonly remarks: readonly CellRemark[];
}

/** The same name, birth and door: the same person when there is no ID number to say so. */
const likeness = ({
  name,
  birth,
  building,
  room,
  address,
}: Pick<PersonValues, 'name' | 'birth' | 'building' | 'room' | 'address'>): string =>
  JSON.stringify([name, birth, building || room ? `${building}|${room}` : address]);

interface Index {
  readonly byIdNo: ReadonlyMap<string, Person>;
  readonly byLikeness: ReadonlyMap<string, readonly Person[]>;
}

const indexOf = (known: readonly Person[]): Index => {
  const byLikeness = new Map<string, Person[]>();
  for (const person of known)
    byLikeness.set(likeness(person), [...(byLikeness.get(likeness(person)) ?? []), person]);
  return {
    byIdNo: new Map(known.flatMap((person) => (person.idNo ? [[person.idNo, person] as const] : []))),
    byLikeness,
  };
};

/**
 * Finds who a row means: by ID number, then by name, birth and address. Somebody known under another ID
 * number is another person, however alike.
 */
const find = (draft: ResidentDraft, { byIdNo, byLikeness }: Index): Person | 'several' | null => {
  const same = draft.idNo ? byIdNo.get(draft.idNo) : undefined;
  if (same) return same;
  const alike = (byLikeness.get(likeness(lay(draft, null))) ?? []).filter((one) => !draft.idNo || !one.idNo);
  return alike.length > 1 ? 'several' : (alike[0] ?? null);
};

/**
 * Remembers who a file named already. Two rows are one person by the register's entry, by ID number, or by
 * likeness unless both have ID numbers that differ.
 */
const meeting = () => {
  const sure = new Map<string, string>();
  const alike = new Map<string, { at: string; idNo: string | null }>();
  return (id: string | null, values: PersonValues, at: string): string | null => {
    const keys = [id, values.idNo].filter((one) => one !== null);
    const same = keys.map((key) => sure.get(key)).find((one) => one !== undefined);
    const like = alike.get(likeness(values));
    if (same) return same;
    if (like && (like.idNo === null || values.idNo === null)) return like.at;
    for (const key of keys) sure.set(key, at);
    alike.set(likeness(values), { at, idNo: values.idNo });
    return null;
  };
};

/**
 * Compares the rows of a file with the register of one committee.
 *
 * @param known everybody in the committee's register
 * @param elsewhere ID numbers that stand in another committee's register
 */
export const planImport = (
  rows: readonly DraftRow[],
  known: readonly Person[],
  elsewhere: ReadonlySet<string>,
): ImportPlan => {
  const index = indexOf(known);
  const remarks: CellRemark[] = [];
  const met = meeting();
  const created: PersonValues[] = [];
  const updated: { id: string; values: PersonValues }[] = [];
  let unchanged = 0;
  for (const { draft, cellOf } of rows) {
    const at = cellOf(draft.idNo ? 'person.id_no' : 'person.name');
    const refuse = (message: string) => remarks.push({ cell: at, level: 'error', message });
    const person = find(draft, index);
    if (person === 'several') {
      refuse('底册里有几位同名同生日同住址的人，请补上身份证号');
      continue;
    }
    if (!person && draft.idNo && elsewhere.has(draft.idNo)) {
      refuse('此人已在本街道另一居委会的底册中，请先与街道核对');
      continue;
    }
    if (person?.left) {
      refuse('底册里此人已登记搬走或去世；确已回来，请先在其页面撤销');
      continue;
    }
    const values = lay(draft, person);
    const before = met(person?.id ?? null, values, at);
    if (before) {
      refuse(`与 ${before} 是同一个人`);
      continue;
    }
    if (!person) created.push(values);
    else if (sameValues(values, person)) unchanged += 1;
    else updated.push({ id: person.id, values });
  }
  return { created, updated, unchanged, remarks };
};
