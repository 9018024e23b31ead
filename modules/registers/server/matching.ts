import type { Db } from '#platform/database/database.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { ResidentDraft } from '../domain/draft.ts';
import { registerField } from '../domain/fields.ts';
import { type Candidate, type Match, matchPerson } from '../domain/match-person.ts';
import { readField } from '../domain/read-field.ts';
import { type FieldRemark, readPerson } from '../domain/read-person.ts';
import { places, type ResidentRow } from './sealing.ts';

/** Reads what a row says of a person, field by field, as the register's own import does. */
export const readSaid = (
  texts: Readonly<Record<string, string>>,
  today: string,
): { draft: ResidentDraft | null; remarks: readonly FieldRemark[] } =>
  readPerson((code) => {
    const [field, text] = [registerField(code), texts[code]];
    return field && text !== undefined ? readField(field, text.trim(), today) : undefined;
  }, today);

const hex = (print: Uint8Array): string => Buffer.from(print).toString('hex');

const candidateOf = (row: ResidentRow, print: string | null): Candidate => ({
  id: row.id,
  name: row.name,
  birth: row.birth,
  building: row.building,
  room: row.room,
  address: row.address,
  idNo:
    print === null || row.id_no_fingerprint === null
      ? 'unknown'
      : hex(row.id_no_fingerprint) === print
        ? 'same'
        : 'other',
});

/** One who is looked for; `committee` where the form says whose resident it is. */
export interface Sought {
  readonly draft: ResidentDraft;
  readonly committee: string | null;
}

/**
 * Who the rows of a form mean, among all residents of the subdistrict: for a department, whose forms cover every
 * committee. An ID number is looked for everywhere, a name only where the row says it lives.
 * @returns the verdicts in the order asked, and everybody named in them by id
 */
export const matchPeople = async (
  tx: Db,
  sought: readonly Sought[],
  secrets: Secrets,
): Promise<{ matches: Match[]; rows: ReadonlyMap<string, ResidentRow> }> => {
  if (sought.length === 0) return { matches: [], rows: new Map() };
  const prints = sought.map(({ draft }) =>
    draft.idNo ? hex(secrets.fingerprint(places.idNo, draft.idNo)) : null,
  );
  const names = [...new Set(sought.map(({ draft }) => draft.name))];
  const numbers = [...new Set(prints.flatMap((print) => print ?? []))].map((print) =>
    Buffer.from(print, 'hex'),
  );
  const found = await tx
    .selectFrom('resident')
    .selectAll()
    // No print is one byte long: there is always something to look for.
    .where((where) =>
      where.or([where('name', 'in', names), where('id_no_fingerprint', 'in', [...numbers, Buffer.alloc(1)])]),
    )
    .execute();
  const byName = Map.groupBy(found, ({ name }) => name);
  const byNumber = new Map(
    found.flatMap((row) => (row.id_no_fingerprint ? [[hex(row.id_no_fingerprint), row] as const] : [])),
  );
  const matches = sought.map(({ draft, committee }, at) => {
    const print = prints[at] ?? null;
    const same = print ? byNumber.get(print) : undefined;
    const alike = (byName.get(draft.name) ?? []).filter(
      (row) => row !== same && (committee === null || row.committee_id === committee),
    );
    return matchPerson(
      {
        name: draft.name,
        birth: draft.birth ?? null,
        building: draft.building ?? '',
        room: draft.room ?? '',
        address: draft.address ?? '',
      },
      [...(same ? [same] : []), ...alike].map((row) => candidateOf(row, print)),
    );
  });
  return { matches, rows: new Map(found.map((row) => [row.id, row])) };
};
