import { type BoundRoute, handle } from '#platform/http/bind.ts';
import * as contract from '../../contract.ts';
import type { Small } from './service.ts';

export const smallRoutes = (small: Small): BoundRoute[] => [
  handle(contract.listSmallMeetings, ({ who }) => small.open(who)),
  handle(contract.listSmallMeetingChoices, ({ who }) => small.choices(who)),
  handle(contract.checkSmallMeeting, ({ who, body }) => small.check(who, body.people)),
  handle(contract.callSmallMeeting, ({ who, body }) => small.call(who, body.people)),
  handle(contract.showSmallMeeting, ({ who, params }) => small.show(who, params.id)),
  handle(contract.issueSmallMeetingTicket, ({ who, params, body }) =>
    small.ticket(who, params.id, body.device),
  ),
  handle(contract.leaveSmallMeeting, async ({ who, params }) => {
    await small.leave(who, params.id);
    return undefined;
  }),
  handle(contract.endSmallMeeting, async ({ who, params }) => {
    await small.end(who, params.id);
    return undefined;
  }),
];
