import { addDays, instantAt } from '#platform/calendar/calendar.ts';
import { Refusal } from '#platform/contract/problem.ts';
import { timetable } from '../domain/timetable.ts';
import { problems } from '../problems.ts';
import { agendaItemOf } from './arrangement.ts';
import { saveAttendance } from './attendance-repository.ts';
import { createCalls } from './calls.ts';
import type { Dependencies } from './dependencies.ts';
import type { InvitedCommittee, MeetingsService } from './interface.ts';
import { readOffice } from './office.ts';
import { plantMeetings } from './plant.ts';
import { mayJoin, mayWatch } from './policy.ts';
import { knowSittings } from './sitting-facts.ts';
import {
  findInvitations,
  findSitting,
  findSittings,
  type InvitationRow,
  takeSitting,
} from './sitting-repository.ts';
import type { createSittings } from './sittings.ts';

const invitedOf = (committee: string, rows: readonly InvitationRow[]): InvitedCommittee => ({
  committee,
  cadres: rows.map((row) => ({
    id: row.cadre_id,
    from: row.needed_from,
    until: row.needed_until,
    reply: row.reply as 'none',
    standIn: row.stand_in,
  })),
});

/** What other modules may ask of meetings, see interface.ts. */
export const createService = (
  deps: Dependencies,
  sittings: ReturnType<typeof createSittings>,
): MeetingsService => ({
  ...createCalls(deps),
  mayWatch,
  mayJoin,
  markStarted: sittings.markStarted,
  markEnded: sittings.markEnded,

  sitting: async (tx, id) => {
    const row = await findSitting(tx, id);
    return row ? ((await knowSittings(tx, [row]))[0]?.facts ?? null) : null;
  },

  videoSittings: async (tx, day) => {
    const rows = await findSittings(tx, instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00'));
    const known = await knowSittings(
      tx,
      rows.filter(({ mode, kind }) => mode === 'video' && kind === 'regular'),
    );
    return known.map(({ facts }) => facts);
  },

  invitedCommittees: async (tx, id) =>
    [...Map.groupBy(await findInvitations(tx, id), ({ committee_id }) => committee_id)].map(
      ([committee, rows]) => invitedOf(committee, rows),
    ),

  items: async (tx, id) => {
    const row = await findSitting(tx, id);
    const [known] = row ? await knowSittings(tx, [row]) : [];
    if (!row || !known) return [];
    const office = await readOffice(tx, deps.organisation);
    return timetable(row.starts_at, known.agenda).map((item) => agendaItemOf(office, item));
  },

  recordAttendance: async (tx, who, id, report) => {
    const row = await takeSitting(tx, id);
    if (!row) throw new Refusal(problems.notFound);
    if (row.kind === 'practice') return;
    await saveAttendance(tx, who.subdistrict, id, report);
    await deps.platform.live.publish(tx, who.subdistrict, `sitting:${id}`, { meetings: 'attendance' });
  },

  plant: async (tx, who, plan) => plantMeetings(tx, who, await readOffice(tx, deps.organisation), plan),
});
