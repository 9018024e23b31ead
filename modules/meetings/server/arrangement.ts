import { isWorkingDay, officeDay, officeTime } from '#platform/calendar/calendar.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { AgendaItem, ArrangementVerdict, Clash } from '../contract.ts';
import { calledBy } from '../domain/audience.ts';
import { cadreClashes, forbids, windowClashes } from '../domain/conflicts.ts';
import { partsOf } from '../domain/parts.ts';
import { minutesBetween, minutesOf, type Need, needsOf, timetable } from '../domain/timetable.ts';
import { problems } from '../problems.ts';
import type { Dependencies } from './dependencies.ts';
import type { Office } from './office.ts';
import type { RequestRow } from './request-repository.ts';
import { type AgendaRow, findCallsElsewhere } from './sitting-repository.ts';

const longestMinutes = 8 * 60;
/** Wider than half a day on both sides, so that every near sitting is seen. */
const nearMs = 5 * 3_600_000;

export interface Arrangement {
  readonly agenda: readonly (AgendaRow & { from: string; until: string })[];
  readonly needs: readonly (Need & { committee: string })[];
  readonly clashes: readonly Clash[];
}

const shift = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** Whom each item calls, as the organisation stands now. */
const calledFor = (agenda: readonly AgendaRow[], office: Office): Map<string, ReadonlySet<string>> =>
  new Map(
    agenda.map((item) => {
      const audience = item.audience ?? item.request_audience;
      return [item.id, new Set(audience ? calledBy(audience, office.cadres).map(({ id }) => id) : [])];
    }),
  );

const clashesElsewhere = async (
  tx: Db,
  office: Office,
  needs: Arrangement['needs'],
  startsAt: string,
  endsAt: string,
  but: string | null,
): Promise<Clash[]> => {
  const span = { from: shift(startsAt, -nearMs), until: shift(endsAt, nearMs) };
  const calls = await findCallsElsewhere(
    tx,
    needs.map(({ cadre }) => cadre),
    span,
    but,
  );
  const named = (committee: string) => office.committeeNamed(committee).name;
  return cadreClashes(
    needs.map((need) => ({ ...need, committee: named(need.committee) })),
    calls.map((call) => ({
      cadre: call.cadre_id,
      committee: '',
      sitting: call.title,
      from: call.needed_from,
      until: call.needed_until,
    })),
  );
};

const placedRequests = (requests: readonly RequestRow[], agenda: Arrangement['agenda'], startsAt: string) =>
  requests.map((request) => {
    const from = agenda.find((item) => item.request_id === request.id)?.from ?? startsAt;
    return {
      purpose: request.purpose,
      earliest: request.earliest,
      latest: request.latest,
      part: request.day_part,
      fixedAt: request.fixed_at,
      from,
      day: officeDay(from),
      clock: officeTime(from),
    };
  });

/**
 * Lays a sitting out to the minute and finds what speaks against it. Writes nothing.
 * @param but the sitting itself, when it is being moved
 * @throws {Refusal} tooLong, windowPast
 */
export const layOut = async (
  { organisation }: Dependencies,
  tx: Db,
  office: Office,
  {
    startsAt,
    items,
    requests,
    but,
  }: {
    startsAt: string;
    items: readonly AgendaRow[];
    requests: readonly RequestRow[];
    but: string | null;
  },
): Promise<Arrangement> => {
  if (minutesOf(items) > longestMinutes) throw new Refusal(problems.tooLong, { minutes: minutesOf(items) });
  if (Date.parse(startsAt) <= Date.now()) throw new Refusal(problems.windowPast);
  const agenda = timetable(startsAt, items);
  const needs = needsOf(agenda, calledFor(items, office)).flatMap((need) => {
    const committee = office.cadre.get(need.cadre)?.committeeId;
    return committee ? [{ ...need, committee }] : [];
  });
  const overrides = await organisation.dayOverrides(tx);
  const restDay: Clash = { kind: 'rest_day', sitting: null, request: null, cadres: 0, committees: [] };
  const clashes = [
    ...(await clashesElsewhere(tx, office, needs, startsAt, agenda.at(-1)?.until ?? startsAt, but)),
    ...windowClashes(placedRequests(requests, agenda, startsAt)),
    ...(isWorkingDay(officeDay(startsAt), overrides) ? [] : [restDay]),
  ];
  return { agenda, needs, clashes };
};

/** @throws {Refusal} outsideWindow, calledTwice: what no arranger may overrule */
export const refuseForbidden = ({ clashes }: Arrangement): void => {
  const facts = { clashes: clashes.filter(forbids) };
  if (clashes.some(({ kind }) => kind === 'outside_window')) throw new Refusal(problems.outsideWindow, facts);
  if (clashes.some(({ kind }) => kind === 'twice')) throw new Refusal(problems.calledTwice, facts);
};

export const agendaItemOf = (office: Office, item: Arrangement['agenda'][number]): AgendaItem => ({
  id: item.id,
  request: item.request_id,
  department: office.departmentNamed(item.department_id),
  title: item.title,
  minutes: item.minutes,
  kind: item.kind as AgendaItem['kind'],
  presenter: item.presenter,
  from: item.from,
  until: item.until,
});

/** The parts of the audience and when each is needed. */
export const partsOfSitting = (office: Office, agenda: readonly AgendaRow[], needs: readonly Need[]) =>
  partsOf(
    needs.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    office.cadre,
    new Map(agenda.map((item) => [item.id, (item.audience ?? item.request_audience)?.posts ?? []])),
  );

/** An arrangement as the arranger sees it before it is made. */
export const verdictOf = (
  office: Office,
  requests: readonly RequestRow[],
  { agenda, needs, clashes }: Arrangement,
): ArrangementVerdict => ({
  agenda: agenda.map((item) => agendaItemOf(office, item)),
  parts: partsOfSitting(office, agenda, needs),
  clashes: [...clashes],
  possible: !clashes.some(forbids),
  callUps: { separately: requests.reduce((sum, { call_ups }) => sum + call_ups, 0), pooled: needs.length },
  cadreMinutes: {
    whole: needs.length * minutesOf(agenda),
    needed: needs.reduce((sum, { from, until }) => sum + minutesBetween(from, until), 0),
  },
});
