import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ticket } from '#modules/venues/server';
import type {
  SyntheticOrder,
  TicketAnswer,
  TicketQuestion,
  TrafficAnswer,
  TrafficQuestion,
} from './synthetic-process.ts';
import type { Traffic } from './traffic.ts';

const program = fileURLToPath(new URL('./synthetic-process.ts', import.meta.url));

export interface Rehearsal {
  readonly origin: string;
  /** Venues to play; the main venue (`hall`) also sends a tone. */
  readonly venues: readonly string[];
  readonly ticketFor: (venue: string) => Promise<Ticket>;
  /** What each watches and sends; default: nothing, a small picture. */
  readonly manner?: Pick<SyntheticOrder['venues'][number], 'watches' | 'picture'>;
}

export interface Rehearsed {
  /** What each venue's line has carried, in the order given. */
  readonly traffic: () => Promise<readonly Traffic[]>;
  /** Resolves when the venues' process is over, whoever ended it. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Fills a sitting with synthetic venues, in a process of their own. */
export const startRehearsal = ({ origin, venues, ticketFor, manner = {} }: Rehearsal): Rehearsed => {
  const child = fork(program, [], { stdio: 'ignore', execArgv: [] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    // One that could not be started never exits.
    child.once('error', () => resolve());
  });
  const asked = new Map<number, (lines: readonly Traffic[]) => void>();
  child.on('message', (message: TicketQuestion | TrafficAnswer) => {
    if ('lines' in message) return asked.get(message.traffic)?.(message.lines);
    const { question, venue } = message;
    const answer = (ticket: Ticket | null) => {
      if (child.connected) child.send({ question, ticket } satisfies TicketAnswer);
    };
    ticketFor(venue).then(answer, () => answer(null));
  });
  const order: SyntheticOrder = {
    origin,
    venues: venues.map((venue) => ({ ...manner, venue, speaks: venue === 'hall' })),
  };
  child.send(order);
  return {
    traffic: () =>
      new Promise((resolve) => {
        asked.set(asked.size, resolve);
        child.send({ traffic: asked.size - 1 } satisfies TrafficQuestion);
      }),
    ended,
    stop: () => {
      if (child.connected) child.disconnect();
      return ended;
    },
  };
};
