import { sql } from 'kysely';
import type { PersonCarrier } from '#modules/registers/server';
import type { Db } from '#platform/database/database.ts';
import { findAnew } from './current-values.ts';

/** Every element these people's records say anything of. */
const elementsOf = async (tx: Db, subjects: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ element: string }>`
    select distinct v.key as element from record r, jsonb_each(r.values) v
    where r.subject_id = any(${[...subjects]}::uuid[])
    union select element from current_value where subject_id = any(${[...subjects]}::uuid[])`.execute(tx);
  return rows.map(({ element }) => element);
};

const findBothAnew = async (tx: Db, from: string, to: string): Promise<void> => {
  const elements = await elementsOf(tx, [from, to]);
  if (elements.length === 0) return;
  await findAnew(tx, from, elements);
  await findAnew(tx, to, elements);
};

/** When two residents are found to be one, the acts with the other are the kept one's, and back again. */
export const personCarrier: PersonCarrier = {
  carry: async (tx, from, to) => {
    const moved = await tx
      .updateTable('record')
      .set({ subject_id: to })
      .where('subject_id', '=', from)
      .returning('id')
      .execute();
    await findBothAnew(tx, from, to);
    return moved.map(({ id }) => id);
  },
  carryBack: async (tx, moved, from, to) => {
    await sql`update record set subject_id = ${to}::uuid
      where id = any(${[...moved]}::uuid[]) and subject_id = ${from}::uuid`.execute(tx);
    await findBothAnew(tx, from, to);
  },
};
