import type { Db } from '#platform/database/database.ts';
import { maskName } from '#platform/privacy/masking.ts';
import type { ResidentChange, ResidentFact } from '../contract.ts';
import { same } from '../domain/draft.ts';
import { type Membership, relations } from '../domain/household.ts';
import type { HouseholdRow, NewHousehold } from './household-repository.ts';
import { findStanding } from './repository.ts';

type Version = NewHousehold & { readonly members: readonly Membership[] };

/** As many former versions as somebody reads. */
const shown = 20;

const columns = [
  { code: 'household.number', zh: '户号', en: 'Household number', of: ({ number }: Version) => number },
  { code: 'place.building', zh: '楼号', en: 'Building', of: ({ building }: Version) => building },
  { code: 'place.room', zh: '室号', en: 'Room', of: ({ room }: Version) => room },
  { code: 'household.note', zh: '备注', en: 'Note', of: ({ note }: Version) => note },
  { code: 'household.members', zh: '成员', en: 'Members', of: ({ members }: Version) => members },
] as const;

const wordOf = (code: string): string => relations.find((one) => one.code === code)?.zh ?? '';

/** The latest former versions of a household, newest first: what stood before each change, masked. */
export const householdChanges = async (
  tx: Db,
  { number, building, room, note, id }: HouseholdRow,
  members: readonly Membership[],
): Promise<ResidentChange[]> => {
  const kept = await tx
    .selectFrom('household_revision')
    .select(['row', 'source', 'changed_by_name', 'changed_at'])
    .where('household_id', '=', id)
    .orderBy('revision', 'desc')
    .limit(shown)
    .execute();
  const versions = kept.map(({ row }) => row as unknown as Version);
  const people = [...new Set(versions.flatMap((one) => one.members.map(({ resident }) => resident)))];
  const rows = people.length === 0 ? new Map() : await findStanding(tx, people);
  const said = (value: string | readonly Membership[]): string =>
    typeof value === 'string'
      ? value
      : value
          .map(
            ({ resident, relation }) => `${maskName(rows.get(resident)?.name ?? '')}（${wordOf(relation)}）`,
          )
          .join('、');
  const listed = (all: readonly Membership[]) =>
    all
      .map(({ resident, relation }) => ({ resident, relation }))
      .toSorted((a, b) => (a.resident < b.resident ? -1 : 1));
  const comparable = (value: string | readonly Membership[]) =>
    typeof value === 'string' ? value : listed(value);
  const current: Version = { number, building, room, note, members };
  return kept.map(({ source, changed_by_name, changed_at }, at) => {
    const [before, after] = [versions[at] ?? current, versions[at - 1] ?? current];
    return {
      at: String(changed_at),
      by: changed_by_name,
      source: source as ResidentChange['source'],
      before: columns.flatMap(({ code, zh, en, of }): ResidentFact[] =>
        same(comparable(of(before)), comparable(of(after)))
          ? []
          : [{ element: code, zh, en, value: said(of(before)) }],
      ),
    };
  });
};
