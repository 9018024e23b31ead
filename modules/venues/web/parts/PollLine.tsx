import { useText } from '#platform/ui/text.ts';
import { countVotes } from '../../domain/log-detail.ts';
import type { VenueState } from '../../domain/state.ts';

export interface PollLineProps {
  readonly poll: NonNullable<VenueState['poll']>;
  readonly venues: number;
}

/** The question and how many venues said what; whose was what stands on the tiles. */
export const PollLine = ({ poll, venues }: PollLineProps) => {
  const t = useText();
  const counts = countVotes(poll);
  return (
    <div className="venue-agenda" role="status">
      <p>{t(poll.closed ? 'venues.poll-result' : 'venues.poll-open', { question: poll.question })}</p>
      <p className="venue-counts">
        {poll.choices.map((choice, place) => (
          <span key={choice}>
            {choice} <b>{counts[place]}</b>
          </span>
        ))}
        {poll.votes.length < venues && (
          <span>
            {t('venues.poll-silent')} <b>{venues - poll.votes.length}</b>
          </span>
        )}
      </p>
    </div>
  );
};
