import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type {
  listResidents,
  OpenedResident,
  OpenReason,
  Resident,
  ResidentImportPreview,
  ResidentTag,
} from '../contract.ts';
import { type ImportPlan, planImport } from '../domain/plan-import.ts';
import { problems } from '../problems.ts';
import { formerVersions } from './history.ts';
import * as households from './household-repository.ts';
import type { Marks } from './marks.ts';
import { mergesInto } from './merge-repository.ts';
import * as repository from './repository.ts';
import { previewOf, type ReadFile, readFile } from './resident-import.ts';
import { committeeOf, ownResident, pageSize } from './scope.ts';
import { openRow, places, type ResidentRow, sealPerson } from './sealing.ts';
import { hashOf, refuseWrongCells } from './sheet-reading.ts';
import { briefOf, type History, openedOf, residentOf } from './views.ts';

export const createResidents = (platform: Platform, marks: Marks) => {
  const { db, audit, secrets } = platform;

  const plan = async (tx: Db, committee: string, file: ReadFile): Promise<ImportPlan> => {
    const known = (await repository.allOfCommittee(tx, committee)).map((row) => openRow(row, secrets));
    const idNos = file.rows.flatMap(({ draft }) => (draft.idNo ? [draft.idNo] : []));
    const prints = new Map(
      idNos.map((idNo) => [secrets.fingerprint(places.idNo, idNo).toString('hex'), idNo]),
    );
    const found = await repository.foundElsewhere(
      tx,
      committee,
      [...prints.keys()].map((hex) => Buffer.from(hex, 'hex')),
    );
    return planImport(
      file.rows,
      known,
      new Set(found.flatMap((print) => prints.get(print.toString('hex')) ?? [])),
    );
  };

  const digestOf = async (tx: Db, committee: string, bytes: Uint8Array): Promise<string> =>
    `${hashOf(bytes)}.${await repository.registerState(tx, committee)}`;

  const historyOf = async (tx: Db, row: ResidentRow): Promise<History> => ({
    person: openRow(row, secrets),
    former: (await formerVersions(tx, row.id)).map(({ row: before, ...change }) => ({
      ...change,
      person: openRow(before, secrets),
    })),
  });

  const view = async (tx: Db, row: ResidentRow): Promise<Resident> => {
    const more = {
      household: await households.householdOf(tx, row.id),
      mergedFrom: await mergesInto(tx, row.id),
    };
    const today = officeDay();
    const byActs = (await marks.of(tx, [row], today)).get(row.id) ?? [];
    return residentOf(row, await historyOf(tx, row), more, today, byActs);
  };

  const listed = async (
    tx: Db,
    committee: string,
    page: number,
    { tag, left = false }: { readonly tag?: ResidentTag | undefined; readonly left?: boolean },
  ) => {
    const today = officeDay();
    const among = await marks.carrying(tx, committee, tag, today);
    const filter = { committee, tag, left, today, among };
    const rows = await repository.listResidents(tx, filter, pageSize, (page - 1) * pageSize);
    const total = await repository.countResidents(tx, filter);
    const byActs = await marks.of(tx, rows, today);
    const residents = rows.map((row) => briefOf(row, today, byActs.get(row.id)));
    return { residents, total, pageSize };
  };

  return {
    view,

    list: (who: Actor, { tag, left, page }: QueryOf<typeof listResidents>) =>
      db.read(who, (tx) => listed(tx, committeeOf(who), page, { tag, left: left === 'true' })),

    /** Who carries a mark on health or hardship: told for a reason, which is kept. */
    listGuarded: (who: Actor, tag: ResidentTag, reason: OpenReason, page: number) =>
      db.transaction(who, async (tx) => {
        const committee = committeeOf(who);
        const answer = await listed(tx, committee, page, { tag });
        const facts = { tag, reason, page, people: answer.residents.length };
        await audit.record(tx, who, 'residents.listed', committee, facts, committee);
        return answer;
      }),

    get: (who: Actor, id: string): Promise<Resident> =>
      db.read(who, async (tx) => view(tx, await ownResident(tx, who, id))),

    /** Shows somebody in full and says so in the audit: who, whom, why. */
    open: (who: Actor, id: string, reason: OpenReason): Promise<OpenedResident> =>
      db.transaction(who, async (tx) => {
        const row = await ownResident(tx, who, id);
        const today = officeDay();
        const byActs = (await marks.of(tx, [row], today, true)).get(row.id) ?? [];
        const opened = openedOf(await historyOf(tx, row), today, byActs);
        await audit.record(tx, who, 'resident.opened', row.id, { reason }, row.committee_id);
        return opened;
      }),

    preview: async (who: Actor, bytes: Uint8Array): Promise<ResidentImportPreview> => {
      const committee = committeeOf(who);
      const today = officeDay();
      const file = await readFile(bytes, today);
      return db.read(who, async (tx) =>
        previewOf(file, await plan(tx, committee, file), await digestOf(tx, committee, bytes), today),
      );
    },

    /** All rows or none: any wrong cell, another file or a register that changed since the preview refuses. */
    import: async (who: Actor, bytes: Uint8Array, digest: string) => {
      const committee = committeeOf(who);
      if (digest.split('.')[0] !== hashOf(bytes)) throw new Refusal(problems.fileChanged);
      const file = await readFile(bytes, officeDay());
      return db.transaction(who, async (tx) => {
        await repository.lockRegister(tx, committee);
        if (digest !== (await digestOf(tx, committee, bytes))) throw new Refusal(problems.registerChanged);
        const { created, updated, unchanged, remarks } = await plan(tx, committee, file);
        refuseWrongCells([...file.remarks, ...remarks]);
        await repository.keepVersions(
          tx,
          updated.map(({ id }) => id),
          { source: 'import', account: who.account, name: who.name },
        );
        await repository.writeResidents(tx, who.subdistrict, committee, [
          ...created.map((values) => ({ id: null, row: sealPerson(values, secrets) })),
          ...updated.map(({ id, values }) => ({ id, row: sealPerson(values, secrets) })),
        ]);
        const counts = { created: created.length, updated: updated.length, unchanged };
        await audit.record(tx, who, 'residents.imported', committee, counts, committee);
        return counts;
      });
    },
  };
};
export type Residents = ReturnType<typeof createResidents>;
