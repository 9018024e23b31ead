import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { RequestDraft } from '../contract.ts';
import { calledBy, calledByItems, namedPosts } from '../domain/audience.ts';
import { decideConvening, sayVerdict } from '../domain/convening.ts';
import { defaultsFrom, rulesOn } from '../domain/rules.ts';
import { minutesOf, needsOf, timetable } from '../domain/timetable.ts';
import type { MeetingsService, PlantedRequest, PlantedSitting } from './interface.ts';
import type { Office } from './office.ts';
import { findItems, findRequests, insertDecision, insertRequest } from './request-repository.ts';
import { ensureRules } from './rule-repository.ts';
import { insertAgenda, insertInvitations, insertSitting } from './sitting-repository.ts';

type Plan = Parameters<MeetingsService['plant']>[2];

const windowOf = ({ when }: RequestDraft) =>
  when.kind === 'window'
    ? { earliest: when.earliest, latest: when.latest, day_part: when.part, fixed_at: null }
    : {
        earliest: officeDay(when.startsAt),
        latest: officeDay(when.startsAt),
        day_part: 'any',
        fixed_at: new Date(when.startsAt).toISOString(),
      };

const humanWords = {
  refused: { zh: '主要领导不同意', en: 'Refused by the main leader' },
  withdrawn: { zh: '申请科室撤回', en: 'Withdrawn by the department' },
  approved: { zh: '主要领导批准', en: 'Approved by the main leader' },
} as const;

/** What the default rules say to a planted request, as if it were the first of its month. */
const rulingOn = (office: Office, { department, draft }: PlantedRequest, callUps: number) => {
  const rules = rulesOn([], officeDay());
  const verdict = decideConvening(
    rules,
    {
      departmentKind: office.departments.find(({ id }) => id === department)?.kind ?? 'business',
      posts: namedPosts(draft.items.map(({ audience }) => audience ?? draft.audience)),
      callUps,
    },
    [{ month: windowOf(draft).earliest.slice(0, 7), reservedSittings: 0, callUps: 0 }],
  );
  return { verdict, words: sayVerdict(rules, verdict) };
};

const plantRequest = async (
  tx: Db,
  who: Actor,
  office: Office,
  request: PlantedRequest,
  sitting: string | null,
  practice = false,
): Promise<string> => {
  const { draft } = request;
  const state = request.state ?? 'approved';
  const callUps = practice ? 0 : calledByItems(draft.audience, draft.items, office.cadres).length;
  const { verdict, words } = rulingOn(office, request, callUps);
  const admitted = verdict.outcome === 'admitted';
  const rule = verdict.rule === 'no_call_up' ? null : { code: verdict.rule, effectiveFrom: defaultsFrom };
  const id = await insertRequest(
    tx,
    {
      ...windowOf(draft),
      subdistrict_id: who.subdistrict,
      department_id: request.department,
      requested_by: who.account,
      requester: office.departmentNamed(request.department).name,
      requested_at: request.requestedAt,
      purpose: draft.purpose,
      audience: draft.audience,
      mode: draft.mode,
      place: draft.place,
      call_ups: callUps,
      state: sitting ? 'arranged' : state,
      sitting_id: sitting,
      counts_under: state === 'approved' && admitted ? (rule?.code ?? null) : null,
    },
    draft.items.map((item) => ({
      ...item,
      callUps: practice ? 0 : calledBy(item.audience ?? draft.audience, office.cadres).length,
    })),
  );
  const at = request.requestedAt;
  await insertDecision(tx, who, id, { outcome: verdict.outcome, words, rule, at });
  const byPerson = state === 'refused' || state === 'withdrawn' || (state === 'approved' && !admitted);
  if (byPerson) await insertDecision(tx, who, id, { outcome: state, words: humanWords[state], at });
  return id;
};

const plantAgenda = async (
  tx: Db,
  who: Actor,
  office: Office,
  sitting: PlantedSitting & { id: string },
  requests: readonly string[],
): Promise<void> => {
  const audiences = new Map((await findRequests(tx, { ids: requests })).map((row) => [row.id, row.audience]));
  const items = await findItems(tx, requests);
  const ordered = requests.flatMap((id) => items.filter((item) => item.request_id === id));
  const called = new Map(
    ordered.map((item) => {
      const audience = item.audience ?? audiences.get(item.request_id);
      return [item.id, new Set(audience ? calledBy(audience, office.cadres).map(({ id }) => id) : [])];
    }),
  );
  await insertAgenda(
    tx,
    who.subdistrict,
    sitting.id,
    ordered.map(({ id }) => id),
  );
  const needs = needsOf(timetable(new Date(sitting.startsAt).toISOString(), ordered), called);
  const invited = needs.flatMap((need) => {
    const committee = office.cadre.get(need.cadre)?.committeeId;
    return committee ? [{ ...need, committee }] : [];
  });
  await insertInvitations(tx, who.subdistrict, sitting.id, invited);
};

const plantSitting = (tx: Db, who: Actor, sitting: PlantedSitting & { id: string }, minutes: number) => {
  const startsAt = new Date(sitting.startsAt).toISOString();
  const ended = sitting.state === 'ended';
  return insertSitting(tx, {
    subdistrict_id: who.subdistrict,
    id: sitting.id,
    title: sitting.title,
    starts_at: startsAt,
    minutes,
    mode: sitting.mode,
    place: sitting.place,
    state: sitting.state,
    kind: sitting.practice ? 'practice' : 'regular',
    started_at: ended ? startsAt : null,
    ended_at: ended ? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() : null,
    arranged_by: who.account,
  });
};

/** See `MeetingsService.plant`. A planted sitting without requests is left out: it would have no agenda. */
export const plantMeetings = async (
  tx: Db,
  who: Actor,
  office: Office,
  { requests, sittings }: Plan,
): Promise<ReadonlyMap<string, string>> => {
  await ensureRules(tx, who.subdistrict);
  const ids = new Map<string, string>();
  for (const sitting of sittings) {
    const pooled = requests.filter((request) => request.sitting === sitting.key);
    if (pooled.length === 0) continue;
    const id = newId();
    await plantSitting(tx, who, { ...sitting, id }, minutesOf(pooled.flatMap(({ draft }) => draft.items)));
    const planted = [];
    for (const request of pooled)
      planted.push(await plantRequest(tx, who, office, request, id, sitting.practice));
    await plantAgenda(tx, who, office, { ...sitting, id }, planted);
    ids.set(sitting.key, id);
  }
  for (const request of requests)
    if (request.sitting === null) await plantRequest(tx, who, office, request, null);
  return ids;
};
