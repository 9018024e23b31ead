import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { AgendaItem, RequestDraft } from '../contract.ts';

/** A sitting (会次) as other modules see it. Times ISO 8601 UTC. */
export interface SittingFacts {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: 'video' | 'in_person' | 'on_site';
  readonly place: string;
  readonly state: 'arranged' | 'started' | 'ended' | 'cancelled';
  /** `practice` (演练) calls nobody and counts nowhere; `small` (小会) was called there and then. */
  readonly kind: 'regular' | 'practice' | 'small';
  readonly revision: number;
  /** Ids of the departments whose requests are pooled here. */
  readonly departments: readonly string[];
  /** Ids of the committees with at least one cadre called. */
  readonly committees: readonly string[];
}

/** A committee called to a sitting, and who of it. */
export interface InvitedCommittee {
  readonly committee: string;
  readonly cadres: readonly {
    readonly id: string;
    readonly from: string;
    readonly until: string;
    readonly reply: 'none' | 'coming' | 'stand_in';
    readonly standIn: string | null;
  }[];
}

/** Where an attendance report comes from: a venue's device, the console's roll-call, a sign-in sheet. */
type AttendanceSource = 'device' | 'roll_call' | 'sign_in';

/** What one source knows of one committee at one sitting. */
export interface AttendanceReport {
  readonly committee: string;
  readonly source: AttendanceSource;
  /** ISO instants; `until` null while still connected. */
  readonly intervals: readonly { readonly from: string; readonly until: string | null }[];
  readonly headCount?: number | null;
}

/** A request and, when `sitting` names one, the sitting it is pooled in: for filling a demonstration. */
export interface PlantedRequest {
  readonly department: string;
  readonly draft: RequestDraft;
  readonly requestedAt: string;
  /** Key of a planted sitting; requests of one key are pooled in their order. */
  readonly sitting: string | null;
  /** Default: as the rules say, `approved` when there is a sitting. */
  readonly state?: 'waiting' | 'approved' | 'refused' | 'withdrawn';
}

export interface PlantedSitting {
  readonly key: string;
  readonly title: string;
  readonly startsAt: string;
  readonly mode: 'video' | 'in_person' | 'on_site';
  readonly place: string;
  readonly state: 'arranged' | 'ended';
  /** To practise on: it takes nobody's time, no quota, and no attendance is kept of it. */
  readonly practice?: boolean;
}

/** A cadre somebody of the office calls to a small meeting. */
export interface CalledCadre {
  readonly cadre: string;
  readonly committee: string;
  readonly posts: readonly string[];
}

/** Why cadres cannot be called now: by the rules, or because some sit in another meeting. */
export interface CallRefusal {
  readonly why: 'needs-approval' | 'called-elsewhere';
  readonly words: { readonly zh: string; readonly en: string };
}

/** What the convening rules say to calling some cadres now. */
export interface CallVerdict {
  readonly allowed: boolean;
  readonly words: { readonly zh: string; readonly en: string };
}

/** What other modules may ask of meetings. All methods work in the caller's transaction. */
export interface MeetingsService {
  /** Null when there is no such sitting in this subdistrict. */
  readonly sitting: (tx: Db, id: string) => Promise<SittingFacts | null>;
  /** Sittings by video that begin on an office day, earliest first. */
  readonly videoSittings: (tx: Db, day: string) => Promise<SittingFacts[]>;
  readonly invitedCommittees: (tx: Db, sittingId: string) => Promise<InvitedCommittee[]>;
  /** The agenda in order with each item's times. */
  readonly items: (tx: Db, sittingId: string) => Promise<AgendaItem[]>;
  /** The hall's people, the arrangers, the leader, and the departments whose items are on the agenda. */
  readonly mayWatch: (who: Actor, sitting: SittingFacts) => boolean;
  /** Whether the actor's committee is called to it. */
  readonly mayJoin: (who: Actor, sitting: SittingFacts) => boolean;
  /** Replaces what this source said before of this committee; reporting twice changes nothing. */
  readonly recordAttendance: (
    tx: Db,
    who: Actor,
    sittingId: string,
    report: AttendanceReport,
  ) => Promise<void>;
  /**
   * Idempotent. Neither writes the audit (the caller's use case does).
   * @throws {Refusal} notFound; closed when cancelled (or, for markStarted, ended)
   */
  readonly markStarted: (tx: Db, who: Actor, sittingId: string) => Promise<void>;
  readonly markEnded: (tx: Db, who: Actor, sittingId: string) => Promise<void>;
  /** Whether somebody may call these cadres now, by the rules any request follows; nothing is written. */
  readonly judgeCall: (tx: Db, who: Actor, called: readonly CalledCadre[]) => Promise<CallVerdict>;
  /**
   * Calls cadres to a small meeting that begins now: a sitting, its call-ups, and what the department has taken of
   * its rules. Writes no audit (the caller's use case does).
   * @returns why nobody was called and nothing written, or null
   */
  readonly callNow: (
    tx: Db,
    who: Actor,
    call: { id: string; title: string; at: string; called: readonly CalledCadre[] },
  ) => Promise<CallRefusal | null>;
  /** A small meeting is over: each cadre called was there from when to when; who never came, not at all. */
  readonly settleCall: (
    tx: Db,
    id: string,
    endedAt: string,
    stays: ReadonlyMap<string, { from: string; until: string }>,
  ) => Promise<void>;
  /**
   * Writes many requests and sittings at once, past the rules' refusals and in the past if asked
   * (demonstration only). @returns ids by key of each planted sitting.
   */
  readonly plant: (
    tx: Db,
    who: Actor,
    plan: { requests: readonly PlantedRequest[]; sittings: readonly PlantedSitting[] },
  ) => Promise<ReadonlyMap<string, string>>;
}
