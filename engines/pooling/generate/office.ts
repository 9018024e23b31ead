import { below, type Random } from '../instance/random.ts';
import type { Busy, Cadre, Problem, Quota, Slot } from '../problem.ts';

export interface Committee {
  readonly id: string;
  /** In the order of their posts: secretary, director, then the social workers. */
  readonly cadres: readonly Cadre[];
}

/** Inclusive at both ends. */
export const between = (random: Random, least: number, most: number): number =>
  least + below(random, most - least + 1);

/** 7 to 11 cadres a committee, 8 to 30 minutes from the office. */
export const committeesOf = (random: Random, count: number, prefix = ''): Committee[] => {
  let next = 0;
  return Array.from({ length: count }, (_, at) => {
    const id = `${prefix}k${at}`;
    const travelMinutes = between(random, 8, 30);
    const cadres = Array.from({ length: between(random, 7, 11) }, () => ({
      id: `${prefix}c${next++}`,
      committee: id,
      travelMinutes,
    }));
    return { id, cadres };
  });
};

const bands = [
  { start: '09:00', minutes: 90 },
  { start: '10:30', minutes: 60 },
  { start: '13:30', minutes: 90 },
  { start: '15:00', minutes: 90 },
] as const;

const rooms = [
  { venue: 'hall', mode: 'video', seats: null },
  { venue: 'hall', mode: 'in-person', seats: 320 },
  { venue: 'room', mode: 'in-person', seats: 70 },
  { venue: 'studio', mode: 'video', seats: null },
] as const;

/** Four bands a day; the hall is used in person or by video. */
export const slotsOf = (days: number): Slot[] =>
  Array.from({ length: days }, (_, day) =>
    bands.flatMap((band) => rooms.map((room) => ({ day, ...band, ...room }))),
  )
    .flat()
    .map(({ day, start, minutes, venue, mode, seats }, at) => ({
      id: `s${at}`,
      day,
      start,
      minutes,
      venue,
      mode,
      seats,
    }));

/** On a week's first morning every committee meets; three times a week some committee is away as a whole. */
export const busyOf = (
  random: Random,
  committees: readonly Committee[],
  days: number,
  daysPerWeek: number,
): Busy[] => {
  const busy: Busy[] = [];
  const away = ({ cadres }: Committee, day: number, start: string) => {
    for (const { id } of cadres) busy.push({ cadre: id, day, start });
  };
  for (let monday = 0; monday < days; monday += daysPerWeek) {
    for (const committee of committees) away(committee, monday, bands[0].start);
    for (let k = 0; k < 3; k += 1) {
      const day = between(random, monday, Math.min(monday + daysPerWeek, days) - 1);
      away(
        committees[below(random, committees.length)] as Committee,
        day,
        (bands[below(random, bands.length)] as (typeof bands)[number]).start,
      );
    }
  }
  return busy;
};

export const quotasOf = (
  committees: readonly Committee[],
  [leaders, others]: readonly [number, number],
): Quota[] => {
  const ids = (from: number, to?: number) =>
    committees.flatMap(({ cadres }) => cadres.slice(from, to).map(({ id }) => id));
  return [
    { cadres: ids(0, 2), maxSittingsPerWeek: leaders },
    { cadres: ids(2), maxSittingsPerWeek: others },
  ] satisfies Problem['quotas'];
};
