import { useText } from '#platform/ui/text.ts';
import { countVotes } from '../../domain/log-detail.ts';
import type { Poll } from '../../domain/state.ts';

export interface PollCountsProps {
  readonly poll: Poll;
  readonly venues: number;
}

/** How many venues said what, and how many have said nothing yet. */
export const PollCounts = ({ poll, venues }: PollCountsProps) => {
  const t = useText();
  const counts = countVotes(poll);
  const silent = venues - poll.votes.length;
  return (
    <p className="venue-counts">
      {poll.choices.map((choice, place) => (
        <span key={choice}>
          {choice} <b>{counts[place]}</b>
        </span>
      ))}
      {silent > 0 && (
        <span>
          {t('venues.poll-silent')} <b>{silent}</b>
        </span>
      )}
    </p>
  );
};
