import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { SittingDraft } from '../contract.ts';
import { problems } from '../problems.ts';
import { findItems, findRequests, type RequestRow } from './request-repository.ts';
import type { AgendaRow } from './sitting-repository.ts';

/** The pooled requests' items in the order asked for. @throws {Refusal} agendaIncomplete */
export const inOrder = async (
  tx: Db,
  requests: readonly RequestRow[],
  order: readonly string[],
): Promise<AgendaRow[]> => {
  const items = await findItems(
    tx,
    requests.map(({ id }) => id),
  );
  const complete = order.length === items.length && new Set(order).size === items.length;
  const of = new Map(requests.map((request) => [request.id, request]));
  const rows = order.flatMap((id) => {
    const item = items.find((one) => one.id === id);
    const request = item && of.get(item.request_id);
    return item && request
      ? [{ ...item, department_id: request.department_id, request_audience: request.audience }]
      : [];
  });
  if (!complete || rows.length !== items.length) throw new Refusal(problems.agendaIncomplete);
  return rows;
};

/** The requests to be pooled. @throws {Refusal} notReady, stale */
export const readyRequests = async (tx: Db, draft: SittingDraft, lock: boolean): Promise<RequestRow[]> => {
  const ids = [...new Set(draft.requests.map(({ id }) => id))];
  const rows = await findRequests(tx, { ids }, lock);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    if (row?.state !== 'approved') throw new Refusal(problems.notReady);
    if (draft.requests.some((one) => one.id === id && one.revision !== row.revision))
      throw new Refusal(problems.stale);
    return row;
  });
};
