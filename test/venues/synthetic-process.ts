/**
 * The process that holds synthetic venues, so that their pictures cost the server's event loop nothing. Its
 * parent names the venues and gives out tickets over the IPC channel; it ends with its parent.
 */
import { startSyntheticVenues } from './synthetic.ts';

export interface SyntheticOrder {
  readonly origin: string;
  readonly venues: readonly { readonly venue: string; readonly speaks: boolean }[];
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

const start = ({ origin, venues }: SyntheticOrder): void => {
  startSyntheticVenues(
    venues.map(({ venue, speaks }, seed) => ({ seed, origin, speaks, ticket: () => askTicket(venue) })),
  );
};

process.on('message', (message: SyntheticOrder | TicketAnswer) => {
  if ('venues' in message) start(message);
  else waiting.get(message.question)?.(message);
});
// Nothing to save; native threads would only hold the end up.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
