import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf, Route } from '#platform/contract/route.ts';
import { type BoundRoute, type Call, handle, handlePublic } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import * as contract from '../contract.ts';
import type { BranchAct } from '../domain/acts.ts';
import { problems } from '../problems.ts';
import type { Checks } from './checks.ts';
import type { Documents } from './documents.ts';
import type { Lines } from './lines.ts';
import type { Media } from './media.ts';
import type { Reconciler } from './reconcile.ts';
import type { Recordings } from './recording/service.ts';
import type { Roll } from './roll.ts';
import type { Credentials } from './screen-credentials.ts';
import type { createService } from './service.ts';
import type { Rounds } from './small/rounds.ts';
import type { createTickets } from './tickets.ts';
import type { createView } from './view.ts';

export interface Parts {
  readonly service: ReturnType<typeof createService>;
  readonly tickets: ReturnType<typeof createTickets>;
  readonly view: ReturnType<typeof createView>;
  readonly media: Media | null;
  readonly reconciler: Reconciler | null;
  readonly rounds: Rounds | null;
  readonly credentials: Credentials;
  readonly roll: Roll;
  readonly checks: Checks;
  readonly lines: Lines;
  readonly documents: Documents;
  readonly recordings: Recordings;
}

type State = (typeof contract.VenueState)['_output'];
/** The domain's state is read-only all through; what is sent is the same. */
const sent = (state: unknown): State => state as State;

/** What a branch sends, as the rules name it. */
const actOf = (body: BodyOf<typeof contract.actAsBranch>): BranchAct =>
  body.act === 'vote' ? { kind: 'vote', choice: body.choice } : { kind: body.act };

type Answer<R extends Route> = Parameters<typeof handle<R>>[1];

/**
 * What a branch does, bound twice: for the committee's cadres, and for its paired screen, which acts as the
 * same venue by its credential.
 */
const bindBranch =
  (credentials: Credentials) =>
  <R extends Route>(own: R, asScreen: R, answer: Answer<R>): BoundRoute[] => [
    handle(own, answer),
    handlePublic(asScreen, async (call) => {
      const { who } = await credentials.must(call.request);
      return answer({ ...call, who } as Call<R, Actor>);
    }),
  ];

export const bindRoutes = ({ db }: Platform, parts: Parts): BoundRoute[] => {
  const { service, tickets, view, media, reconciler, rounds, credentials, roll, checks, lines } = parts;
  const { documents, recordings } = parts;
  const branch = bindBranch(credentials);
  return [
    ...branch(contract.readVenues, contract.readVenuesAsScreen, ({ who, params }) =>
      db.read(who, (tx) => view.read(tx, who, params.id)),
    ),
    ...branch(contract.issueBranchTicket, contract.issueScreenTicket, ({ who, params, body }) =>
      tickets.branch(who, params.id, body),
    ),
    ...branch(contract.actAsBranch, contract.actAsScreen, async ({ who, params, body }) =>
      sent(await service.actAsBranch(who, params.id, actOf(body))),
    ),
    ...branch(contract.reportHeadCount, contract.reportHeadCountAsScreen, async ({ who, params, body }) => {
      await roll.report(who, params.id, body.people);
      return undefined;
    }),
    ...branch(contract.readOwnRoll, contract.readOwnRollAsScreen, ({ who, params }) =>
      roll.own(who, params.id),
    ),
    ...branch(contract.nameVenuePerson, contract.nameVenuePersonAsScreen, async ({ who, params, body }) => {
      await roll.name(who, params.id, body);
      return undefined;
    }),
    ...branch(contract.unnameVenuePerson, contract.unnameVenuePersonAsScreen, async ({ who, params }) => {
      await roll.unname(who, params.id, params.person);
      return undefined;
    }),
    ...branch(contract.issueCheckTicket, contract.issueCheckTicketAsScreen, ({ who, params }) =>
      checks.ticket(who, params.id),
    ),
    ...branch(contract.reportCheck, contract.reportCheckAsScreen, async ({ who, params, body }) => {
      await checks.report(who, params.id, body);
      return undefined;
    }),
    ...branch(contract.reportLine, contract.reportLineAsScreen, async ({ who, params, body }) => {
      await lines.report(who, params.id, body);
      return undefined;
    }),
    ...branch(contract.readDocumentPage, contract.readDocumentPageAsScreen, ({ who, params }) =>
      documents.page(who, params.id, params.document, params.page),
    ),
    handle(contract.listVenueDocuments, ({ who, params }) => documents.list(who, params.id)),
    handle(contract.addVenueDocument, ({ who, params, body }) => documents.add(who, params.id, body)),
    handle(contract.putDocumentPage, async ({ who, params, body }) => {
      await documents.putPage(who, params.id, params.document, params.page, body);
      return undefined;
    }),
    handle(contract.removeVenueDocument, async ({ who, params }) => {
      await documents.remove(who, params.id, params.document);
      return undefined;
    }),
    handle(contract.listRecordings, ({ who, params }) => recordings.list(who, params.id)),
    handle(contract.chooseRecording, async ({ who, params, body }) =>
      sent(await service.chooseRecording(who, params.id, body.allowed)),
    ),
    handle(contract.openRecording, ({ who, params }) => recordings.open(who, params.id)),
    handle(contract.playRecording, ({ who, params, query, request }) =>
      recordings.play(who, params.id, params.part, query.viewing, request.headers.get('range')),
    ),
    handle(contract.deleteRecording, async ({ who, params, body }) => {
      await recordings.delete(who, params.id, body.reason);
      return undefined;
    }),
    handle(contract.readLines, ({ who, params }) => lines.all(who, params.id)),
    handle(contract.readChecks, ({ who, params }) => checks.all(who, params.id)),
    handle(contract.readRoll, ({ who, params }) => roll.all(who, params.id)),
    handle(contract.correctRoll, async ({ who, params, body }) => {
      await roll.correct(who, params.id, params.venue, body);
      return undefined;
    }),
    handlePublic(contract.openVenueSignIn, ({ body, address }) => roll.openSignIn(body.code, address)),
    handlePublic(contract.signInAtVenue, async ({ body: { code, ...person }, address }) => {
      await roll.signIn(code, address, person);
      return undefined;
    }),
    handle(contract.issueHallTicket, ({ who, params, body }) => tickets.hall(who, params.id, body)),
    handle(contract.issueWallTicket, ({ who, params }) => tickets.wall(who, params.id)),
    handle(contract.issueConsoleTicket, ({ who, params }) => tickets.console(who, params.id)),
    handle(contract.controlVenues, async ({ who, params, body }) =>
      sent(await service.control(who, params.id, body.rev, body.act)),
    ),
    handle(contract.reportHallVoice, async ({ who, params }) =>
      sent(await service.hallSpeaks(who, params.id)),
    ),
    handle(contract.readVenueLog, ({ who, params }) => service.log(who, params.id)),
    handlePublic(contract.hearMediaEngine, async ({ body, request }) => {
      const signature = request.headers.get('authorization') ?? '';
      const hint = media && (await media.hear(new TextDecoder().decode(body), signature));
      if (!hint) throw new Refusal(problems.badSignature);
      await reconciler?.hint(hint);
      await rounds?.hint(hint);
      return undefined;
    }),
  ];
};
