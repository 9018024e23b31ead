import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { MeetingRequest, RequestDraft, RequestVerdict } from '../contract.ts';
import { calledBy, calledByItems, namedPosts, readOutCallUps } from '../domain/audience.ts';
import { decideConvening, monthsTouched, sayVerdict, type Verdict } from '../domain/convening.ts';
import { ruleOn, rulesOn, type StoredRule } from '../domain/rules.ts';
import { problems } from '../problems.ts';
import type { Dependencies } from './dependencies.ts';
import { checkCommittees, departmentOf, type Office, readOffice } from './office.ts';
import { seesAllRequests } from './policy.ts';
import {
  changeRequest,
  findRequests,
  insertDecision,
  insertRequest,
  lockConvening,
  monthUse,
  type NewItem,
  type RequestRow,
} from './request-repository.ts';
import { viewRequests } from './request-view.ts';
import { ensureRules, readRules } from './rule-repository.ts';

interface Window {
  readonly earliest: string;
  readonly latest: string;
  readonly day_part: string;
  readonly fixed_at: string | null;
}

/** A window's past part is cut off: its rule and month are those of the days that are left. */
const windowOf = ({ when }: RequestDraft, now: Date): Window => {
  const today = officeDay(now);
  if (when.kind === 'window') {
    const begun = when.earliest < today;
    if (when.latest < today) throw new Refusal(problems.windowPast);
    return {
      earliest: begun ? today : when.earliest,
      latest: when.latest,
      day_part: when.part,
      fixed_at: null,
    };
  }
  if (Date.parse(when.startsAt) <= now.getTime()) throw new Refusal(problems.windowPast);
  const day = officeDay(when.startsAt);
  return { earliest: day, latest: day, day_part: 'any', fixed_at: new Date(when.startsAt).toISOString() };
};

const audiencesOf = (draft: RequestDraft) => [
  { path: 'body.audience', audience: draft.audience },
  ...draft.items.flatMap(({ audience }, index) =>
    audience ? [{ path: `body.items.${index}.audience`, audience }] : [],
  ),
];

/** Audiences that some item really uses. */
const usedAudiences = (draft: RequestDraft) => draft.items.map(({ audience }) => audience ?? draft.audience);

export interface PlannedRequest {
  readonly department: string;
  readonly window: Window;
  readonly callUps: number;
  readonly items: readonly NewItem[];
  readonly verdict: Verdict;
  readonly words: { zh: string; en: string };
  readonly rule: StoredRule | null;
  readonly readOut: number;
}

const plan = async (
  tx: Db,
  office: Office,
  rules: readonly StoredRule[],
  department: { id: string; kind: string },
  draft: RequestDraft,
): Promise<PlannedRequest> => {
  checkCommittees(office, audiencesOf(draft));
  const window = windowOf(draft, new Date());
  const callUps = calledByItems(draft.audience, draft.items, office.cadres).length;
  const inForce = rulesOn(rules, window.earliest);
  const uses = [];
  for (const month of monthsTouched(window.earliest, window.latest))
    uses.push(await monthUse(tx, department.id, month));
  const ask = { departmentKind: department.kind, posts: namedPosts(usedAudiences(draft)), callUps };
  const verdict = decideConvening(inForce, ask, uses);
  return {
    department: department.id,
    window,
    callUps,
    items: draft.items.map((item) => ({
      ...item,
      callUps: calledBy(item.audience ?? draft.audience, office.cadres).length,
    })),
    verdict,
    words: sayVerdict(inForce, verdict),
    rule: verdict.rule === 'no_call_up' ? null : ruleOn(rules, verdict.rule, window.earliest),
    readOut: readOutCallUps(draft.audience, draft.items, office.cadres),
  };
};

const rowOf = (who: Actor, draft: RequestDraft, planned: PlannedRequest) => ({
  ...planned.window,
  subdistrict_id: who.subdistrict,
  department_id: planned.department,
  requested_by: who.account,
  requester: who.name,
  requested_at: new Date().toISOString(),
  purpose: draft.purpose,
  audience: draft.audience,
  mode: draft.mode,
  place: draft.place,
  call_ups: planned.callUps,
  state: planned.verdict.outcome === 'admitted' ? 'approved' : 'waiting',
  counts_under: planned.verdict.outcome === 'admitted' ? (planned.rule?.code ?? null) : null,
});

const own = (who: Actor, office: Office) => {
  const department = departmentOf(who, office);
  if (!department) throw new Refusal(problems.noDepartment);
  return department;
};

/** Use cases of requests: ask, decide, withdraw, read. */
export const createRequests = ({ platform: { db, audit, live }, organisation }: Dependencies) => {
  const tell = async (tx: Db, who: Actor, department: string) => {
    await live.publish(tx, who.subdistrict, 'office', { meetings: 'requests' });
    await live.publish(tx, who.subdistrict, `department:${department}`, { meetings: 'requests' });
  };

  const visible = (who: Actor, office: Office, row: RequestRow | undefined): RequestRow => {
    if (!row || !(seesAllRequests(who) || row.department_id === departmentOf(who, office)?.id))
      throw new Refusal(problems.notFound);
    return row;
  };

  const show = async (tx: Db, who: Actor, office: Office, id: string): Promise<MeetingRequest> => {
    const row = visible(who, office, (await findRequests(tx, { id }))[0]);
    const [view] = await viewRequests(tx, who, office, [row]);
    if (!view) throw new Refusal(problems.notFound);
    return view;
  };

  /** Locks a request for a decision. @throws {Refusal} notFound, stale */
  const take = async (tx: Db, who: Actor, office: Office, id: string): Promise<RequestRow> =>
    visible(who, office, (await findRequests(tx, { id }, true))[0]);

  return {
    /** What would become of a draft now; nothing is written. */
    check: (who: Actor, draft: RequestDraft): Promise<RequestVerdict> =>
      db.read(who, async (tx) => {
        const office = await readOffice(tx, organisation);
        const planned = await plan(tx, office, await readRules(tx), own(who, office), draft);
        const { outcome, rule } = planned.verdict;
        return {
          outcome,
          rule,
          words: planned.words,
          callUps: planned.callUps,
          readOutCallUps: planned.readOut,
        };
      }),

    /** Asks for a meeting: admitted at once, or waiting for the main leader, as the rule in force says. */
    request: (who: Actor, draft: RequestDraft): Promise<MeetingRequest> =>
      db.transaction(who, async (tx) => {
        const office = await readOffice(tx, organisation);
        const department = own(who, office);
        await lockConvening(tx, who.subdistrict, department.id);
        const planned = await plan(tx, office, await ensureRules(tx, who.subdistrict), department, draft);
        const id = await insertRequest(tx, rowOf(who, draft, planned), planned.items);
        const { outcome, rule } = planned.verdict;
        await insertDecision(tx, who, id, { outcome, words: planned.words, rule: planned.rule });
        await tell(tx, who, department.id);
        const view = await show(tx, who, office, id);
        await audit.record(tx, who, 'meeting.requested', id, { outcome, rule, callUps: planned.callUps });
        return view;
      }),

    list: (who: Actor, state: string | undefined): Promise<MeetingRequest[]> =>
      db.read(who, async (tx) => {
        const office = await readOffice(tx, organisation);
        const department = departmentOf(who, office)?.id ?? null;
        if (!seesAllRequests(who) && department === null) return [];
        const filter = { department: seesAllRequests(who) ? null : department, ...(state ? { state } : {}) };
        return viewRequests(tx, who, office, await findRequests(tx, filter));
      }),

    show: (who: Actor, id: string): Promise<MeetingRequest> =>
      db.read(who, async (tx) => show(tx, who, await readOffice(tx, organisation), id)),

    /** The main leader's word, with its reason. */
    decide: (
      who: Actor,
      id: string,
      { outcome, reason, revision }: { outcome: 'approved' | 'refused'; reason: string; revision: number },
    ): Promise<MeetingRequest> =>
      db.transaction(who, async (tx) => {
        const office = await readOffice(tx, organisation);
        const row = await take(tx, who, office, id);
        if (row.state !== 'waiting') throw new Refusal(problems.decided, { state: row.state });
        if (row.revision !== revision) throw new Refusal(problems.stale);
        await changeRequest(tx, id, { state: outcome });
        const words =
          outcome === 'approved'
            ? { zh: '主要领导批准', en: 'Approved by the main leader' }
            : { zh: '主要领导不同意', en: 'Refused by the main leader' };
        await insertDecision(tx, who, id, { outcome, words, reason });
        await tell(tx, who, row.department_id);
        const view = await show(tx, who, office, id);
        await audit.record(tx, who, `meeting.${outcome}`, id);
        return view;
      }),

    /** Takes a request back before it is arranged; its place in the quota is free again. */
    withdraw: (
      who: Actor,
      id: string,
      { reason, revision }: { reason: string; revision: number },
    ): Promise<MeetingRequest> =>
      db.transaction(who, async (tx) => {
        const office = await readOffice(tx, organisation);
        const row = await take(tx, who, office, id);
        if (row.department_id !== departmentOf(who, office)?.id) throw new Refusal(problems.notFound);
        if (row.state === 'arranged') throw new Refusal(problems.alreadyArranged);
        if (row.state !== 'waiting' && row.state !== 'approved') throw new Refusal(problems.decided);
        if (row.revision !== revision) throw new Refusal(problems.stale);
        await changeRequest(tx, id, { state: 'withdrawn', counts_under: null });
        const words = { zh: '申请科室撤回', en: 'Withdrawn by the department' };
        await insertDecision(tx, who, id, { outcome: 'withdrawn', words, reason });
        await tell(tx, who, row.department_id);
        const view = await show(tx, who, office, id);
        await audit.record(tx, who, 'meeting.withdrawn', id);
        return view;
      }),
  };
};
