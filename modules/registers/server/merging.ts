import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { mergeResidents, sayDistinct } from '../contract.ts';
import { valuesOf } from '../domain/draft.ts';
import { areTwo, mergePeople, unmergePerson } from '../domain/merge.ts';
import { problems } from '../problems.ts';
import { rowsOf } from './history.ts';
import { comeHome, type Home, leaveHome } from './homes.ts';
import * as households from './household-repository.ts';
import { findPairs, lockMerge, type MergeRow, mergedSince, snapshot } from './merge-repository.ts';
import * as repository from './repository.ts';
import { asSeen, committeeOf } from './scope.ts';
import { openRow, type ResidentRow, sealPerson } from './sealing.ts';
import { briefOf, differing } from './views.ts';

/**
 * What another module keeps about people and must move when two are found to be one. Given at composition by
 * the modules downstream, since the registers know nothing of them.
 */
export interface PersonCarrier {
  /** Moves what is kept about `from` to `to`; returns the ids moved. */
  readonly carry: (tx: Db, from: string, to: string) => Promise<string[]>;
  /** Moves exactly those back. */
  readonly carryBack: (tx: Db, moved: readonly string[], from: string, to: string) => Promise<void>;
}

interface Carried {
  readonly records: string[];
  /** The other's place in a household, and whether the kept person took it over. */
  readonly household: (Home & { readonly taken: boolean }) | null;
}

export const createMerging = (platform: Platform, carriers: readonly PersonCarrier[]) => {
  const { db, audit, secrets } = platform;
  const by = (who: Actor, source: 'merge' | 'unmerge') => ({ source, account: who.account, name: who.name });

  /** Two of the own committee's people, locked; as the caller saw them. */
  const lockPair = async (tx: Db, who: Actor, ids: readonly [string, string]) => {
    const committee = committeeOf(who);
    await repository.lockRegister(tx, committee);
    const rows = await repository.lockResidents(tx, ids);
    const [one, other] = ids.map((id) => rows.find((row) => row.id === id && row.committee_id === committee));
    if (!one || !other || one.id === other.id) throw new Refusal(problems.noResident);
    return { committee, one, other };
  };

  const rewrite = (tx: Db, who: Actor, row: ResidentRow, values: Parameters<typeof sealPerson>[0]) =>
    repository.writeResidents(tx, who.subdistrict, row.committee_id, [
      { id: row.id, row: sealPerson(values, secrets) },
    ]);

  /** The other's place in a household: the kept person's if there was none, else given up. */
  const carryHousehold = async (tx: Db, who: Actor, kept: string, other: string) => {
    const home = await leaveHome(tx, by(who, 'merge'), other);
    if (!home) return null;
    const taken = (await households.membershipOf(tx, kept)) === undefined;
    if (taken) await households.putIn(tx, who.subdistrict, home.id, [{ ...home, resident: kept }]);
    else await households.dropEmpty(tx, [home.id]);
    return { ...home, taken };
  };

  const carryHouseholdBack = async (tx: Db, who: Actor, merge: MergeRow, { household }: Carried) => {
    if (!household) return;
    const now = await households.membershipOf(tx, merge.kept_id);
    const instead = household.taken && now?.id === household.id ? merge.kept_id : undefined;
    const place = { subdistrict: who.subdistrict, committee: merge.committee_id };
    await comeHome(tx, by(who, 'unmerge'), place, merge.other_id, household, instead);
  };

  const refuseTaken = async (tx: Db, committee: string, row: ResidentRow, kept: string): Promise<void> => {
    if (!row.id_no_fingerprint) return;
    const holder = await repository.findByIdNo(tx, row.id_no_fingerprint);
    if (!holder || holder.id === kept) return;
    throw new Refusal(holder.committee_id === committee ? problems.alreadyThere : problems.knownElsewhere);
  };

  return {
    /** Who may be one person twice. */
    duplicates: (who: Actor) =>
      db.read(who, async (tx) => {
        const today = officeDay();
        const { pairs, total } = await findPairs(tx, committeeOf(who));
        const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
        const rows = new Map((await repository.findResidents(tx, ids)).map((row) => [row.id, row]));
        const brief = (row: ResidentRow) => ({ ...briefOf(row, today), revision: row.revision });
        return {
          total,
          pairs: pairs.flatMap((pair) => {
            const [one, other] = [rows.get(pair.one), rows.get(pair.other)];
            if (!one || !other) return [];
            const fields = differing(openRow(one, secrets), openRow(other, secrets));
            const differ = fields.map(({ code, zh, en }) => ({ element: code, zh, en }));
            return [{ why: pair.why, one: brief(one), other: brief(other), differ }];
          }),
        };
      }),

    /** Somebody looked: not one person. They are not shown as a pair again. */
    distinguish: (who: Actor, { one, other }: BodyOf<typeof sayDistinct>): Promise<void> =>
      db.transaction(who, async (tx) => {
        const pair = await lockPair(tx, who, [one, other]);
        const [smaller = '', larger = ''] = [one, other].toSorted();
        await tx
          .insertInto('resident_distinct')
          .values({
            subdistrict_id: who.subdistrict,
            one_id: smaller,
            other_id: larger,
            said_by: who.account,
            said_by_name: who.name,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await audit.record(tx, who, 'residents.distinguished', smaller, { other: larger }, pair.committee);
      }),

    /** One person out of two: acts of work and the place in a household go over. Can be taken back. */
    merge: (who: Actor, body: BodyOf<typeof mergeResidents>) =>
      db.transaction(who, async (tx) => {
        const { committee, one: kept, other } = await lockPair(tx, who, [body.keep, body.other]);
        asSeen(kept, body.keepRevision);
        asSeen(other, body.otherRevision);
        if (kept.left_on || other.left_on) throw new Refusal(problems.leftAlready);
        const [keptPerson, otherPerson] = [openRow(kept, secrets), openRow(other, secrets)];
        if (areTwo(keptPerson, otherPerson)) throw new Refusal(problems.twoPeople);
        const [keptBefore, otherRow] = [await snapshot(tx, kept.id), await snapshot(tx, other.id)];
        const household = await carryHousehold(tx, who, kept.id, other.id);
        const records: string[] = [];
        for (const { carry } of carriers) records.push(...(await carry(tx, other.id, kept.id)));
        await repository.keepVersions(tx, [kept.id], by(who, 'merge'));
        // The other goes first: the ID number it may give stands in the register once.
        await repository.removeResident(tx, other.id);
        await rewrite(tx, who, kept, mergePeople(valuesOf(keptPerson), valuesOf(otherPerson)));
        const merge = newId();
        await tx
          .insertInto('resident_merge')
          .values({
            subdistrict_id: who.subdistrict,
            id: merge,
            committee_id: committee,
            kept_id: kept.id,
            other_id: other.id,
            kept_before: JSON.stringify(keptBefore),
            kept_after: JSON.stringify(await snapshot(tx, kept.id)),
            other_row: JSON.stringify(otherRow),
            carried: JSON.stringify({ records, household } satisfies Carried),
            merged_by: who.account,
            merged_by_name: who.name,
          })
          .execute();
        const facts = { other: other.id, records: records.length };
        await audit.record(tx, who, 'residents.merged', kept.id, facts, committee);
        return { merge, records: records.length };
      }),

    /** Takes a merge back: the other is there again as it was, with what moved; what was changed since stays. */
    undo: (who: Actor, id: string) =>
      db.transaction(who, async (tx) => {
        const committee = committeeOf(who);
        await repository.lockRegister(tx, committee);
        const merge = await lockMerge(tx, id);
        if (!merge || merge.committee_id !== committee || merge.undone_at)
          throw new Refusal(problems.noMerge);
        if (await mergedSince(tx, merge)) throw new Refusal(problems.mergedFurther);
        const [kept] = await repository.lockResidents(tx, [merge.kept_id]);
        const [before, after, other] = await rowsOf(tx, [
          merge.kept_before,
          merge.kept_after,
          merge.other_row,
        ]);
        if (!kept || !before || !after || !other) throw new Refusal(problems.noMerge);
        await refuseTaken(tx, committee, other, kept.id);
        const [was, merged, now] = [before, after, kept].map((row) => valuesOf(openRow(row, secrets)));
        if (!was || !merged || !now) throw new Error('a row that cannot be opened');
        await repository.keepVersions(tx, [kept.id], by(who, 'unmerge'));
        // First the kept person lets go of the other's ID number.
        await rewrite(tx, who, kept, unmergePerson(was, merged, now));
        await repository.restoreResident(tx, other, sealPerson(openRow(other, secrets), secrets));
        const carried = merge.carried as unknown as Carried;
        await carryHouseholdBack(tx, who, merge, carried);
        for (const { carryBack } of carriers)
          await carryBack(tx, carried.records, merge.kept_id, merge.other_id);
        await tx
          .updateTable('resident_merge')
          .set({ undone_by: who.account, undone_by_name: who.name, undone_at: new Date().toISOString() })
          .where('id', '=', id)
          .execute();
        const facts = { other: other.id, records: carried.records.length };
        await audit.record(tx, who, 'residents.unmerged', kept.id, facts, committee);
        return { resident: other.id, records: carried.records.length };
      }),
  };
};
