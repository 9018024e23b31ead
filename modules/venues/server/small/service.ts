import type { IdentityService } from '#modules/identity/server';
import type { MeetingsService } from '#modules/meetings/server';
import type { OrganisationService } from '#modules/organisation/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { SmallMeeting } from '../../contract.ts';
import { minutesPresent } from '../../domain/presence.ts';
import { deviceOf, isCallUp, mayAsk, smallRoomOf } from '../../domain/small.ts';
import { problems } from '../../problems.ts';
import type { Media, Ticket } from '../media.ts';
import { callerOf, chosenOf, readColleagues } from './people.ts';
import * as repository from './repository.ts';
import { closeMeeting, type Rounds, tellPeople } from './rounds.ts';

export interface SmallDependencies {
  readonly organisation: OrganisationService;
  readonly meetings: Pick<MeetingsService, 'judgeCall' | 'callNow' | 'settleCall'>;
  readonly identity: Pick<IdentityService, 'members'>;
  readonly media: Media | null;
  readonly rounds: Rounds | null;
}

/** Offered once, however often they met. */
const distinct = (groups: readonly string[][]): string[][] => [
  ...new Map(groups.map((group) => [group.toSorted().join(), group])).values(),
];
const mostRecent = 6;

/** Small meetings (小会): called there and then, without a console; counted by the meetings module. */
export const createSmall = (platform: Platform, deps: SmallDependencies) => {
  const { db, live, audit } = platform;
  const { organisation, meetings, identity, media, rounds } = deps;
  const keyOf = (who: Actor, meeting: string): repository.SmallKey => ({
    subdistrict: who.subdistrict,
    meeting,
  });

  const standingOf = (
    person: repository.PersonRow,
    stays: readonly repository.StayRow[],
  ): SmallMeeting['people'][number]['standing'] => {
    const own = stays.filter(({ venue }) => venue === person.account);
    if (own.some(({ leftAt }) => leftAt === null)) return 'here';
    if (own.length > 0) return 'left';
    return person.declinedAt === null ? 'asked' : 'declined';
  };

  const viewsOf = async (
    tx: Db,
    who: Actor,
    rows: readonly repository.SmallRow[],
  ): Promise<SmallMeeting[]> => {
    const ids = rows.map(({ id }) => id);
    const people = await repository.findPeople(tx, who.subdistrict, ids);
    const stays = await repository.findStays(tx, who.subdistrict, ids);
    return rows.map(({ id, host, startedAt, endedAt }) => {
      const own = people.filter(({ meeting }) => meeting === id);
      const here = stays.filter(({ meeting }) => meeting === id);
      const caller = own.find(({ account }) => account === host);
      return {
        id,
        host: { account: host, name: caller?.name ?? '', place: caller?.place ?? '' },
        startedAt,
        endedAt,
        video: media !== null,
        people: own.map((person) => ({
          account: person.account,
          name: person.name,
          place: person.place,
          standing: standingOf(person, here),
          callUp: person.called,
          minutes: minutesPresent(here.filter(({ venue }) => venue === person.account)),
        })),
      };
    });
  };

  /** A meeting somebody was asked to; to everybody else it is not there. */
  const must = async (tx: Db, who: Actor, id: string, lock = false) => {
    const row = await repository.findSmall(tx, keyOf(who, id), lock);
    const people = row ? await repository.findPeople(tx, who.subdistrict, [id]) : [];
    if (!row || !people.some(({ account }) => account === who.account)) throw new Refusal(problems.notFound);
    return { row, people };
  };

  const viewOf = async (tx: Db, who: Actor, id: string): Promise<SmallMeeting> => {
    const [view] = await viewsOf(tx, who, [(await must(tx, who, id)).row]);
    if (!view) throw new Refusal(problems.notFound);
    return view;
  };

  const closeRoom = async (who: Actor, id: string): Promise<void> => {
    // The engine may be away: then there is nobody in the room either, and nobody gets a ticket any more.
    await media?.close(smallRoomOf(who.subdistrict, id)).catch(() => undefined);
  };

  return {
    open: (who: Actor): Promise<SmallMeeting[]> =>
      db.read(who, async (tx) =>
        viewsOf(tx, who, await repository.findOpen(tx, who.subdistrict, who.account)),
      ),

    choices: (who: Actor) =>
      db.read(who, async (tx) => {
        const caller = callerOf(who);
        const people = (await readColleagues(identity, organisation, tx, who)).filter((one) =>
          mayAsk(caller, one),
        );
        const known = new Set(people.map(({ account }) => account));
        const recent = distinct(await repository.recentPeople(tx, who)).filter(
          (group) => group.length > 0 && group.every((account) => known.has(account)),
        );
        return {
          people: people.map((one) => ({
            account: one.account,
            name: one.name,
            place: one.place,
            posts: [...one.posts],
            callUp: isCallUp(caller, one),
          })),
          recent: recent.slice(0, mostRecent),
        };
      }),

    /** What the convening rules would say; nothing is written, nobody is told. */
    check: (who: Actor, accounts: readonly string[]) =>
      db.read(who, async (tx) => {
        const colleagues = await readColleagues(identity, organisation, tx, who);
        const { called } = chosenOf(who, colleagues, accounts);
        const { allowed, words } = await meetings.judgeCall(tx, who, called);
        return { allowed, words, callUps: called.length };
      }),

    /** Asks some colleagues to meet now: they see it at once. */
    call: (who: Actor, accounts: readonly string[]): Promise<SmallMeeting> =>
      db.transaction(who, async (tx) => {
        const colleagues = await readColleagues(identity, organisation, tx, who);
        const { chosen, called } = chosenOf(who, colleagues, accounts);
        if (!media) throw new Refusal(problems.noVideo);
        const self = colleagues.find(({ account }) => account === who.account);
        const id = newId();
        const at = new Date().toISOString();
        const title = `小会（${chosen.length + 1} 人）`;
        const refusal = await meetings.callNow(tx, who, { id, title, at, called });
        if (refusal)
          throw new Refusal(
            problems[refusal.why === 'needs-approval' ? 'needsApproval' : 'calledElsewhere'],
            { words: refusal.words },
          );
        const counted = new Set(called.map(({ cadre }) => cadre));
        const people = [
          { account: who.account, name: who.name, place: self?.place ?? '', cadre: who.cadre, called: false },
          ...chosen.map(({ account, name, place, cadre }) => ({
            account,
            name,
            place,
            cadre,
            called: cadre !== null && counted.has(cadre),
          })),
        ];
        await repository.insertSmall(tx, who, { id, at, people });
        await tellPeople(live, tx, keyOf(who, id), people);
        const view = await viewOf(tx, who, id);
        await audit.record(tx, who, 'small.called', id, { people: people.length, callUps: called.length });
        return view;
      }),

    show: (who: Actor, id: string): Promise<SmallMeeting> => db.read(who, (tx) => viewOf(tx, who, id)),

    ticket: async (who: Actor, id: string, device: string): Promise<Ticket> => {
      await db.transaction(who, async (tx) => {
        const { row, people } = await must(tx, who, id);
        if (row.endedAt !== null) throw new Refusal(problems.ended);
        const own = people.find(({ account }) => account === who.account);
        if (!own?.declinedAt) return;
        await repository.noteDeclined(tx, keyOf(who, id), who.account, null);
        await tellPeople(live, tx, keyOf(who, id), people);
      });
      if (!media) throw new Refusal(problems.noVideo);
      const rights = { speaks: true, shares: true };
      return media.ticket(smallRoomOf(who.subdistrict, id), deviceOf(who.account, device), rights);
    },

    /** Goes, or says that it does not suit now. With the last one who goes the meeting is over. */
    leave: async (who: Actor, id: string): Promise<void> => {
      // Who is there counts, also whom no webhook has told of yet.
      await rounds?.now(keyOf(who, id));
      const over = await db.transaction(who, async (tx) => {
        const { row, people } = await must(tx, who, id, true);
        if (row.endedAt !== null) return false;
        const key = keyOf(who, id);
        const now = new Date().toISOString();
        const was = await repository.noteLeft(tx, key, who.account, now);
        if (!was) await repository.noteDeclined(tx, key, who.account, now);
        const stays = await repository.findStays(tx, who.subdistrict, [id]);
        const empty = was && stays.every(({ leftAt }) => leftAt !== null);
        if (empty) await closeMeeting(platform, meetings, tx, key, now, 'empty');
        else await tellPeople(live, tx, key, people);
        await audit.record(tx, who, empty ? 'small.ended' : 'small.left', id, { declined: !was });
        return empty;
      });
      if (over) await closeRoom(who, id);
    },

    /** Only who called it ends it for all. */
    end: async (who: Actor, id: string): Promise<void> => {
      await rounds?.now(keyOf(who, id));
      await db.transaction(who, async (tx) => {
        const { row } = await must(tx, who, id, true);
        if (row.host !== who.account) throw new Refusal(problems.notFound);
        if (row.endedAt !== null) return;
        await closeMeeting(platform, meetings, tx, keyOf(who, id), new Date().toISOString(), 'host');
        await audit.record(tx, who, 'small.ended', id, { by: 'host' });
      });
      await closeRoom(who, id);
    },
  };
};

export type Small = ReturnType<typeof createSmall>;
