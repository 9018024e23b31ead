import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ticket } from '#modules/venues/server';
import { atStop } from '#test/at-stop.ts';
import type { SyntheticOrder, TicketAnswer, TicketQuestion } from './synthetic-process.ts';

const program = fileURLToPath(new URL('./synthetic-process.ts', import.meta.url));

export interface Rehearsal {
  readonly origin: string;
  /** Venues to play; the main venue (`hall`) also sends a tone. */
  readonly venues: readonly string[];
  readonly ticketFor: (venue: string) => Promise<Ticket>;
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.disconnect();
  await ended;
};

/** Fills a sitting with synthetic venues, in a process of their own that ends when the test file is done. */
export const rehearse = ({ origin, venues, ticketFor }: Rehearsal): void => {
  const child = fork(program, [], { stdio: 'ignore', execArgv: [] });
  child.on('message', ({ question, venue }: TicketQuestion) => {
    const answer = (ticket: Ticket | null) => {
      if (child.connected) child.send({ question, ticket } satisfies TicketAnswer);
    };
    ticketFor(venue).then(answer, () => answer(null));
  });
  const order: SyntheticOrder = {
    origin,
    venues: venues.map((venue) => ({ venue, speaks: venue === 'hall' })),
  };
  child.send(order);
  atStop(() => end(child));
};
