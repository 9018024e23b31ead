import type { Db } from '#platform/database/database.ts';
import { maskName } from '#platform/privacy/masking.ts';
import type { Household, HouseholdBrief } from '../contract.ts';
import { headOf, type Membership } from '../domain/household.ts';
import { householdChanges } from './household-history.ts';
import * as repository from './household-repository.ts';
import type { Marks } from './marks.ts';
import * as people from './repository.ts';
import type { ResidentRow } from './sealing.ts';
import { briefOf } from './views.ts';

const peopleById = async (tx: Db, ids: readonly string[]) =>
  new Map((await people.findResidents(tx, ids)).map((row) => [row.id, row]));

const brief = (
  { id, number, building, room }: repository.HouseholdRow,
  members: readonly Membership[] = [],
  rows: ReadonlyMap<string, ResidentRow>,
): HouseholdBrief => {
  const head = rows.get(headOf(members) ?? '');
  return { id, number, building, room, head: head ? maskName(head.name) : null, people: members.length };
};

/** Households with their heads, in the order given. */
export const householdBriefs = async (
  tx: Db,
  households: readonly repository.HouseholdRow[],
): Promise<HouseholdBrief[]> => {
  const members = Map.groupBy(
    await repository.membersOf(
      tx,
      households.map(({ id }) => id),
    ),
    ({ household }) => household,
  );
  const heads = await peopleById(
    tx,
    households.flatMap(({ id }) => headOf(members.get(id)) ?? []),
  );
  return households.map((row) => brief(row, members.get(row.id), heads));
};

export const householdOf = async (
  tx: Db,
  row: repository.HouseholdRow,
  today: string,
  marks: Marks,
): Promise<Household> => {
  const members = await repository.membersOf(tx, [row.id]);
  const rows = await peopleById(
    tx,
    members.map(({ resident }) => resident),
  );
  const byActs = await marks.of(tx, [...rows.values()], today);
  return {
    ...brief(row, members, rows),
    changes: await householdChanges(tx, row, members),
    note: row.note,
    members: members.flatMap(({ resident, relation }) => {
      const person = rows.get(resident);
      return person ? [{ ...briefOf(person, today, byActs.get(person.id)), relation }] : [];
    }),
    revision: row.revision,
  };
};
