import type { MeetingsService, SittingFacts } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { type BranchAct, branchActs, type ControlAct, operatorActs, type Verdict } from '../domain/acts.ts';
import { detailOf } from '../domain/log-detail.ts';
import { hall, type VenueState } from '../domain/state.ts';
import { problems } from '../problems.ts';
import { admit, admitBranch, keyOf, refuseEnded, venuesOf } from './admission.ts';
import { reportAttendance, reportRoll } from './attendance.ts';
import type { Patrol } from './patrol.ts';
import type { Reconciler } from './reconcile.ts';
import {
  type LoggedAct,
  logAct,
  openState,
  readEvents,
  readPresence,
  readState,
  replaceState,
  saveHeadCount,
} from './repository.ts';
import { addCount } from './roll-repository.ts';

const must = (verdict: Verdict): VenueState => {
  if (!verdict.ok) throw new Refusal(problems[verdict.why]);
  return verdict.state;
};

const venueIn = (act: ControlAct): string | null => {
  if (act.kind === 'notice') return act.to;
  return 'venue' in act ? (act.venue ?? null) : null;
};

/** A notification holds some 7 kB: a larger state is read afresh by each screen. */
const pushed = (state: VenueState) =>
  JSON.stringify(state).length < 6_000 ? { state } : { changed: state.rev };

/** What happens at the screens of a sitting: each act one transaction, and the engine is told after it. */
export const createService = (
  platform: Platform,
  meetings: MeetingsService,
  reconciler: Reconciler | null,
  patrol: Patrol,
) => {
  const { db, audit, live } = platform;

  /** Writes a change with its line in the log, tells all screens; nothing when nothing changed. */
  const save = async (
    tx: Db,
    who: Actor,
    id: string,
    before: VenueState,
    after: VenueState,
    act: LoggedAct,
  ) => {
    if (after === before) return after;
    if (!(await replaceState(tx, keyOf(who, id), before, after))) throw new Refusal(problems.stale);
    await logAct(tx, who, id, after.rev, new Date().toISOString(), act);
    await live.publish(tx, who.subdistrict, `sitting:${id}`, pushed(after));
    return after;
  };

  /** Holds the sitting's state until the commit: acts of many screens come one after the other. */
  const locked = async (tx: Db, who: Actor, sitting: SittingFacts): Promise<VenueState> => {
    await openState(tx, keyOf(who, sitting.id));
    const state = await readState(tx, keyOf(who, sitting.id), true);
    refuseEnded(state, sitting);
    return state;
  };

  /** One act of a venue for itself: decided, written, told. */
  const venueActs = async (tx: Db, who: Actor, sitting: SittingFacts, venue: string, act: BranchAct) => {
    const before = await locked(tx, who, sitting);
    const after = must(branchActs(before, venue, act, { at: new Date().toISOString() }));
    await save(tx, who, sitting.id, before, after, {
      kind: act.kind,
      venue,
      item: before.item,
      detail: detailOf(act, before),
    });
    if (after !== before)
      await audit.record(tx, who, `venues.${act.kind}`, sitting.id, { rev: after.rev, venue });
    return after;
  };

  const bookKeeping = async (tx: Db, who: Actor, sitting: SittingFacts, act: ControlAct): Promise<void> => {
    if (act.kind === 'start') await meetings.markStarted(tx, who, sitting.id);
    if (act.kind !== 'end') return;
    await meetings.markStarted(tx, who, sitting.id);
    await meetings.markEnded(tx, who, sitting.id);
    await reportAttendance(meetings, tx, who, keyOf(who, sitting.id), sitting.committees, true);
  };

  return {
    /** A branch raises or lowers its hand, or gives the floor back: always for itself. */
    actAsBranch: async (who: Actor, id: string, act: BranchAct): Promise<VenueState> => {
      const state = await db.transaction(who, async (tx) => {
        const { sitting, venue } = await admitBranch(meetings, tx, who, id);
        return venueActs(tx, who, sitting, venue, act);
      });
      reconciler?.soon(keyOf(who, id));
      return state;
    },

    /** The main venue's microphone hears somebody: the picture may follow. */
    hallSpeaks: async (who: Actor, id: string): Promise<VenueState> => {
      const state = await db.transaction(who, async (tx) =>
        venueActs(tx, who, await admit(meetings, tx, who, id), hall, { kind: 'voice' }),
      );
      reconciler?.soon(keyOf(who, id));
      return state;
    },

    /**
     * The operator's act, from the revision the operator saw. Hands that went up since do not matter; another
     * operator's act does.
     */
    control: async (who: Actor, id: string, seen: number, act: ControlAct): Promise<VenueState> => {
      // Who is there at the very end belongs to the attendance.
      if (act.kind === 'end') await reconciler?.now(keyOf(who, id));
      const state = await db.transaction(who, async (tx) => {
        const sitting = await admit(meetings, tx, who, id);
        const before = await locked(tx, who, sitting);
        if (seen < before.controlRev || seen > before.rev)
          throw new Refusal(problems.stale, { rev: before.rev });
        const items = new Set((await meetings.items(tx, id)).map((item) => item.id));
        const setting = { venues: venuesOf(sitting), items, at: new Date().toISOString() };
        const after = must(operatorActs(before, act, setting));
        if (after === before) return after;
        await bookKeeping(tx, who, sitting, act);
        await save(tx, who, id, before, after, {
          kind: act.kind,
          venue: venueIn(act),
          item: after.item,
          detail: detailOf(act, before),
        });
        await audit.record(tx, who, `venues.${act.kind}`, id, { rev: after.rev, venue: venueIn(act) });
        return after;
      });
      patrol.watch(keyOf(who, id), state);
      reconciler?.soon(keyOf(who, id));
      return state;
    },

    reportHeadCount: (who: Actor, id: string, people: number): Promise<void> =>
      db.transaction(who, async (tx) => {
        const { sitting, venue } = await admitBranch(meetings, tx, who, id);
        const state = await locked(tx, who, sitting);
        await saveHeadCount(tx, who, id, venue, people, new Date().toISOString());
        await addCount(tx, who, id, { venue, people, source: 'branch', reason: null });
        await reportAttendance(meetings, tx, who, keyOf(who, id), [venue], false);
        await reportRoll(meetings, tx, who, keyOf(who, id), venue);
        await live.publish(tx, who.subdistrict, `sitting:${id}`, { presence: 1, rev: state.rev });
        await audit.record(tx, who, 'venues.head-count', id, { people });
      }),

    log: (who: Actor, id: string) =>
      db.read(who, async (tx) => {
        await admit(meetings, tx, who, id);
        const events = await readEvents(tx, keyOf(who, id), 5000);
        const presence = await readPresence(tx, keyOf(who, id));
        return {
          events,
          presence: presence.map(({ venue, cameAt, seenAt, evidence }) => ({
            venue,
            cameAt,
            seenAt,
            evidence,
          })),
        };
      }),
  };
};
