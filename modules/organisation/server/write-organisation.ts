import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { Changes } from '../domain/compare.ts';
import type { CadreValues } from '../domain/plan-cadres.ts';
import type { CommitteeValues, DepartmentValues } from '../domain/plan-import.ts';
import { committees, departments } from './repository.ts';

/** Where a sealed phone belongs (platform/secrets binds the value to it). */
export const phonePlace = 'cadre.phone';

const split = <T>({ writes }: Changes<T>) => ({
  added: writes.filter(({ id }) => id === null).map(({ values }) => values),
  changed: writes.flatMap(({ id, values }) => (id === null ? [] : [{ id, values }])),
});

export const writeDepartments = async (
  tx: Db,
  subdistrict: string,
  changes: Changes<DepartmentValues>,
): Promise<void> => {
  const { added, changed } = split(changes);
  const rows = added.map((values) => ({ subdistrict_id: subdistrict, id: newId(), ...values }));
  if (rows.length > 0) await tx.insertInto('department').values(rows).execute();
  for (const { id, values } of changed)
    await tx.updateTable('department').set(values).where('id', '=', id).execute();
};

export const writeCommittees = async (
  tx: Db,
  subdistrict: string,
  changes: Changes<CommitteeValues>,
): Promise<void> => {
  const { added, changed } = split(changes);
  const columns = ({ code, name, shortName, address, travelMinutes }: CommitteeValues) => ({
    code,
    name,
    short_name: shortName,
    address,
    travel_minutes: travelMinutes,
  });
  const rows = added.map((values) => ({ subdistrict_id: subdistrict, id: newId(), ...columns(values) }));
  if (rows.length > 0) await tx.insertInto('committee').values(rows).execute();
  for (const { id, values } of changed)
    await tx.updateTable('committee').set(columns(values)).where('id', '=', id).execute();
};

/** Writes cadres after their places: a place new in the same file has its id by now. */
export const writeCadres = async (
  tx: Db,
  secrets: Secrets,
  subdistrict: string,
  changes: Changes<CadreValues>,
): Promise<string[]> => {
  const byCode = async (list: Promise<{ id: string; code: string }[]>) =>
    new Map((await list).map(({ id, code }) => [code, id]));
  const ids = { committee: await byCode(committees(tx)), department: await byCode(departments(tx)) };
  const columns = ({ name, place, posts, lines, phone, active }: CadreValues) => ({
    name,
    committee_id: place.kind === 'committee' ? (ids.committee.get(place.code) ?? null) : null,
    department_id: place.kind === 'department' ? (ids.department.get(place.code) ?? null) : null,
    posts: [...posts],
    lines: [...lines],
    phone: phone === null ? null : secrets.seal(phonePlace, phone),
    active,
  });
  const { added, changed } = split(changes);
  const rows = added.map((values) => ({ subdistrict_id: subdistrict, id: newId(), ...columns(values) }));
  if (rows.length > 0) await tx.insertInto('cadre').values(rows).execute();
  for (const { id, values } of changed)
    await tx.updateTable('cadre').set(columns(values)).where('id', '=', id).execute();
  return rows.map(({ id }) => id);
};
