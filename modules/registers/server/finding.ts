import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { ResidentBrief } from '../contract.ts';
import { checkIdNo, tidyIdNo } from '../domain/gb11643.ts';
import { isPhone, tidyPhone } from '../domain/phone.ts';
import { parseSearch } from '../domain/tokens.ts';
import * as households from './household-repository.ts';
import { householdBriefs } from './household-views.ts';
import type { Marks } from './marks.ts';
import * as places from './place-repository.ts';
import { placeBriefOf } from './place-views.ts';
import * as repository from './repository.ts';
import { committeeOf } from './scope.ts';
import { type ResidentRow, places as sealedPlaces } from './sealing.ts';
import { briefOf } from './views.ts';

const numbersIn = ({ secrets }: Platform, text: string, today: string) => {
  const [idNo, phone] = [tidyIdNo(text), tidyPhone(text)];
  const prints = {
    idNo: checkIdNo(idNo, today).ok ? secrets.fingerprint(sealedPlaces.idNo, idNo) : null,
    phone: isPhone(phone) ? secrets.fingerprint(sealedPlaces.phone, phone) : null,
  };
  return prints.idNo || prints.phone ? prints : null;
};

export const createFinding = (platform: Platform, marks: Marks) => {
  const { db } = platform;

  const residents = (
    tx: Db,
    committee: string,
    text: string,
    limit: number,
    today: string,
  ): Promise<ResidentRow[]> => {
    const numbers = numbersIn(platform, text, today);
    if (numbers) return repository.findByNumber(tx, committee, numbers, limit);
    const search = parseSearch(text);
    return search.tokens.length === 0
      ? Promise.resolve([])
      : repository.searchResidents(tx, committee, search, limit);
  };

  const briefs = async (tx: Db, rows: readonly ResidentRow[], today: string): Promise<ResidentBrief[]> => {
    const byActs = await marks.of(tx, rows, today);
    return rows.map((row) => briefOf(row, today, byActs.get(row.id)));
  };

  return {
    /** Finds people of the own committee by whatever was typed. */
    residents: (who: Actor, text: string, limit: number): Promise<ResidentBrief[]> =>
      db.read(who, async (tx) => {
        const today = officeDay();
        return briefs(tx, await residents(tx, committeeOf(who), text, limit, today), today);
      }),

    /** Finds in all registers: people, the households they live in, premises and organisations. */
    everything: (who: Actor, text: string, limit: number) =>
      db.read(who, async (tx) => {
        const [today, committee] = [officeDay(), committeeOf(who)];
        const people = await residents(tx, committee, text, limit, today);
        const homes = await households.findOfResidents(
          tx,
          committee,
          people.map(({ id }) => id),
          text,
          limit,
        );
        const found = await places.search(tx, committee, text, limit);
        return {
          residents: await briefs(tx, people, today),
          households: await householdBriefs(tx, homes),
          places: found.map(placeBriefOf),
        };
      }),
  };
};
