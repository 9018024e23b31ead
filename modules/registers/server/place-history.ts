import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { ResidentChange, ResidentFact } from '../contract.ts';
import { openPlace, type PlaceRow } from './place-repository.ts';
import { placeFacts } from './place-views.ts';

export interface PlaceChange {
  readonly source: 'typed' | 'import' | 'closed';
  readonly account: string;
  readonly name: string;
}

/** Keeps what stands of these premises or organisations as a former version; before each change of them. */
export const keepPlaces = async (tx: Db, ids: readonly string[], by: PlaceChange): Promise<void> => {
  if (ids.length === 0) return;
  await sql`insert into place_revision
      (subdistrict_id, place_id, revision, row, source, changed_by, changed_by_name)
    select subdistrict_id, id, revision, to_jsonb(p) - 'tokens', ${by.source}, ${by.account}::uuid, ${by.name}
    from place p where id = any(${[...ids]}::uuid[])`.execute(tx);
};

/** As many former versions as somebody reads. */
const shown = 20;

type Former = PlaceRow & { source: PlaceChange['source']; changed_by_name: string; changed_at: string };

/** What stood and stands no more: the old value of each column that differs, '' where there was none. */
const differing = (before: readonly ResidentFact[], after: readonly ResidentFact[]): string[] =>
  [...new Set([...before, ...after].map(({ element }) => element))].filter(
    (element) =>
      before.find((one) => one.element === element)?.value !==
      after.find((one) => one.element === element)?.value,
  );

/** The latest former versions of a place, newest first: what stood before each change. */
export const placeChanges = async (
  tx: Db,
  row: PlaceRow,
  secrets: Secrets,
  opened: boolean,
): Promise<ResidentChange[]> => {
  const { rows } = await sql<Former>`
    select r.*, v.source, v.changed_by_name, v.changed_at
    from place_revision v, jsonb_populate_record(null::place, v.row) r
    where v.place_id = ${row.id}::uuid order by v.revision desc limit ${shown}`.execute(tx);
  // Two phones may end alike: what differs is found in what they are, and shown as it may be.
  const full = [row, ...rows].map((one) => placeFacts(openPlace(one, secrets), true));
  const said = [row, ...rows].map((one) => placeFacts(openPlace(one, secrets), opened));
  return rows.map(({ source, changed_by_name, changed_at }, at) => {
    const changed = differing(full[at + 1] ?? [], full[at] ?? []);
    return {
      at: String(changed_at),
      by: changed_by_name,
      source,
      before: changed.flatMap((element) => {
        const [was, is] = [at + 1, at].map((one) => said[one]?.find((fact) => fact.element === element));
        const named = was ?? is;
        return named ? [{ ...named, value: was?.value ?? '' }] : [];
      }),
    };
  });
};
