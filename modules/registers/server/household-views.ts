import type { Db } from '#platform/database/database.ts';
import { maskName } from '#platform/privacy/masking.ts';
import type { Household, HouseholdBrief } from '../contract.ts';
import * as repository from './household-repository.ts';
import * as people from './repository.ts';
import { briefOf } from './views.ts';

/** Households with their heads, in the order given. */
export const householdBriefs = async (
  tx: Db,
  rows: readonly repository.HouseholdRow[],
): Promise<HouseholdBrief[]> => {
  const members = Map.groupBy(
    await repository.membersOf(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ household }) => household,
  );
  const headOf = (id: string) => members.get(id)?.find(({ relation }) => relation === '0')?.resident;
  const heads = new Map(
    (
      await people.findResidents(
        tx,
        rows.flatMap(({ id }) => headOf(id) ?? []),
      )
    ).map((row) => [row.id, maskName(row.name)]),
  );
  return rows.map(({ id, number, building, room }) => ({
    ...{ id, number, building, room },
    head: heads.get(headOf(id) ?? '') ?? null,
    people: members.get(id)?.length ?? 0,
  }));
};

export const householdOf = async (
  tx: Db,
  row: repository.HouseholdRow,
  today: string,
): Promise<Household> => {
  const [brief] = await householdBriefs(tx, [row]);
  const members = await repository.membersOf(tx, [row.id]);
  const rows = new Map(
    (
      await people.findResidents(
        tx,
        members.map(({ resident }) => resident),
      )
    ).map((one) => [one.id, one]),
  );
  if (!brief) throw new Error('a household without itself');
  return {
    ...brief,
    note: row.note,
    members: members.flatMap(({ resident, relation }) => {
      const person = rows.get(resident);
      return person ? [{ ...briefOf(person, today), relation }] : [];
    }),
    revision: row.revision,
  };
};
