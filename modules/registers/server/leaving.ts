import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { leaveResident, Resident } from '../contract.ts';
import { isDepartureDay } from '../domain/departure.ts';
import { holdsIdNo } from '../domain/gb11643.ts';
import { problems } from '../problems.ts';
import { lockAsSeen } from './changing.ts';
import { comeHome, type Home, leaveHome } from './homes.ts';
import { dropEmpty } from './household-repository.ts';
import * as repository from './repository.ts';
import type { Residents } from './residents.ts';
import { ownResident } from './scope.ts';

const by = (who: Actor, source: 'left' | 'back'): repository.Change => ({
  source,
  account: who.account,
  name: who.name,
});

/** Somebody moved away or died, and the taking back of it. */
export const createLeaving = ({ db, audit }: Platform, { view }: Residents) => ({
  leave: (who: Actor, id: string, { revision, ...left }: BodyOf<typeof leaveResident>): Promise<Resident> =>
    db.transaction(who, async (tx) => {
      const row = await lockAsSeen(tx, who, id, revision);
      const today = officeDay();
      if (row.left_on) throw new Refusal(problems.leftAlready);
      if (!isDepartureDay(left.on, today, row.birth))
        throw new Refusal(problems.leftOnWrong, {}, [
          { path: 'body.on', message: problems.leftOnWrong.title },
        ]);
      if (holdsIdNo(left.note, today))
        throw new Refusal(problems.fieldsWrong, {}, [{ path: 'body.note', message: '请不要写身份证号' }]);
      await repository.keepVersions(tx, [row.id], by(who, 'left'));
      const home = await leaveHome(tx, by(who, 'left'), row.id);
      await repository.noteDeparture(tx, row.id, { ...left, home });
      if (home) await dropEmpty(tx, [home.id]);
      const after = await view(tx, await ownResident(tx, who, row.id));
      const facts = { for: left.for, on: left.on };
      await audit.record(tx, who, 'resident.left', row.id, facts, row.committee_id);
      return after;
    }),

  return: (who: Actor, id: string, revision: number): Promise<Resident> =>
    db.transaction(who, async (tx) => {
      const row = await lockAsSeen(tx, who, id, revision);
      if (!row.left_on) throw new Refusal(problems.notLeft);
      const home = row.left_home as unknown as Home | null;
      await repository.keepVersions(tx, [row.id], by(who, 'back'));
      await repository.noteDeparture(tx, row.id, null);
      const place = { subdistrict: who.subdistrict, committee: row.committee_id };
      if (home) await comeHome(tx, by(who, 'back'), place, row.id, home);
      const after = await view(tx, await ownResident(tx, who, row.id));
      await audit.record(tx, who, 'resident.returned', row.id, {}, row.committee_id);
      return after;
    }),
});
