import { checkPlaces, readBusy, readCadre, readQuota, readSlot } from './parse/office.ts';
import { integerAt, listAt, objectAt, textAt } from './parse/read-field.ts';
import { most, named, type Reading, unknownFields } from './parse/reading.ts';
import { checkAfter, readRequest } from './parse/requests.ts';
import { readSittings } from './parse/sittings.ts';
import type { Problem } from './problem.ts';

const topFields = [
  'name',
  'days',
  'daysPerWeek',
  'cadres',
  'slots',
  'busy',
  'quotas',
  'requests',
  'fixed',
  'previous',
  'ignored',
];

/**
 * Reads a problem from outside, or throws a PoolingRefusal that names the first field that is wrong; nothing else
 * is ever thrown. What has no meaning here (a field nobody knows, a commitment at a time when no slot begins) is
 * listed in `ignored`, never dropped silently. Takes time in proportion to the input.
 */
export const parseProblem = (input: unknown): Problem => {
  const fields = objectAt('problem', input);
  const ignored: string[] = [];
  unknownFields('problem', fields, topFields, ignored);
  const days = integerAt('days', fields.days, 1, most.days);
  const cadres = named('cadres', fields.cadres, most.cadres, readCadre(ignored));
  const slots = named('slots', fields.slots, most.slots, readSlot(days, ignored));
  checkPlaces(slots);
  const reading: Reading = { cadres, slots, ignored, names: 0 };
  const requests = named('requests', fields.requests, most.requests, readRequest(reading));
  checkAfter(requests);
  const begins = new Set([...slots.values()].map(({ day, start }) => `${day} ${start}`));
  const free = [...slots.values()].some(({ until }) => until !== undefined);
  return {
    ...(fields.name === undefined ? {} : { name: textAt('name', fields.name) }),
    days,
    daysPerWeek: integerAt('daysPerWeek', fields.daysPerWeek, 1, 31),
    cadres: [...cadres.values()],
    slots: [...slots.values()],
    busy: listAt('busy', fields.busy, most.busy).map(readBusy(reading, begins, free)),
    quotas: listAt('quotas', fields.quotas, most.quotas).map(readQuota(reading)),
    requests: [...requests.values()],
    ...readSittings('fixed', fields.fixed, reading, requests),
    ...readSittings('previous', fields.previous, reading, requests),
    ...(ignored.length > 0 ? { ignored } : {}),
  };
};
