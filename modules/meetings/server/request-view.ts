import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Decision, MeetingRequest, When } from '../contract.ts';
import { minutesOf } from '../domain/timetable.ts';
import { departmentOf, type Office } from './office.ts';
import {
  type DecisionRow,
  findDecisions,
  findItems,
  type ItemRow,
  type RequestRow,
} from './request-repository.ts';

const whenOf = (row: RequestRow): When =>
  row.fixed_at
    ? { kind: 'fixed', startsAt: row.fixed_at }
    : { kind: 'window', earliest: row.earliest, latest: row.latest, part: row.day_part as 'any' };

const itemOf = (row: ItemRow): MeetingRequest['items'][number] => ({
  id: row.id,
  title: row.title,
  minutes: row.minutes,
  kind: row.kind as 'discuss',
  presenter: row.presenter,
  audience: row.audience,
  callUps: row.call_ups,
});

const decisionOf = (row: DecisionRow): Decision => ({
  outcome: row.outcome as Decision['outcome'],
  rule: row.rule_code,
  words: row.words as Decision['words'],
  reason: row.reason,
  by: row.decider,
  at: row.decided_at,
});

/** Requests as the API shows them to one person. */
export const viewRequests = async (
  tx: Db,
  who: Actor,
  office: Office,
  rows: readonly RequestRow[],
): Promise<MeetingRequest[]> => {
  const ids = rows.map(({ id }) => id);
  const items = Map.groupBy(await findItems(tx, ids), (item) => item.request_id);
  const decisions = Map.groupBy(await findDecisions(tx, ids), (decision) => decision.request_id);
  const own = departmentOf(who, office)?.id;
  return rows.map((row) => {
    const ownItems = (items.get(row.id) ?? []).map(itemOf);
    return {
      id: row.id,
      department: office.departmentNamed(row.department_id),
      requestedBy: row.requester,
      requestedAt: row.requested_at,
      purpose: row.purpose,
      items: ownItems,
      minutes: minutesOf(ownItems),
      audience: row.audience,
      callUps: row.call_ups,
      when: whenOf(row),
      mode: row.mode as 'video',
      place: row.place,
      state: row.state as MeetingRequest['state'],
      decisions: (decisions.get(row.id) ?? []).map(decisionOf),
      sitting: row.sitting_id,
      revision: row.revision,
      mine: row.department_id === own,
    };
  });
};
