import { minuteOf, startsOf } from '../clock.ts';
import type { Busy, Cadre, Quota, Slot } from '../problem.ts';
import {
  choiceAt,
  type Fields,
  integerAt,
  objectAt,
  referenceAt,
  refuse,
  textAt,
  timeAt,
} from './read-field.ts';
import { cadresAt, dayMinutes, most, type Reading, unknownFields } from './reading.ts';

export const readCadre =
  (ignored: string[]) =>
  (at: string, fields: Fields, id: string): Cadre => {
    unknownFields(at, fields, ['id', 'committee', 'travelMinutes'], ignored);
    return {
      id,
      committee: textAt(`${at}.committee`, fields.committee),
      travelMinutes: integerAt(`${at}.travelMinutes`, fields.travelMinutes, 0, dayMinutes),
    };
  };

const slotFields = ['id', 'day', 'start', 'minutes', 'venue', 'mode', 'seats', 'until', 'grid'];

const readFreeStarts = (at: string, fields: Fields, start: string): Pick<Slot, 'until' | 'grid'> => {
  if (fields.until === undefined && fields.grid === undefined) return {};
  const until = timeAt(`${at}.until`, fields.until);
  if (minuteOf(until) <= minuteOf(start)) refuse(`${at}.until`, '必须晚于 start', 'must be later than start');
  return { until, grid: integerAt(`${at}.grid`, fields.grid, 1, dayMinutes) };
};

export const readSlot =
  (days: number, ignored: string[]) =>
  (at: string, fields: Fields, id: string): Slot => {
    unknownFields(at, fields, slotFields, ignored);
    const start = timeAt(`${at}.start`, fields.start);
    const minutes = integerAt(`${at}.minutes`, fields.minutes, 1, dayMinutes);
    if (minuteOf(start) + minutes > dayMinutes)
      refuse(`${at}.minutes`, '越过半夜；请缩短', 'goes beyond midnight; make it shorter');
    return {
      id,
      day: integerAt(`${at}.day`, fields.day, 0, days - 1),
      start,
      minutes,
      venue: textAt(`${at}.venue`, fields.venue),
      mode: choiceAt(`${at}.mode`, fields.mode, ['video', 'in-person']),
      seats: fields.seats === null ? null : integerAt(`${at}.seats`, fields.seats, 0, 1_000_000),
      ...readFreeStarts(at, fields, start),
    };
  };

/** Free starts by the minute in many rooms are more than could be planned in a life. */
export const checkPlaces = (slots: ReadonlyMap<string, Slot>): void => {
  let places = 0;
  for (const slot of slots.values()) {
    places += startsOf(slot, 0).length;
    if (places > most.places)
      refuse(
        'slots',
        `可选的开始时间超过 ${most.places} 个；请加大 grid`,
        `have more than ${most.places} starts; give a larger grid`,
      );
  }
};

export const readBusy =
  (reading: Reading, begins: ReadonlySet<string>, free: boolean) =>
  (one: unknown, index: number): Busy => {
    const at = `busy[${index}]`;
    const fields = objectAt(at, one);
    unknownFields(at, fields, ['cadre', 'day', 'start', 'minutes'], reading.ignored);
    const cadre = referenceAt(`${at}.cadre`, fields.cadre, reading.cadres);
    const day = integerAt(`${at}.day`, fields.day, 0, most.days);
    const start = timeAt(`${at}.start`, fields.start);
    if (fields.minutes !== undefined || free)
      return { cadre, day, start, minutes: integerAt(`${at}.minutes`, fields.minutes, 1, dayMinutes) };
    if (!begins.has(`${day} ${start}`) && reading.ignored.length < 100) reading.ignored.push(at);
    return { cadre, day, start };
  };

export const readQuota =
  (reading: Reading) =>
  (one: unknown, index: number): Quota => {
    const at = `quotas[${index}]`;
    const fields = objectAt(at, one);
    unknownFields(at, fields, ['name', 'cadres', 'maxSittingsPerWeek'], reading.ignored);
    return {
      ...(fields.name === undefined ? {} : { name: textAt(`${at}.name`, fields.name) }),
      cadres: cadresAt(`${at}.cadres`, fields.cadres, reading),
      maxSittingsPerWeek: integerAt(`${at}.maxSittingsPerWeek`, fields.maxSittingsPerWeek, 0, 1_000),
    };
  };
