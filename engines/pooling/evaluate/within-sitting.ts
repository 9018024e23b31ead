import { minuteOf, startsOf } from '../clock.ts';
import { type Held, hasCommitment, type Known, type Violation } from './held.ts';

const length = ({ slot, minutes }: Held): Violation[] =>
  minutes > slot.minutes ? [{ rule: 'too-long', slot: slot.id, amount: minutes - slot.minutes }] : [];

const start = ({ slot, sitting, minutes }: Held): Violation[] => {
  if (slot.until === undefined)
    return sitting.start === undefined || sitting.start === slot.start
      ? []
      : [{ rule: 'start', slot: slot.id }];
  const begins = sitting.start === undefined ? undefined : minuteOf(sitting.start);
  return begins !== undefined && startsOf(slot, Math.min(minutes, slot.minutes)).includes(begins)
    ? []
    : [{ rule: 'start', slot: slot.id }];
};

const agenda = (known: Known, { slot, sitting, requests }: Held): Violation[] => [
  ...sitting.agenda
    .filter((id) => !known.requests.has(id))
    .map((request): Violation => ({ rule: 'unknown-request', slot: slot.id, request })),
  ...(requests.length === 0 ? [{ rule: 'empty-agenda', slot: slot.id } as const] : []),
];

const pooled = ({ slot, requests }: Held): Violation[] =>
  requests.length < 2
    ? []
    : requests
        .filter(({ mergeable }) => !mergeable)
        .map(({ id }) => ({ rule: 'stands-alone', slot: slot.id, request: id }));

const placeOfRequests = ({ slot, requests }: Held): Violation[] =>
  requests.flatMap(({ id, releaseDay, deadlineDay, mode }) => [
    ...(slot.day < releaseDay || slot.day > deadlineDay
      ? [{ rule: 'window', slot: slot.id, request: id } as const]
      : []),
    ...(mode !== 'either' && mode !== slot.mode
      ? [{ rule: 'mode', slot: slot.id, request: id } as const]
      : []),
  ]);

/** A chair for everybody named, but for who is released for a commitment. */
const seats = (known: Known, { slot, span, needs, released }: Held): Violation[] => {
  if (slot.mode !== 'in-person' || slot.seats === null || needs.size <= slot.seats) return [];
  const elsewhere = [...released].filter((cadre) => needs.has(cadre) && hasCommitment(known, cadre, span));
  const chairs = needs.size - elsewhere.length;
  return chairs > slot.seats ? [{ rule: 'seats', slot: slot.id, amount: chairs - slot.seats }] : [];
};

const commitments = (known: Known, { slot, span, coming }: Held): Violation[] =>
  coming
    .filter((cadre) => hasCommitment(known, cadre, span))
    .map((cadre) => ({ rule: 'commitment', slot: slot.id, cadre }));

/** Every request keeps its quorum and its named cadres; one without a quorum needs everybody. */
const quorum = ({ slot, requests, released }: Held): Violation[] =>
  requests.flatMap(({ id, cadres, quorum: asked }) => {
    const gone = cadres.filter((cadre) => released.has(cadre));
    const fewest = asked?.fewest ?? cadres.length;
    const enough =
      cadres.length - gone.length >= fewest && !gone.some((cadre) => asked?.named?.includes(cadre));
    return enough ? [] : [{ rule: 'quorum', slot: slot.id, request: id, amount: gone.length }];
  });

/** The rules a sitting must keep, whatever the others do. */
export const withinSitting = (known: Known, held: Held): Violation[] => [
  ...agenda(known, held),
  ...length(held),
  ...start(held),
  ...pooled(held),
  ...placeOfRequests(held),
  ...seats(known, held),
  ...commitments(known, held),
  ...quorum(held),
];
