import { Refusal } from '#platform/contract/problem.ts';
import { type BoundRoute, handle } from '#platform/http/bind.ts';
import { eventStream } from '#platform/live/event-stream.ts';
import * as contract from '../contract.ts';
import { problems } from '../problems.ts';
import type { Context } from './context.ts';

/** Live pages: one stream a page, of the topics it shows, as long as its session stands. */
export const liveRoute = ({ platform, topics, sessions, cookies }: Context): BoundRoute =>
  handle(contract.openLive, async ({ who, query, request, signal }) => {
    const allowed = await topics.authorise(who, query.topics);
    if (!allowed) throw new Refusal(problems.topicForbidden);
    const token = cookies.read(request, 'session_token') ?? '';
    return {
      type: 'text/event-stream',
      // Proxies must not gather events before they pass them on.
      headers: { 'x-accel-buffering': 'no' },
      content: eventStream({
        live: platform.live,
        subdistrict: who.subdistrict,
        topics: allowed,
        account: who.account,
        stillAllowed: () => sessions.stands(token),
        signal,
      }),
    };
  });
