import { Refusal } from '#platform/contract/problem.ts';
import { type BoundRoute, handle, handlePublic } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import * as contract from '../contract.ts';
import { problems } from '../problems.ts';
import type { Media } from './media.ts';
import type { Reconciler } from './reconcile.ts';
import type { createService } from './service.ts';
import type { createTickets } from './tickets.ts';
import type { createView } from './view.ts';

export interface Parts {
  readonly service: ReturnType<typeof createService>;
  readonly tickets: ReturnType<typeof createTickets>;
  readonly view: ReturnType<typeof createView>;
  readonly media: Media | null;
  readonly reconciler: Reconciler | null;
}

type State = (typeof contract.VenueState)['_output'];
/** The domain's state is read-only all through; what is sent is the same. */
const sent = (state: unknown): State => state as State;

export const bindRoutes = ({ db }: Platform, parts: Parts): BoundRoute[] => {
  const { service, tickets, view, media, reconciler } = parts;
  return [
    handle(contract.readVenues, ({ who, params }) => db.read(who, (tx) => view(tx, who, params.id))),
    handle(contract.issueBranchTicket, ({ who, params, body }) => tickets.branch(who, params.id, body)),
    handle(contract.issueHallTicket, ({ who, params, body }) => tickets.hall(who, params.id, body)),
    handle(contract.issueWallTicket, ({ who, params }) => tickets.wall(who, params.id)),
    handle(contract.issueConsoleTicket, ({ who, params }) => tickets.console(who, params.id)),
    handle(contract.actAsBranch, async ({ who, params, body }) =>
      sent(await service.actAsBranch(who, params.id, { kind: body.act })),
    ),
    handle(contract.reportHeadCount, async ({ who, params, body }) => {
      await service.reportHeadCount(who, params.id, body.people);
      return undefined;
    }),
    handle(contract.controlVenues, async ({ who, params, body }) =>
      sent(await service.control(who, params.id, body.rev, body.act)),
    ),
    handle(contract.readVenueLog, ({ who, params }) => service.log(who, params.id)),
    handlePublic(contract.hearMediaEngine, async ({ body, request }) => {
      const signature = request.headers.get('authorization') ?? '';
      const hint = media && (await media.hear(new TextDecoder().decode(body), signature));
      if (!hint) throw new Refusal(problems.badSignature);
      await reconciler?.hint(hint);
      return undefined;
    }),
  ];
};
