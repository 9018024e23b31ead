import { type BoundRoute, handle } from '#platform/http/bind.ts';
import * as contract from '../contract.ts';
import { createAudienceChoices } from './audience-choices.ts';
import type { Dependencies } from './dependencies.ts';
import { createReplies } from './replies.ts';
import { createRequests } from './requests.ts';
import { createRules } from './rules.ts';
import type { createSittings } from './sittings.ts';
import { createToday } from './today.ts';

const requestRoutes = (deps: Dependencies): BoundRoute[] => {
  const audience = createAudienceChoices(deps);
  const rules = createRules(deps);
  const requests = createRequests(deps);
  return [
    handle(contract.listAudienceChoices, ({ who }) => audience.list(who)),
    handle(contract.countAudience, ({ who, body }) => audience.count(who, body)),
    handle(contract.listConveningRules, ({ who }) => rules.list(who)),
    handle(contract.amendConveningRule, ({ who, body }) => rules.amend(who, body)),
    handle(contract.checkMeetingRequest, ({ who, body }) => requests.check(who, body)),
    handle(contract.requestMeeting, ({ who, body }) => requests.request(who, body)),
    handle(contract.listMeetingRequests, ({ who, query }) => requests.list(who, query.state)),
    handle(contract.showMeetingRequest, ({ who, params }) => requests.show(who, params.id)),
    handle(contract.decideMeetingRequest, ({ who, params, body }) => requests.decide(who, params.id, body)),
    handle(contract.withdrawMeetingRequest, ({ who, params, body }) =>
      requests.withdraw(who, params.id, body),
    ),
  ];
};

const sittingRoutes = (deps: Dependencies, sittings: ReturnType<typeof createSittings>): BoundRoute[] => {
  const replies = createReplies(deps);
  const today = createToday(deps);
  return [
    handle(contract.checkArrangement, ({ who, body }) => sittings.check(who, body)),
    handle(contract.arrangeSitting, ({ who, body }) => sittings.arrange(who, body)),
    handle(contract.moveSitting, ({ who, params, body }) => sittings.move(who, params.id, body)),
    handle(contract.cancelSitting, ({ who, params, body }) => sittings.cancel(who, params.id, body)),
    handle(contract.startSitting, ({ who, params }) => sittings.start(who, params.id)),
    handle(contract.endSitting, ({ who, params }) => sittings.end(who, params.id)),
    handle(contract.listSittings, ({ who, query }) => sittings.list(who, query.from, query.until)),
    handle(contract.showSitting, ({ who, params }) => sittings.show(who, params.id)),
    handle(contract.replyToInvitation, ({ who, params, body }) =>
      replies.reply(who, params.id, params.cadre, body),
    ),
    handle(contract.showTodayMeetings, ({ who }) => today.show(who)),
  ];
};

export const meetingsRoutes = (
  deps: Dependencies,
  sittings: ReturnType<typeof createSittings>,
): BoundRoute[] => [...requestRoutes(deps), ...sittingRoutes(deps, sittings)];
