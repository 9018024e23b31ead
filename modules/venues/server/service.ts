import type { MeetingsService, SittingFacts } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import {
  type BranchAct,
  branchActs,
  type ControlAct,
  operatorActs,
  type Verdict,
  venueOf,
} from '../domain/acts.ts';
import { detailOf } from '../domain/log-detail.ts';
import { hall, type VenueState } from '../domain/state.ts';
import { problems } from '../problems.ts';
import { admit, admitBranch, keyOf, openSitting, venuesOf } from './admission.ts';
import { reportAttendance } from './attendance.ts';
import { documentsToShow } from './documents-repository.ts';
import type { Patrol } from './patrol.ts';
import type { Reconciler } from './reconcile.ts';
import type { Recorder } from './recording/recorder.ts';
import { beginRecording, endRecording } from './recording/repository.ts';
import { type LoggedAct, readEventAt, readEvents, readPresence } from './repository.ts';
import { saveState } from './save-state.ts';

const must = (verdict: Verdict): VenueState => {
  if (!verdict.ok) throw new Refusal(problems[verdict.why]);
  return verdict.state;
};

/** What happens at the screens of a sitting: each act one transaction, and the engine is told after it. */
export const createService = (
  platform: Platform,
  meetings: MeetingsService,
  reconciler: Reconciler | null,
  patrol: Patrol,
  recorder: Recorder | null,
) => {
  const { db, audit } = platform;

  /** Writes what an act changed, and that it was done. */
  const save = async (
    tx: Db,
    who: Actor,
    id: string,
    before: VenueState,
    after: VenueState,
    act: LoggedAct,
  ): Promise<void> => {
    if (!(await saveState(platform, tx, who, id, { before, after, act }))) throw new Refusal(problems.stale);
    await audit.record(tx, who, `venues.${act.kind}`, id, { rev: after.rev, venue: act.venue });
  };

  /** One act of a venue for itself: decided, written, told. */
  const venueActs = async (tx: Db, who: Actor, sitting: SittingFacts, venue: string, act: BranchAct) => {
    const before = await openSitting(tx, who, sitting, true);
    const after = must(branchActs(before, venue, act, { at: new Date().toISOString() }));
    if (after !== before)
      await save(tx, who, sitting.id, before, after, {
        kind: act.kind,
        venue,
        item: before.item,
        detail: detailOf(act, before),
      });
    return after;
  };

  /** A recording's row follows the state. */
  const keepRecording = async (tx: Db, who: Actor, id: string, before: VenueState, after: VenueState) => {
    if (before.recordedSince === after.recordedSince) return;
    const at = new Date().toISOString();
    if (after.recordedSince === null) await endRecording(tx, keyOf(who, id), at);
    else await beginRecording(tx, keyOf(who, id), at);
  };

  const follow = (who: Actor, id: string, state: VenueState): void => {
    patrol.watch(keyOf(who, id), state);
    recorder?.watch(keyOf(who, id), state);
    reconciler?.soon(keyOf(who, id));
  };

  /** An operator's act on the state that was read and locked. */
  const operate = async (
    tx: Db,
    who: Actor,
    sitting: SittingFacts,
    before: VenueState,
    act: ControlAct,
  ): Promise<VenueState> => {
    const { id } = sitting;
    const after = must(
      operatorActs(before, act, {
        venues: venuesOf(sitting),
        items: new Set((await meetings.items(tx, id)).map((item) => item.id)),
        documents: act.kind === 'document' ? await documentsToShow(tx, keyOf(who, id)) : new Map(),
        at: new Date().toISOString(),
      }),
    );
    if (after === before) return after;
    await bookKeeping(tx, who, sitting, act);
    await keepRecording(tx, who, id, before, after);
    await save(tx, who, id, before, after, {
      kind: act.kind,
      venue: venueOf(act),
      item: after.item,
      detail: detailOf(act, before, after),
    });
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
      if (act.kind === 'record' && !recorder) throw new Refusal(problems.noRecorder);
      const state = await db.transaction(who, async (tx) => {
        const sitting = await admit(meetings, tx, who, id);
        const before = await openSitting(tx, who, sitting, true);
        if (seen < before.controlRev || seen > before.rev)
          throw new Refusal(problems.stale, {
            rev: before.rev,
            // What the other operator did, so that this one need not guess.
            ...(await readEventAt(tx, keyOf(who, id), before.controlRev)),
          });
        return operate(tx, who, sitting, before, act);
      });
      follow(who, id, state);
      return state;
    },

    /** The convener says whether the sitting may be recorded; no revision is needed for a yes or no. */
    chooseRecording: async (who: Actor, id: string, allowed: boolean): Promise<VenueState> => {
      const state = await db.transaction(who, async (tx) => {
        const sitting = await admit(meetings, tx, who, id);
        if (!meetings.mayWatch(who, sitting)) throw new Refusal(problems.notFound);
        const before = await openSitting(tx, who, sitting, true);
        return operate(tx, who, sitting, before, { kind: 'allow-record', allowed });
      });
      follow(who, id, state);
      return state;
    },

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
