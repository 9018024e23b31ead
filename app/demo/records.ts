import type { PlantedRecord } from '#modules/records/server';
import { addDays, instantAt, officeDay } from '#platform/calendar/calendar.ts';
import type { Random } from './random.ts';
import type { DemoResident } from './residents.ts';

export interface VisitPlaces {
  readonly committee: string;
  readonly people: readonly (DemoResident & { id: string })[];
  /** Accounts who went: id and name. */
  readonly workers: readonly { account: string; name: string }[];
}

/** A reading that is steady for one person and high for one in four of those with hypertension. */
const pressure = (random: Random, { hypertension }: DemoResident) => {
  const high = hypertension && random.chance(0.25);
  const systolic = random.between(112, 134) + (high ? random.between(12, 30) : hypertension ? 4 : 0);
  return { 'bp.sys': systolic, 'bp.dia': Math.round(systolic * 0.62) + random.between(-4, 4) };
};

const remarks = ['', '', '', '复查', '建议就医', '情况平稳'];

/** Committees go where they are needed: mostly to those who live alone or have high blood pressure. */
const visited = (random: Random, { people }: VisitPlaces) => {
  const inNeed = people.filter(({ livesAlone, hypertension }) => livesAlone || hypertension);
  return random.pick(inNeed.length > 0 && random.chance(0.8) ? inNeed : people);
};

const visit = (random: Random, places: VisitPlaces, day: string): PlantedRecord => {
  const person = visited(random, places);
  const worker = random.pick(places.workers);
  const minute = String(random.between(0, 59)).padStart(2, '0');
  const at = instantAt(day, `${random.pick(['09', '10', '14', '15', '16'])}:${minute}`);
  const note = random.pick(remarks);
  return {
    committee: places.committee,
    activity: 'home_visit',
    subject: person.id,
    occurredOn: day,
    occurredAt: at,
    values: {
      ...pressure(random, person),
      'act.mode': random.chance(0.85) ? 'home' : 'station',
      ...(person.hypertension ? { 'health.drug': random.chance(0.8) ? 'regular' : 'irregular' } : {}),
      ...(note ? { 'act.note': note } : {}),
    },
    author: worker.account,
    authorName: worker.name,
    enteredAt: at,
  };
};

/** What somebody has already noted today: `count` visits within the last hours. */
export const visitsToday = (random: Random, places: VisitPlaces, count: number, now: Date): PlantedRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(now.getTime() - (count - index) * 25 * 60_000).toISOString();
    return { ...visit(random, places, officeDay(now)), occurredAt: at, enteredAt: at };
  });

/** `count` home visits of one committee over the last `days` days, oldest first, none of them today. */
export const visits = (
  random: Random,
  places: VisitPlaces,
  count: number,
  days: number,
  now: Date,
): PlantedRecord[] => {
  const today = officeDay(now);
  const ago = Array.from({ length: count }, () => random.between(1, days)).toSorted((a, b) => b - a);
  return ago.map((back) => visit(random, places, addDays(today, -back)));
};
