import { below, type Random, randomFrom } from '../instance/random.ts';
import type { Busy, Cadre, FixedSitting, Problem, Quorum, Request, Slot } from '../problem.ts';
import { between } from './office.ts';

/** Rules beyond the problem files that a small problem may have. */
export interface SmallExtras {
  readonly quorum?: boolean;
  readonly fixed?: boolean;
  readonly freeStarts?: boolean;
}

const cadresOf = (random: Random): Cadre[] =>
  Array.from({ length: 6 }, (_, at) => ({
    id: `c${at}`,
    committee: `k${at % 2}`,
    travelMinutes: [10, 25][at % 2] ?? 0,
  })).filter((_, at) => at < 4 || random() < 0.5);

const slotsOf = (random: Random, freeStarts: boolean): Slot[] => {
  const all = [0, 1].flatMap((day) =>
    ['09:00', '10:00'].flatMap((start) =>
      (['hall video', 'hall in-person', 'room in-person'] as const).map((place) => {
        const [venue, mode] = place.split(' ') as [string, Slot['mode']];
        const seats = mode === 'video' ? null : venue === 'hall' ? 10 : 3;
        return { day, start, minutes: start === '09:00' ? 60 : 45, venue, mode, seats };
      }),
    ),
  );
  return all
    .filter(() => random() < (freeStarts ? 0.35 : 0.7))
    .map((slot, at) => ({
      id: `s${at}`,
      ...slot,
      ...(freeStarts && random() < 0.6 ? { until: '11:00', grid: 30 } : {}),
    }));
};

const quorumOf = (random: Random, cadres: readonly string[]): Quorum => {
  const named = cadres.filter(() => random() < 0.2);
  return { fewest: between(random, 1, cadres.length), ...(named.length > 0 ? { named } : {}) };
};

const requestOf = (random: Random, at: number, cadres: readonly Cadre[], extras: SmallExtras): Request => {
  const called = cadres.map(({ id }) => id).filter(() => random() < 0.5);
  const names = called.length > 0 ? called : ['c0'];
  const releaseDay = below(random, 2);
  const mode = (['video', 'in-person', 'either', 'either'] as const)[below(random, 4)] ?? 'either';
  return {
    id: `r${at}`,
    department: `d${below(random, 3)}`,
    cadres: names,
    minutes: [10, 15, 20, 30, 45][below(random, 5)] ?? 10,
    releaseDay,
    deadlineDay: random() < 0.7 ? 1 : releaseDay,
    priority: between(random, 1, 3),
    mode,
    mergeable: random() < 0.85,
    after: at > 0 && random() < 0.2 ? [`r${below(random, at)}`] : [],
    ...(extras.quorum && random() < 0.7 ? { quorum: quorumOf(random, names) } : {}),
  };
};

const busyOf = (random: Random, cadres: readonly Cadre[], freeStarts: boolean): Busy[] =>
  cadres.flatMap(({ id }) =>
    [0, 1].flatMap((day) =>
      ['09:00', '10:00']
        .filter(() => random() < 0.05)
        .map((start) => ({ cadre: id, day, start, ...(freeStarts ? { minutes: 45 } : {}) })),
    ),
  );

/** One request set by hand into some slot, whatever rules that breaks. */
const fixedOf = (random: Random, slots: readonly Slot[], requests: readonly Request[]): FixedSitting[] => {
  const slot = slots[below(random, slots.length)];
  const request = requests[below(random, requests.length)];
  if (!slot || !request) return [];
  return [
    {
      slot: slot.id,
      ...(slot.until === undefined ? {} : { start: slot.start }),
      agenda: [request.id],
      ...(random() < 0.5 ? { open: true } : {}),
    },
  ];
};

/** A problem so small that every plan of it can be tried, with rules that bind. */
export const generateSmall = (seed: number, extras: SmallExtras = {}): Problem => {
  const random = randomFrom(seed * 7_919 + 17);
  const cadres = cadresOf(random);
  const slots = slotsOf(random, extras.freeStarts ?? false);
  const requests = Array.from({ length: between(random, 2, 4) }, (_, at) =>
    requestOf(random, at, cadres, extras),
  );
  return {
    days: 2,
    daysPerWeek: between(random, 1, 2),
    cadres,
    slots,
    busy: busyOf(random, cadres, extras.freeStarts ?? false),
    quotas: [
      { cadres: cadres.slice(0, 2).map(({ id }) => id), maxSittingsPerWeek: between(random, 1, 3) },
      { cadres: cadres.slice(1).map(({ id }) => id), maxSittingsPerWeek: between(random, 1, 3) },
    ],
    requests,
    ...(extras.fixed ? { fixed: fixedOf(random, slots, requests) } : {}),
  };
};
