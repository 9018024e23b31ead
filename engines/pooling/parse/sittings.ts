import { MOST_ITEMS } from '../agenda/sitting-agenda.ts';
import { minuteOf } from '../clock.ts';
import type { FixedSitting, Problem, Request, Sitting, Slot } from '../problem.ts';
import { flagAt, listAt, objectAt, referenceAt, referencesAt, refuse, timeAt } from './read-field.ts';
import { most, type Reading, unknownFields } from './reading.ts';

const readStart = (at: string, value: unknown, slot: Slot): Pick<Sitting, 'start'> => {
  if (slot.until === undefined || slot.grid === undefined) {
    if (value !== undefined && value !== slot.start)
      refuse(at, '该时段开始时间固定', "this slot's start is fixed; leave it out");
    return {};
  }
  const start = timeAt(at, value);
  const later = minuteOf(start) - minuteOf(slot.start);
  if (later < 0 || later % slot.grid !== 0)
    refuse(
      at,
      `必须是 ${slot.start} 加若干个 ${slot.grid} 分钟`,
      `must be ${slot.start} plus steps of ${slot.grid} minutes`,
    );
  return { start };
};

const readSitting = (
  at: string,
  one: unknown,
  reading: Reading,
  requests: ReadonlyMap<string, Request>,
  taken: Set<string>,
): FixedSitting => {
  const fields = objectAt(at, one);
  unknownFields(at, fields, ['slot', 'start', 'agenda', 'released', 'open'], reading.ignored);
  const slot = referenceAt(`${at}.slot`, fields.slot, reading.slots);
  const agenda = referencesAt(`${at}.agenda`, fields.agenda, requests, MOST_ITEMS);
  if (agenda.length === 0)
    refuse(`${at}.agenda`, '没有议题；请填写或删去', 'is empty; name requests or leave it out');
  agenda.forEach((id, k) => {
    if (taken.has(id)) refuse(`${at}.agenda[${k}]`, '已在另一场会里', 'is in another sitting already');
    taken.add(id);
  });
  return {
    slot,
    ...readStart(`${at}.start`, fields.start, reading.slots.get(slot) as Slot),
    agenda,
    ...(fields.released === undefined
      ? {}
      : { released: referencesAt(`${at}.released`, fields.released, reading.cadres, most.cadres) }),
    ...(fields.open === undefined ? {} : { open: flagAt(`${at}.open`, fields.open) }),
  };
};

export const readSittings = (
  field: 'fixed' | 'previous',
  value: unknown,
  reading: Reading,
  requests: ReadonlyMap<string, Request>,
): Pick<Problem, 'fixed' | 'previous'> => {
  if (value === undefined) return {};
  const taken = new Set<string>();
  const sittings = listAt(field, value, most.requests).map((one, index) =>
    readSitting(`${field}[${index}]`, one, reading, requests, taken),
  );
  return { [field]: sittings };
};
