import type { Quorum, Request } from '../problem.ts';
import {
  choiceAt,
  type Fields,
  flagAt,
  integerAt,
  listAt,
  objectAt,
  referencesAt,
  refuse,
  textAt,
} from './read-field.ts';
import { cadresAt, dayMinutes, most, type Reading, unknownFields } from './reading.ts';

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

export const readRequest =
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
export const checkAfter = (requests: ReadonlyMap<string, Request>): void => {
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
