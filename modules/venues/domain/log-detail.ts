import type { BranchAct, ControlAct } from './acts.ts';
import type { VenueState } from './state.ts';

/** What the log keeps of an act besides its venue: what could not be told from the log otherwise. */
export type LogDetail = Readonly<Record<string, unknown>>;

/** How many venues chose each choice. */
export const countVotes = ({
  choices,
  votes,
}: Pick<NonNullable<VenueState['poll']>, 'choices' | 'votes'>): number[] =>
  choices.map((_, place) => votes.filter(({ choice }) => choice === place).length);

/**
 * @param before the state the act was done in: what a closed question's venues had said
 * @param after what it made of it: the document that is shown now
 */
export const detailOf = (
  act: BranchAct | ControlAct,
  before: VenueState,
  after: VenueState = before,
): LogDetail | null => {
  switch (act.kind) {
    case 'notice':
      return { text: act.text };
    case 'layout':
      return { layout: act.layout };
    case 'auto':
      return { auto: act.auto };
    case 'document':
      return { document: act.document, page: act.page, title: after.document?.title ?? null };
    case 'allow-record':
      return { allowed: act.allowed };
    case 'groups-open':
      return { groups: before.breakout?.groups.map(({ name, venues }) => ({ name, venues })) ?? [] };
    case 'groups-visit':
    case 'groups-helped':
      return { group: before.breakout?.groups.find(({ id }) => id === act.group)?.name ?? null };
    case 'poll':
      return { question: act.question, choices: act.choices };
    case 'vote':
      return { choice: before.poll?.choices[act.choice] ?? '' };
    case 'poll-close':
      return before.poll
        ? { question: before.poll.question, choices: before.poll.choices, votes: countVotes(before.poll) }
        : null;
    default:
      return null;
  }
};
