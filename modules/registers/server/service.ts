import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type {
  OpenedResident,
  OpenReason,
  Resident,
  ResidentBrief,
  ResidentImportPreview,
  ResidentTag,
} from '../contract.ts';
import { checkIdNo, tidyIdNo } from '../domain/gb11643.ts';
import { isPhone, tidyPhone } from '../domain/phone.ts';
import { type ImportPlan, planImport } from '../domain/plan-import.ts';
import { parseSearch } from '../domain/tokens.ts';
import { problems } from '../problems.ts';
import { hashOf, previewOf, type ReadFile, readFile } from './import.ts';
import * as repository from './repository.ts';
import { openRow, places, type ResidentRow, sealPerson } from './sealing.ts';
import { briefOf, openedOf, residentOf } from './views.ts';

const pageSize = 50;

/** The committee whose register this person may see. */
const committeeOf = (who: Actor): string => {
  if (!who.committee) throw new Refusal(problems.noCommittee);
  return who.committee;
};

/** Another committee's resident looks like one that is not there. */
const ownResident = async (tx: Db, who: Actor, id: string): Promise<ResidentRow> => {
  const row = await repository.findResident(tx, id);
  if (!row || row.committee_id !== who.committee) throw new Refusal(problems.noResident);
  return row;
};

/** `YYYY-MM-DD` eighty years before; who was born by then is 80 or over. */
const eightyBefore = (today: string): string =>
  `${String(Number(today.slice(0, 4)) - 80).padStart(4, '0')}${today.slice(4)}`;

const numbersIn = ({ secrets }: Platform, text: string, today: string) => {
  const idNo = checkIdNo(tidyIdNo(text), today).ok ? secrets.fingerprint(places.idNo, tidyIdNo(text)) : null;
  const phone = isPhone(tidyPhone(text)) ? secrets.fingerprint(places.phone, tidyPhone(text)) : null;
  return idNo || phone ? { idNo, phone } : null;
};

export const createRegisterService = (platform: Platform) => {
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

  return {
    /** Finds people of the own committee by whatever was typed. */
    search: (who: Actor, text: string, limit: number): Promise<ResidentBrief[]> =>
      db.read(who, async (tx) => {
        const today = officeDay();
        const committee = committeeOf(who);
        const numbers = numbersIn(platform, text, today);
        if (numbers) {
          const rows = await repository.findByNumber(tx, committee, numbers, limit);
          return rows.map((row) => briefOf(row, today));
        }
        const search = parseSearch(text);
        if (search.tokens.length === 0) return [];
        const rows = await repository.searchResidents(tx, committee, search, limit);
        return rows.map((row) => briefOf(row, today));
      }),

    list: (who: Actor, tag: ResidentTag | undefined, page: number) =>
      db.read(who, async (tx) => {
        const today = officeDay();
        const filter = {
          committee: committeeOf(who),
          ...(tag === 'over80' ? { bornBy: eightyBefore(today) } : {}),
          ...(tag === 'alone' ? { alone: true } : {}),
        };
        const rows = await repository.listResidents(tx, filter, pageSize, (page - 1) * pageSize);
        const total = await repository.countResidents(tx, filter);
        return { residents: rows.map((row) => briefOf(row, today)), total, pageSize };
      }),

    get: (who: Actor, id: string): Promise<Resident> =>
      db.read(who, async (tx) => {
        const row = await ownResident(tx, who, id);
        return residentOf(row, openRow(row, secrets), officeDay());
      }),

    /** Shows somebody in full and says so in the audit: who, whom, why. */
    open: (who: Actor, id: string, reason: OpenReason): Promise<OpenedResident> =>
      db.transaction(who, async (tx) => {
        const row = await ownResident(tx, who, id);
        await audit.record(tx, who, 'resident.opened', id, { reason }, row.committee_id);
        return openedOf(openRow(row, secrets));
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
        const errors = [...file.remarks, ...remarks].filter(({ level }) => level === 'error');
        if (errors.length > 0)
          throw new Refusal(
            problems.cellsWrong,
            { errors: errors.length },
            errors.slice(0, 200).map(({ cell, message }) => ({ path: cell, message: `${cell}：${message}` })),
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
