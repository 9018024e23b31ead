import { minuteOf } from './clock.ts';
import type { Busy, Cadre, FixedSitting, Problem, Quorum, Quota, Request, Sitting, Slot } from './problem.ts';
import {
  choiceAt,
  type Fields,
  flagAt,
  integerAt,
  listAt,
  objectAt,
  referenceAt,
  referencesAt,
  refuse,
  textAt,
  timeAt,
} from './read-field.ts';

/** What a problem may hold at most; ten times the largest district asked for. */
const most = {
  cadres: 50_000,
  slots: 50_000,
  requests: 10_000,
  busy: 1_000_000,
  quotas: 10_000,
  days: 3_660,
};
/** Names of cadres over all requests and quotas together. */
const mostNames = 5_000_000;
const dayMinutes = 1_440;

interface Reading {
  readonly cadres: ReadonlyMap<string, Cadre>;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly ignored: string[];
  names: number;
}

const unknownFields = (field: string, fields: Fields, known: readonly string[], ignored: string[]): void => {
  for (const name of Object.keys(fields))
    if (!known.includes(name) && ignored.length < 100) ignored.push(`${field}.${name.slice(0, 100)}`);
};

/** Reads a list of things with ids of their own. */
const named = <T extends { readonly id: string }>(
  field: string,
  value: unknown,
  limit: number,
  read: (at: string, fields: Fields, id: string) => T,
): Map<string, T> => {
  const found = new Map<string, T>();
  listAt(field, value, limit).forEach((one, index) => {
    const at = `${field}[${index}]`;
    const fields = objectAt(at, one);
    const id = textAt(`${at}.id`, fields.id);
    if (found.has(id)) refuse(`${at}.id`, '编号重复；请换一个', 'is used twice; give it another id');
    found.set(id, read(at, fields, id));
  });
  return found;
};

const readCadre =
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

const readSlot =
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

const cadresAt = (field: string, value: unknown, reading: Reading): string[] => {
  const ids = referencesAt(field, value, reading.cadres, most.cadres);
  reading.names += ids.length;
  if (reading.names > mostNames)
    refuse(field, '干部名字太多，请分批', 'too many cadres are named; split the problem');
  return ids;
};

const readQuorum = (at: string, value: unknown, cadres: readonly string[], reading: Reading): Quorum => {
  const fields = objectAt(at, value);
  unknownFields(at, fields, ['fewest', 'named'], reading.ignored);
  const fewest = integerAt(`${at}.fewest`, fields.fewest, 1, cadres.length);
  if (fields.named === undefined) return { fewest };
  return { fewest, named: referencesAt(`${at}.named`, fields.named, new Set(cadres), cadres.length) };
};

const requestFields = [
  'id',
  'department',
  'cadres',
  'minutes',
  'releaseDay',
  'deadlineDay',
  'priority',
  'mode',
  'mergeable',
  'after',
  'quorum',
];

const readRequest =
  (reading: Reading) =>
  (at: string, fields: Fields, id: string): Request => {
    unknownFields(at, fields, requestFields, reading.ignored);
    const cadres = cadresAt(`${at}.cadres`, fields.cadres, reading);
    if (cadres.length === 0)
      refuse(
        `${at}.cadres`,
        '没有召集任何人；请填写或删去此申请',
        'calls nobody up; name cadres or leave it out',
      );
    const releaseDay = integerAt(`${at}.releaseDay`, fields.releaseDay, 0, most.days);
    return {
      id,
      department: textAt(`${at}.department`, fields.department),
      cadres,
      minutes: integerAt(`${at}.minutes`, fields.minutes, 1, dayMinutes),
      releaseDay,
      deadlineDay: integerAt(`${at}.deadlineDay`, fields.deadlineDay, releaseDay, most.days),
      priority: integerAt(`${at}.priority`, fields.priority, 1, 10_000),
      mode: choiceAt(`${at}.mode`, fields.mode, ['video', 'in-person', 'either']),
      mergeable: flagAt(`${at}.mergeable`, fields.mergeable),
      after: listAt(`${at}.after`, fields.after, most.requests).map((one, k) =>
        textAt(`${at}.after[${k}]`, one),
      ),
      ...(fields.quorum === undefined
        ? {}
        : { quorum: readQuorum(`${at}.quorum`, fields.quorum, cadres, reading) }),
    };
  };

/** References to other requests can only be read when all are known; a circle can never be kept. */
const checkAfter = (requests: ReadonlyMap<string, Request>): void => {
  const places = new Map([...requests.keys()].map((id, index) => [id, index]));
  for (const { id, after } of requests.values())
    referencesAt(`requests[${places.get(id)}].after`, after, requests, most.requests);
  const left = new Map([...requests].map(([id, { after }]) => [id, after.length]));
  const followers = new Map([...requests.keys()].map((id) => [id, [] as string[]]));
  for (const { id, after } of requests.values()) for (const one of after) followers.get(one)?.push(id);
  const free = [...left].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    left.delete(id);
    for (const next of followers.get(id) ?? []) {
      left.set(next, (left.get(next) ?? 0) - 1);
      if (left.get(next) === 0) free.push(next);
    }
  }
  const [stuck] = left.keys();
  if (stuck !== undefined)
    refuse(
      `requests[${places.get(stuck)}].after`,
      '先后次序成了圈；请删去其中一个',
      'goes round in a circle, or waits for one that does; take one of them out',
    );
};

const readBusy =
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

const readQuota =
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
  const agenda = referencesAt(`${at}.agenda`, fields.agenda, requests, most.requests);
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

const readSittings = (
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
