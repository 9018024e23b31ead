import type { MeetingsService } from '#modules/meetings/server';
import type { Actor } from '#platform/contract/actor.ts';
import { type BoundRoute, handle, handlePublic, WithHeaders } from '#platform/http/bind.ts';
import { eventStream } from '#platform/live/event-stream.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import * as contract from '../contract.ts';
import { admitBranch } from './admission.ts';
import { type Credentials, setCookie } from './screen-credentials.ts';
import type { Screens } from './screens.ts';

export interface ScreenParts {
  readonly screens: Screens;
  readonly credentials: Credentials;
  readonly meetings: MeetingsService;
  readonly secure: boolean;
}

/** Pairing, for whoever looks after the venues; and what a paired screen asks for itself. */
export const screenRoutes = ({ db, live }: Platform, parts: ScreenParts): BoundRoute[] => {
  const { screens, credentials, meetings, secure } = parts;

  const topicsOf = async (who: Actor, sitting: string | undefined): Promise<Set<string>> => {
    const own = [`committee:${who.committee}`, 'office'];
    if (!sitting) return new Set(own);
    await db.read(who, (tx) => admitBranch(meetings, tx, who, sitting));
    return new Set([...own, `sitting:${sitting}`]);
  };

  return [
    handle(contract.listVenueScreens, ({ who }) => screens.list(who)),
    handle(contract.makePairingCode, ({ who, body }) => screens.makeCode(who, body.committee)),
    handle(contract.revokeVenueScreen, async ({ who, params }) => {
      await screens.revoke(who, params.id);
      return undefined;
    }),
    handlePublic(contract.pairScreen, async ({ body, address, request }) => {
      const userAgent = request.headers.get('user-agent') ?? '';
      const { plan, credential } = await screens.pair(body.code, address, userAgent);
      return new WithHeaders(plan, setCookie(credential, secure));
    }),
    handlePublic(contract.readScreen, async ({ request }) => {
      const { who, text } = await credentials.must(request);
      return new WithHeaders(await screens.plan(who), setCookie(text, secure));
    }),
    handlePublic(contract.listenAsScreen, async ({ request, query, signal }) => {
      const { who } = await credentials.must(request);
      return {
        type: 'text/event-stream',
        headers: { 'x-accel-buffering': 'no' },
        content: eventStream({
          live,
          subdistrict: who.subdistrict,
          topics: await topicsOf(who, query.sitting),
          account: who.account,
          stillAllowed: () => credentials.stands(request),
          signal,
        }),
      };
    }),
  ];
};
