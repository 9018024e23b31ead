import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import { maskName } from '#platform/privacy/masking.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { changeHousehold, Household, HouseholdDraft, HouseholdImportPreview } from '../contract.ts';
import { tidyBuilding, tidyRoom } from '../domain/door.ts';
import { headOf, isHousehold, type Membership } from '../domain/household.ts';
import { type HouseholdPlan, planHouseholds } from '../domain/plan-households.ts';
import { problems } from '../problems.ts';
import { type HouseholdFile, previewHouseholds, readHouseholds, sampleOf } from './household-import.ts';
import * as repository from './household-repository.ts';
import { householdBriefs, householdOf } from './household-views.ts';
import type { Marks } from './marks.ts';
import * as people from './repository.ts';
import { asSeen, committeeOf, pageSize } from './scope.ts';
import { openRow } from './sealing.ts';
import { hashOf, refuseWrongCells } from './sheet-reading.ts';

/** Makes a household of everybody at a door who has none yet; who lives alone there is its head. */
export const formAtDoors = async (
  tx: Db,
  subdistrict: string,
  committee: string,
): Promise<{ households: number; people: number }> => {
  const doors = await repository.homelessAtDoors(tx, committee);
  const ids = await repository.insertAll(
    tx,
    subdistrict,
    committee,
    doors.map(({ building, room }) => ({ number: '', building, room, note: '' })),
  );
  const members = doors.flatMap(({ residents }, at) =>
    residents.map((resident) => ({
      household: ids[at] ?? '',
      resident,
      relation: residents.length === 1 ? ('0' as const) : ('8' as const),
    })),
  );
  await repository.putInAll(tx, subdistrict, members);
  return { households: doors.length, people: members.length };
};

const by = (who: Actor, source: 'typed' | 'import'): people.Change => ({
  source,
  account: who.account,
  name: who.name,
});

export const createHouseholds = (platform: Platform, marks: Marks) => {
  const { db, audit, secrets } = platform;

  const own = async (tx: Db, who: Actor, id: string): Promise<repository.HouseholdRow> => {
    const row = await repository.find(tx, id);
    if (!row || row.committee_id !== who.committee) throw new Refusal(problems.noHousehold);
    return row;
  };

  const lockAsSeen = async (tx: Db, who: Actor, id: string, revision: number) => {
    const { committee_id } = await own(tx, who, id);
    await people.lockRegister(tx, committee_id);
    const row = await repository.lock(tx, id);
    if (!row) throw new Refusal(problems.noHousehold);
    asSeen(row, revision);
    return row;
  };

  /** Who is to live there: known people of the own committee, one head, nobody twice. */
  const admitMembers = async (
    tx: Db,
    committee: string,
    members: HouseholdDraft['members'],
  ): Promise<Membership[]> => {
    const asked = members.map(({ resident }) => resident);
    const rows = await people.findStanding(tx, asked);
    const standing = members.flatMap(({ resident, relation }) => {
      const row = rows.get(resident);
      return row?.committee_id === committee && row.left_on === null ? [{ resident: row.id, relation }] : [];
    });
    if (standing.length < members.length) throw new Refusal(problems.noResident);
    if (!isHousehold(standing)) throw new Refusal(problems.householdWrong);
    return standing;
  };

  const admitNumber = async (tx: Db, committee: string, number: string, self: string | null) => {
    const holder = number ? await repository.findByNumber(tx, committee, number) : undefined;
    if (holder && holder.id !== self) throw new Refusal(problems.numberTaken);
  };

  /** Moves people in; who lived elsewhere leaves there, and a household nobody lives in any more is gone. */
  const settle = async (
    tx: Db,
    who: Actor,
    source: 'typed' | 'import',
    moves: readonly { readonly household: string; readonly members: readonly Membership[] }[],
  ): Promise<void> => {
    const movers = moves.flatMap(({ members }) => members.map(({ resident }) => resident));
    const into = new Set(moves.map(({ household }) => household));
    const left = (await repository.householdsOf(tx, movers)).filter((one) => !into.has(one));
    await repository.changing(tx, left, by(who, source));
    await repository.takeOut(tx, movers);
    await repository.putInAll(
      tx,
      who.subdistrict,
      moves.flatMap(({ household, members }) => members.map((member) => ({ household, ...member }))),
    );
    await repository.dropEmpty(tx, left);
  };

  const placeOf = ({ number, building, room, note }: HouseholdDraft) => ({
    number,
    building: tidyBuilding(building),
    room: tidyRoom(room),
    note,
  });

  const plan = async (tx: Db, committee: string, file: HouseholdFile): Promise<HouseholdPlan> => {
    const residents = (await people.allOfCommittee(tx, committee))
      .map((row) => openRow(row, secrets))
      .filter(({ left }) => left === null);
    const rows = await repository.allOfCommittee(tx, committee);
    const members = Map.groupBy(
      await repository.membersOf(
        tx,
        rows.map(({ id }) => id),
      ),
      ({ household }) => household,
    );
    const known = rows.map(({ id, number, building, room }) => ({
      ...{ id, number, building, room },
      members: (members.get(id) ?? []).map(({ resident, relation }) => ({ resident, relation })),
    }));
    return planHouseholds(file.rows, residents, known);
  };

  const digestOf = async (tx: Db, committee: string, bytes: Uint8Array): Promise<string> =>
    `${hashOf(bytes)}.${await people.registerState(tx, committee)}.${await repository.state(tx, committee)}`;

  return {
    list: (who: Actor, page: number) =>
      db.read(who, async (tx) => {
        const committee = committeeOf(who);
        const rows = await repository.list(tx, committee, pageSize, (page - 1) * pageSize);
        return {
          households: await householdBriefs(tx, rows),
          total: await repository.count(tx, committee),
          pageSize,
          homeless: await repository.countHomeless(tx, committee),
        };
      }),

    get: (who: Actor, id: string): Promise<Household> =>
      db.read(who, async (tx) => householdOf(tx, await own(tx, who, id), officeDay(), marks)),

    add: (who: Actor, draft: HouseholdDraft): Promise<Household> =>
      db.transaction(who, async (tx) => {
        const committee = committeeOf(who);
        await people.lockRegister(tx, committee);
        const members = await admitMembers(tx, committee, draft.members);
        await admitNumber(tx, committee, draft.number, null);
        const [id = ''] = await repository.insertAll(tx, who.subdistrict, committee, [placeOf(draft)]);
        await settle(tx, who, 'typed', [{ household: id, members }]);
        const household = await householdOf(tx, await own(tx, who, id), officeDay(), marks);
        await audit.record(tx, who, 'household.added', id, { people: members.length }, committee);
        return household;
      }),

    change: (who: Actor, id: string, draft: BodyOf<typeof changeHousehold>): Promise<Household> =>
      db.transaction(who, async (tx) => {
        const { committee_id: committee } = await lockAsSeen(tx, who, id, draft.revision);
        const members = await admitMembers(tx, committee, draft.members);
        await admitNumber(tx, committee, draft.number, id);
        await repository.changing(tx, [id], by(who, 'typed'));
        await repository.update(tx, id, placeOf(draft));
        const leaving = (await repository.membersOf(tx, [id])).map(({ resident }) => resident);
        await repository.takeOut(tx, leaving);
        await settle(tx, who, 'typed', [{ household: id, members }]);
        const household = await householdOf(tx, await own(tx, who, id), officeDay(), marks);
        await audit.record(tx, who, 'household.changed', id, { people: members.length }, committee);
        return household;
      }),

    dissolve: (who: Actor, id: string, revision: number): Promise<void> =>
      db.transaction(who, async (tx) => {
        const { committee_id: committee } = await lockAsSeen(tx, who, id, revision);
        await repository.changing(tx, [id], by(who, 'typed'));
        await repository.remove(tx, id);
        await audit.record(tx, who, 'household.dissolved', id, {}, committee);
      }),

    /** A household of everybody at a door who has none yet; who lives alone there is its head. */
    form: (who: Actor) =>
      db.transaction(who, async (tx) => {
        const committee = committeeOf(who);
        await people.lockRegister(tx, committee);
        const counts = await formAtDoors(tx, who.subdistrict, committee);
        await audit.record(tx, who, 'households.formed', committee, counts, committee);
        return counts;
      }),

    preview: async (who: Actor, bytes: Uint8Array): Promise<HouseholdImportPreview> => {
      const committee = committeeOf(who);
      const file = await readHouseholds(bytes, officeDay());
      return db.read(who, async (tx) => {
        const planned = await plan(tx, committee, file);
        const rows = await people.findResidents(
          tx,
          sampleOf(planned).flatMap(({ members }) => headOf(members) ?? []),
        );
        const names = new Map(rows.map(({ id, name }) => [id, maskName(name)]));
        return previewHouseholds(file, planned, await digestOf(tx, committee, bytes), names);
      });
    },

    /** All rows or none, like the residents' import. */
    import: async (who: Actor, bytes: Uint8Array, digest: string) => {
      const committee = committeeOf(who);
      if (digest.split('.')[0] !== hashOf(bytes)) throw new Refusal(problems.fileChanged);
      const file = await readHouseholds(bytes, officeDay());
      return db.transaction(who, async (tx) => {
        await people.lockRegister(tx, committee);
        if (digest !== (await digestOf(tx, committee, bytes))) throw new Refusal(problems.registerChanged);
        const { created, updated, unchanged, remarks } = await plan(tx, committee, file);
        refuseWrongCells([...file.remarks, ...remarks]);
        const ids = await repository.insertAll(
          tx,
          who.subdistrict,
          committee,
          created.map(({ number, building, room }) => ({ number, building, room, note: '' })),
        );
        const known = updated.map(({ id, members }) => ({ household: id ?? '', members }));
        await repository.changing(
          tx,
          known.map(({ household }) => household),
          by(who, 'import'),
        );
        await settle(tx, who, 'import', [
          ...created.map(({ members }, at) => ({ household: ids[at] ?? '', members })),
          ...known,
        ]);
        const counts = { created: created.length, updated: updated.length, unchanged };
        await audit.record(tx, who, 'households.imported', committee, counts, committee);
        return counts;
      });
    },
  };
};
