import { addDays, instantAt, officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { ArrangementVerdict, Sitting, SittingDraft, SittingSummary } from '../contract.ts';
import { minutesOf } from '../domain/timetable.ts';
import { problems } from '../problems.ts';
import { layOut, refuseForbidden, verdictOf } from './arrangement.ts';
import type { Dependencies } from './dependencies.ts';
import { type Office, readOffice } from './office.ts';
import { committeeInvitations, ownOf } from './own-invitations.ts';
import { isListedFor, maySee } from './policy.ts';
import { inOrder, readyRequests } from './pooling.ts';
import { changeRequest, findRequests, insertDecision } from './request-repository.ts';
import { knowSittings, summaryOf } from './sitting-facts.ts';
import {
  changeSitting,
  deleteInvitations,
  findAgendas,
  findInvitations,
  findSitting,
  findSittings,
  insertAgenda,
  insertInvitations,
  insertSitting,
  lockDiary,
  type SittingRow,
  takeSitting,
} from './sitting-repository.ts';
import { viewSitting } from './sitting-view.ts';

const openStates = ['arranged', 'started'];

/** Use cases of sittings: arrange, move, cancel, start, end, read. */
export const createSittings = (deps: Dependencies) => {
  const { db, audit, live } = deps.platform;
  const { organisation } = deps;

  /** Tells everybody whose page shows this sitting. */
  const tell = async (tx: Db, who: Actor, id: string, committees: readonly string[]): Promise<void> => {
    const topics = [
      'office',
      `sitting:${id}`,
      ...new Set(committees.map((committee) => `committee:${committee}`)),
    ];
    for (const topic of topics)
      await live.publish(tx, who.subdistrict, topic, { meetings: 'sitting', sitting: id });
  };

  const committeesOf = async (tx: Db, row: SittingRow): Promise<readonly string[]> =>
    (await knowSittings(tx, [row]))[0]?.facts.committees ?? [];

  const visible = async (tx: Db, who: Actor, id: string): Promise<SittingRow> => {
    const row = await findSitting(tx, id);
    const [known] = row ? await knowSittings(tx, [row]) : [];
    if (!row || !known || !maySee(who, known.facts)) throw new Refusal(problems.notFound);
    return row;
  };

  const view = async (tx: Db, who: Actor, office: Office, id: string): Promise<Sitting> =>
    viewSitting(tx, who, office, await visible(tx, who, id));

  /** Locks an open sitting for a change. */
  const take = async (tx: Db, id: string, revision: number | null): Promise<SittingRow> => {
    const row = await takeSitting(tx, id);
    if (!row) throw new Refusal(problems.notFound);
    if (!openStates.includes(row.state)) throw new Refusal(problems.closed, { state: row.state });
    if (revision !== null && row.revision !== revision) throw new Refusal(problems.stale);
    return row;
  };

  /** A sitting begins; beginning twice changes nothing. */
  const markStarted = async (tx: Db, who: Actor, id: string): Promise<void> => {
    const row = await take(tx, id, null);
    if (row.state === 'started') return;
    await changeSitting(tx, id, { state: 'started', started_at: new Date().toISOString() });
    await tell(tx, who, id, await committeesOf(tx, row));
  };

  const markEnded = async (tx: Db, who: Actor, id: string): Promise<void> => {
    const row = await takeSitting(tx, id);
    if (!row) throw new Refusal(problems.notFound);
    if (row.state === 'ended') return;
    if (row.state === 'cancelled') throw new Refusal(problems.closed, { state: row.state });
    if (row.state === 'arranged') throw new Refusal(problems.notStarted);
    await changeSitting(tx, id, { state: 'ended', ended_at: new Date().toISOString() });
    await tell(tx, who, id, await committeesOf(tx, row));
  };

  const transition =
    (action: string, mark: (tx: Db, who: Actor, id: string) => Promise<void>) =>
    (who: Actor, id: string): Promise<Sitting> =>
      db.transaction(who, async (tx) => {
        await mark(tx, who, id);
        const sitting = await view(tx, who, await readOffice(tx, organisation), id);
        await audit.record(tx, who, action, id);
        return sitting;
      });

  return {
    visible,
    markStarted,
    markEnded,
    start: transition('sitting.started', markStarted),
    end: transition('sitting.ended', markEnded),

    /** Lays a sitting out without making it. */
    check: (who: Actor, draft: SittingDraft): Promise<ArrangementVerdict> =>
      db.read(who, async (tx) => {
        const office = await readOffice(tx, organisation);
        const requests = await readyRequests(tx, draft, false);
        const items = await inOrder(tx, requests, draft.order);
        const laid = await layOut(deps, tx, office, { startsAt: draft.startsAt, items, requests, but: null });
        return verdictOf(office, requests, laid);
      }),

    /** Makes a sitting of approved requests and invites whom their items call. */
    arrange: (who: Actor, draft: SittingDraft): Promise<Sitting> =>
      db.transaction(who, async (tx) => {
        await lockDiary(tx, who.subdistrict);
        const office = await readOffice(tx, organisation);
        const requests = await readyRequests(tx, draft, true);
        const items = await inOrder(tx, requests, draft.order);
        const laid = await layOut(deps, tx, office, { startsAt: draft.startsAt, items, requests, but: null });
        refuseForbidden(laid);
        const id = newId();
        await insertSitting(tx, {
          subdistrict_id: who.subdistrict,
          id,
          title: draft.title,
          starts_at: new Date(draft.startsAt).toISOString(),
          minutes: minutesOf(items),
          mode: draft.mode,
          place: draft.place,
          state: 'arranged',
          kind: 'regular',
          started_at: null,
          ended_at: null,
          arranged_by: who.account,
        });
        await insertAgenda(tx, who.subdistrict, id, draft.order);
        await insertInvitations(tx, who.subdistrict, id, laid.needs);
        for (const { id: request } of requests)
          await changeRequest(tx, request, { state: 'arranged', sitting_id: id });
        await tell(
          tx,
          who,
          id,
          laid.needs.map(({ committee }) => committee),
        );
        const sitting = await view(tx, who, office, id);
        await audit.record(tx, who, 'sitting.arranged', id, {
          requests: requests.map((request) => request.id),
          callUps: laid.needs.length,
        });
        return sitting;
      }),

    /** Moves a sitting that has not begun; everybody is invited anew, as the organisation stands now. */
    move: (
      who: Actor,
      id: string,
      { startsAt, revision }: { startsAt: string; revision: number },
    ): Promise<Sitting> =>
      db.transaction(who, async (tx) => {
        await lockDiary(tx, who.subdistrict);
        const office = await readOffice(tx, organisation);
        const row = await take(tx, id, revision);
        if (row.state !== 'arranged') throw new Refusal(problems.started);
        const before = await committeesOf(tx, row);
        const items = await findAgendas(tx, [id]);
        const requests = await findRequests(tx, {
          ids: [...new Set(items.map(({ request_id }) => request_id))],
        });
        const laid = await layOut(deps, tx, office, { startsAt, items, requests, but: id });
        refuseForbidden(laid);
        await changeSitting(tx, id, { starts_at: new Date(startsAt).toISOString() });
        const former = new Map((await findInvitations(tx, id)).map((one) => [one.cadre_id, one.revision]));
        await deleteInvitations(tx, id);
        await insertInvitations(tx, who.subdistrict, id, laid.needs, former);
        await tell(tx, who, id, [...before, ...laid.needs.map(({ committee }) => committee)]);
        const sitting = await view(tx, who, office, id);
        await audit.record(tx, who, 'sitting.moved', id, { from: row.starts_at, to: startsAt });
        return sitting;
      }),

    /** Calls a sitting off; its requests wait to be arranged again and keep their place in the quota. */
    cancel: (
      who: Actor,
      id: string,
      { reason, revision }: { reason: string; revision: number },
    ): Promise<Sitting> =>
      db.transaction(who, async (tx) => {
        await lockDiary(tx, who.subdistrict);
        const row = await take(tx, id, revision);
        const agenda = await findAgendas(tx, [id]);
        const pooled = await findRequests(
          tx,
          { ids: [...new Set(agenda.map(({ request_id }) => request_id))] },
          true,
        );
        await changeSitting(tx, id, { state: 'cancelled', reason });
        const words = {
          zh: '会次取消，重新等待安排',
          en: 'The sitting was cancelled; waiting to be arranged again',
        };
        for (const request of pooled) {
          await changeRequest(tx, request.id, { state: 'approved', sitting_id: null });
          await insertDecision(tx, who, request.id, { outcome: 'cancelled', words, reason });
        }
        await tell(tx, who, id, await committeesOf(tx, row));
        const sitting = await view(tx, who, await readOffice(tx, organisation), id);
        await audit.record(tx, who, 'sitting.cancelled', id);
        return sitting;
      }),

    show: (who: Actor, id: string): Promise<Sitting> =>
      db.read(who, async (tx) => view(tx, who, await readOffice(tx, organisation), id)),

    list: (who: Actor, from: string | undefined, until: string | undefined): Promise<SittingSummary[]> =>
      db.read(who, async (tx) => {
        const office = await readOffice(tx, organisation);
        const first = from ?? officeDay();
        const last = until ?? addDays(first, 60);
        const rows = await findSittings(tx, instantAt(first, '00:00'), instantAt(addDays(last, 1), '00:00'));
        const known = await knowSittings(tx, rows);
        const visibleOnes = known.filter(({ facts }) => maySee(who, facts) && isListedFor(who, facts));
        const called = await committeeInvitations(tx, who, visibleOnes);
        return visibleOnes.map((one) =>
          summaryOf(office, one, ownOf(who, one, called.get(one.facts.id) ?? [])),
        );
      }),
  };
};
