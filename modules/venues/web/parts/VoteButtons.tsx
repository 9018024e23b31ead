import { useAction } from '#platform/ui/calls.ts';
import { useText } from '#platform/ui/text.ts';
import type { Venue, VenueState } from '../../domain/state.ts';
import { useLine } from '../branch/line.ts';

export interface VoteButtonsProps {
  readonly id: string;
  readonly own: Venue;
  readonly poll: NonNullable<VenueState['poll']>;
  readonly offer: (state: VenueState) => void;
}

/** The venue's one voice; another press changes it until the question is closed. */
export const VoteButtons = ({ id, own, poll, offer }: VoteButtonsProps) => {
  const t = useText();
  const act = useAction(useLine().act, { refresh: [], onDone: offer });
  const said = poll.votes.find(({ venue }) => venue === own)?.choice;
  if (poll.closed) return null;
  return (
    <fieldset className="venue-vote">
      <legend>{t('venues.poll-open', { question: poll.question })}</legend>
      {poll.choices.map((choice, place) => (
        <button
          key={choice}
          type="button"
          className="venue-do"
          aria-pressed={said === place}
          disabled={act.isPending}
          onClick={() => act.mutate({ params: { id }, body: { act: 'vote', choice: place } })}
        >
          {choice}
        </button>
      ))}
      {act.isError && (
        <p role="alert" className="venue-refused">
          {act.error.message}
        </p>
      )}
    </fieldset>
  );
};
