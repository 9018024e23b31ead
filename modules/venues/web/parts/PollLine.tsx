import { useText } from '#platform/ui/text.ts';
import { PollCounts, type PollCountsProps } from './PollCounts.tsx';

/** The question and how many venues said what; whose was what stands on the tiles. */
export const PollLine = ({ poll, venues }: PollCountsProps) => {
  const t = useText();
  return (
    <div className="venue-agenda" role="status">
      <p>{t(poll.closed ? 'venues.poll-result' : 'venues.poll-open', { question: poll.question })}</p>
      <PollCounts poll={poll} venues={venues} />
    </div>
  );
};
