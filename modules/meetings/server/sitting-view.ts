import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Invitation, Presence, Sitting } from '../contract.ts';
import { joinIntervals, presentMinutes } from '../domain/presence.ts';
import { timetable } from '../domain/timetable.ts';
import { agendaItemOf, partsOfSitting } from './arrangement.ts';
import { type AttendanceRow, findAttendance } from './attendance-repository.ts';
import type { Office } from './office.ts';
import { ownOf } from './own-invitations.ts';
import { mayJoin, mayReply, mayWatch, seesPeople } from './policy.ts';
import { findRequests } from './request-repository.ts';
import { type KnownSitting, knowSittings, summaryOf } from './sitting-facts.ts';
import { findInvitations, type InvitationRow, type SittingRow } from './sitting-repository.ts';

const open = (state: string): boolean => state === 'arranged' || state === 'started';

export const invitationOf = (who: Actor, office: Office, state: string, row: InvitationRow): Invitation => ({
  cadre: row.cadre_id,
  name: office.cadre.get(row.cadre_id)?.name ?? '—',
  posts: [...(office.cadre.get(row.cadre_id)?.posts ?? [])],
  committee: office.committeeNamed(row.committee_id),
  from: row.needed_from,
  until: row.needed_until,
  items: row.items,
  reply: row.reply as Invitation['reply'],
  standIn: row.stand_in,
  mayReply: open(state) && mayReply(who, row),
  revision: row.revision,
});

/** Names somebody of a committee can send in their place: colleagues who are not called themselves. */
export const colleaguesOf = (who: Actor, office: Office, called: ReadonlySet<string>): string[] =>
  who.committee === null
    ? []
    : office.cadres
        .filter(({ id, committeeId }) => committeeId === who.committee && !called.has(id))
        .map(({ name }) => name);

/** What venues one person may enter, as long as there is something to enter. */
export const mayEnter = (who: Actor, { facts }: KnownSitting) => {
  const live = facts.mode === 'video' && open(facts.state);
  return {
    join: live && mayJoin(who, facts),
    watch: live && mayWatch(who, facts),
    control: live && who.permissions.has('venues.control'),
  };
};

const presenceOf = (
  office: Office,
  committee: string,
  rows: readonly AttendanceRow[],
  now: string,
): Presence => {
  const intervals = rows.flatMap((row) => row.intervals);
  const counted = rows.find(({ source, headCount }) => source === 'roll_call' && headCount !== null);
  return {
    committee: office.committeeNamed(committee),
    minutes: presentMinutes(intervals, now),
    intervals: joinIntervals(intervals, now).map(({ from, until }) => ({
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
    })),
    headCount: (counted ?? rows.find(({ headCount }) => headCount !== null))?.headCount ?? null,
  };
};

const presences = (office: Office, rows: readonly AttendanceRow[], now: string): Presence[] =>
  [...Map.groupBy(rows, ({ committee }) => committee)].map(([committee, said]) =>
    presenceOf(office, committee, said, now),
  );

const partsVisible = <T extends { committee: string }>(
  who: Actor,
  known: KnownSitting,
  rows: readonly T[],
): T[] => rows.filter(({ committee }) => seesPeople(who, known.facts) || committee === who.committee);

/** All that a sitting's page shows to one person; the caller has checked that they may see it. */
export const viewSitting = async (tx: Db, who: Actor, office: Office, row: SittingRow): Promise<Sitting> => {
  const [known] = await knowSittings(tx, [row]);
  if (!known) throw new Error('a sitting without facts');
  const invitations = await findInvitations(tx, row.id);
  const attendance = partsVisible(who, known, await findAttendance(tx, row.id));
  const pooled = await findRequests(tx, {
    ids: [...new Set(known.agenda.map(({ request_id }) => request_id))],
  });
  const agenda = timetable(row.starts_at, known.agenda);
  const needs = invitations.map((one) => ({
    cadre: one.cadre_id,
    items: one.items,
    from: one.needed_from,
    until: one.needed_until,
  }));
  const ofCommittee = invitations.filter(({ committee_id }) => committee_id === who.committee);
  return {
    ...summaryOf(office, known, ownOf(who, known, ofCommittee)),
    agenda: agenda.map((item) => agendaItemOf(office, item)),
    parts: partsOfSitting(office, known.agenda, needs),
    invitations: partsVisible(
      who,
      known,
      invitations.map((one) => ({ committee: one.committee_id, one })),
    ).map(({ one }) => invitationOf(who, office, row.state, one)),
    attendance: presences(office, attendance, row.ended_at ?? new Date().toISOString()),
    reason: row.reason,
    separately: pooled.reduce((sum, { call_ups }) => sum + call_ups, 0),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    colleagues: colleaguesOf(who, office, new Set(invitations.map(({ cadre_id }) => cadre_id))),
    may: { arrange: open(row.state) && who.permissions.has('meetings.arrange'), ...mayEnter(who, known) },
  };
};
