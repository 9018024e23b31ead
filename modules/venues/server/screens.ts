import { randomBytes, randomInt } from 'node:crypto';
import type { IdentityService } from '#modules/identity/server';
import type { MeetingsService } from '#modules/meetings/server';
import type { OrganisationService } from '#modules/organisation/server';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { ScreenPlan } from '../contract.ts';
import { codeLength, readCode, sayCode, writeCredential } from '../domain/pairing.ts';
import { planOf } from '../domain/screens.ts';
import { problems } from '../problems.ts';
import { beginTry } from './code-tries.ts';
import { actorOfScreen, hashOf } from './screen-credentials.ts';
import { insertScreen, listScreens, revokeScreen, saveCode, spendCode } from './screens-repository.ts';

export interface ScreensDependencies {
  readonly organisation: OrganisationService;
  readonly meetings: Pick<MeetingsService, 'videoSittings'>;
  readonly identity: Pick<IdentityService, 'accountNames' | 'limitTries'>;
}

const newCode = (): string => Array.from({ length: codeLength }, () => String(randomInt(10))).join('');

/** `Chrome · Windows`, enough to tell one screen from another in a list. */
const nameOf = (userAgent: string): string => {
  const browser = /(Edg|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1]?.replace('Edg', 'Edge') ?? '';
  const system = /(Windows|Android|iPad|iPhone|Mac OS X|Linux)/.exec(userAgent)?.[1] ?? '';
  return [browser, system].filter(Boolean).join(' · ');
};

/** Fixed screens of branch venues: pairing, what they show, letting them go. */
export const createScreens = (
  { db, audit, live, secrets }: Platform,
  { organisation, meetings, identity }: ScreensDependencies,
) => {
  const fingerprint = (code: string): Buffer => secrets.fingerprint('venue.pairing', code);

  const plan = async (tx: Db, who: Actor): Promise<ScreenPlan> => {
    const committee = (await organisation.committees(tx)).find(({ id }) => id === who.committee);
    if (!committee) throw new Refusal(problems.notPaired);
    const time = new Date().toISOString();
    const sittings = (await meetings.videoSittings(tx, officeDay(time))).filter(({ committees }) =>
      committees.includes(committee.id),
    );
    const { now, next } = planOf(sittings, time);
    return {
      subdistrict: (await organisation.subdistrict(tx)).name,
      venue: { id: committee.id, name: committee.shortName },
      screen: who.account,
      now: now && { id: now.id },
      next: next && { id: next.id, title: next.title, startsAt: next.startsAt },
      time,
    };
  };

  const pairWith = async (code: string, userAgent: string) => {
    const spent = await spendCode(db.shared, fingerprint(code));
    if (!spent) throw new Refusal(problems.codeWrong);
    const { subdistrict, committee, account } = spent;
    const id = newId();
    const secret = randomBytes(32).toString('base64url');
    const who = actorOfScreen(subdistrict, id, committee);
    const shown = await db.transaction(spent, async (tx) => {
      const draft = { id, subdistrict, committee, account, name: nameOf(userAgent) };
      await insertScreen(tx, { ...draft, secretHash: hashOf(secret) });
      const first = await plan(tx, who);
      await audit.record(tx, who, 'venues.screen-paired', id, { by: account }, committee);
      return first;
    });
    return { plan: shown, credential: writeCredential({ subdistrict, screen: id, secret }) };
  };

  return {
    list: (who: Actor) =>
      db.read(who, async (tx) => {
        const screens = await listScreens(tx, who.subdistrict);
        const names = await identity.accountNames(tx, [...new Set(screens.map(({ pairedBy }) => pairedBy))]);
        return (await organisation.committees(tx)).map(({ id, shortName }) => ({
          committee: { id, name: shortName },
          screens: screens
            .filter(({ committee }) => committee === id)
            .map(({ committee: _, ...one }) => ({ ...one, pairedBy: names.get(one.pairedBy) ?? '' })),
        }));
      }),

    makeCode: async (who: Actor, committee: string) => {
      const code = newCode();
      const expiresAt = await db.transaction(who, async (tx) => {
        if (!(await organisation.committees(tx)).some(({ id }) => id === committee))
          throw new Refusal(problems.noSuchVenue);
        const until = await saveCode(tx, who, committee, fingerprint(code));
        await audit.record(tx, who, 'venues.pairing-code', committee, {}, committee);
        return until;
      });
      return { code: sayCode(code), expiresAt };
    },

    /** A screen types its code; tries from one address are counted. */
    pair: async (typed: string, address: string, userAgent: string) => {
      const counted = await beginTry(identity, 'venue-pairing', address);
      const code = readCode(typed);
      if (code === null) throw new Refusal(problems.codeWrong);
      const paired = await pairWith(code, userAgent);
      await counted.takeBack();
      return paired;
    },

    plan: (who: Actor): Promise<ScreenPlan> => db.read(who, (tx) => plan(tx, who)),

    revoke: (who: Actor, id: string): Promise<void> =>
      db.transaction(who, async (tx) => {
        const gone = await revokeScreen(tx, who.subdistrict, id);
        if (!gone) throw new Refusal(problems.noSuchScreen);
        // Its stream hears this and ends.
        await live.publish(tx, who.subdistrict, `account:${id}`, { changed: 'screen' });
        await audit.record(tx, who, 'venues.screen-revoked', id, {}, gone.committee);
      }),
  };
};

export type Screens = ReturnType<typeof createScreens>;
