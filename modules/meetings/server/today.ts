import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { TodayMeetings, TodaySitting } from '../contract.ts';
import type { Dependencies } from './dependencies.ts';
import { departmentOf, type Office, readOffice } from './office.ts';
import { committeeInvitations, ownInvitation, ownOf } from './own-invitations.ts';
import { isListedFor, maySee } from './policy.ts';
import { type KnownSitting, knowSittings, summaryOf } from './sitting-facts.ts';
import type { InvitationRow } from './sitting-repository.ts';
import { colleaguesOf, invitationOf, mayEnter } from './sitting-view.ts';
import { countRequests, findUpcoming } from './today-repository.ts';

/** A sitting runs over now and then: one that was not ended stays on Today for so long after its time. */
const overrunMs = 2 * 3_600_000;
const dayMs = 86_400_000;

const notOver = ({ facts }: KnownSitting, now: number): boolean =>
  Date.parse(facts.endsAt) + (facts.state === 'started' ? overrunMs : 0) > now;

/** Whether a sitting is this person's own matter: called to it, convening it, or running the hall. */
const concerns = (who: Actor, department: string | null, { facts }: KnownSitting): boolean =>
  (who.committee !== null && facts.committees.includes(who.committee)) ||
  (department !== null && facts.departments.includes(department)) ||
  who.permissions.has('venues.control') ||
  who.permissions.has('meetings.approve');

/** Requests pooled here that call this cadre: each but the first would have been a trip of its own. */
const tripsSaved = ({ agenda }: KnownSitting, invitation: InvitationRow | null): number => {
  const items = new Set(invitation?.items ?? []);
  const requests = new Set(agenda.filter(({ id }) => items.has(id)).map(({ request_id }) => request_id));
  return Math.max(requests.size - 1, 0);
};

const cardOf = (
  who: Actor,
  office: Office,
  known: KnownSitting,
  rows: readonly InvitationRow[],
): TodaySitting => {
  const invitation = ownInvitation(who, rows);
  return {
    ...summaryOf(office, known, ownOf(who, known, rows)),
    invitation: invitation && invitationOf(who, office, known.facts.state, invitation),
    tripsSaved: tripsSaved(known, invitation),
    colleagues: colleaguesOf(who, office, new Set(rows.map(({ cadre_id }) => cadre_id))),
    may: mayEnter(who, known),
  };
};

/** What Today shows of meetings. */
export const createToday = ({ platform: { db }, organisation }: Dependencies) => {
  const waiting = async (tx: Db, who: Actor, department: string | null, toReply: number) => ({
    approvals: who.permissions.has('meetings.approve') ? await countRequests(tx, ['waiting'], null) : 0,
    toArrange: who.permissions.has('meetings.arrange') ? await countRequests(tx, ['approved'], null) : 0,
    requests: department ? await countRequests(tx, ['waiting', 'approved'], department) : 0,
    toReply,
  });

  return {
    show: (who: Actor): Promise<TodayMeetings> =>
      db.read(who, async (tx) => {
        const now = Date.now();
        const office = await readOffice(tx, organisation);
        const department = departmentOf(who, office)?.id ?? null;
        const rows = await findUpcoming(tx, new Date(now - dayMs).toISOString());
        const upcoming = (await knowSittings(tx, rows)).filter(
          (known) =>
            notOver(known, now) &&
            maySee(who, known.facts) &&
            isListedFor(who, known.facts) &&
            concerns(who, department, known),
        );
        const called = await committeeInvitations(tx, who, upcoming);
        const invited = ({ facts }: KnownSitting) => called.get(facts.id) ?? [];
        const mine = who.committee
          ? upcoming.filter((known) => ownInvitation(who, invited(known)) !== null)
          : upcoming;
        const summary = (known: KnownSitting) => summaryOf(office, known, ownOf(who, known, invited(known)));
        const [next] = mine;
        const today = officeDay(new Date(now));
        const toReply = upcoming.reduce((sum, known) => sum + summary(known).unanswered, 0);
        return {
          next: next ? cardOf(who, office, next, invited(next)) : null,
          today: mine.filter(({ facts }) => officeDay(facts.startsAt) === today).map(summary),
          waiting: await waiting(tx, who, department, toReply),
        };
      }),
  };
};
