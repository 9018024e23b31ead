/**
 * The process that holds synthetic venues, so that their pictures cost the server's event loop nothing. Its
 * parent names the venues and gives out tickets over the IPC channel; it ends with its parent.
 */
import { type SyntheticVenue, startSyntheticVenues } from './synthetic.ts';
import type { Traffic } from './traffic.ts';

export interface SyntheticOrder {
  readonly origin: string;
  readonly venues: readonly (Omit<SyntheticVenue, 'seed' | 'origin' | 'ticket'> & {
    readonly venue: string;
  })[];
}
export interface TrafficQuestion {
  readonly traffic: number;
}
export interface TrafficAnswer extends TrafficQuestion {
  /** In the order of the venues. */
  readonly lines: readonly Traffic[];
}
export interface TicketQuestion {
  readonly question: number;
  readonly venue: string;
}
export interface TicketAnswer {
  readonly question: number;
  readonly ticket: { readonly url: string; readonly token: string } | null;
}

const waiting = new Map<number, (answer: TicketAnswer) => void>();
let questions = 0;

const askTicket = async (venue: string): Promise<{ url: string; token: string }> => {
  questions += 1;
  const question = questions;
  const answered = new Promise<TicketAnswer>((resolve) => waiting.set(question, resolve));
  process.send?.({ question, venue } satisfies TicketQuestion);
  const { ticket } = await answered;
  waiting.delete(question);
  if (!ticket) throw new Error('refused');
  return ticket;
};

let started: ReturnType<typeof startSyntheticVenues> | null = null;

const start = ({ origin, venues }: SyntheticOrder): void => {
  started = startSyntheticVenues(
    venues.map(({ venue, ...more }, seed) => ({ ...more, seed, origin, ticket: () => askTicket(venue) })),
  );
};

const answerTraffic = async ({ traffic }: TrafficQuestion): Promise<void> => {
  const lines = (await started?.traffic()) ?? [];
  process.send?.({ traffic, lines } satisfies TrafficAnswer);
};

process.on('message', (message: SyntheticOrder | TicketAnswer | TrafficQuestion) => {
  if ('venues' in message) start(message);
  else if ('traffic' in message) void answerTraffic(message);
  else waiting.get(message.question)?.(message);
});
// Nothing to save; native threads would only hold the end up.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
