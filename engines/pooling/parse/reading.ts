import type { Cadre, Slot } from '../problem.ts';
import { type Fields, listAt, objectAt, referencesAt, refuse, textAt } from './read-field.ts';

/** What a problem may hold at most; ten times the largest district asked for. */
export const most = {
  cadres: 50_000,
  slots: 50_000,
  requests: 10_000,
  busy: 1_000_000,
  quotas: 10_000,
  days: 3_660,
  /** Slots with each of their starts; by the quarter of an hour that is forty rooms for a year. */
  places: 200_000,
};
/** Names of cadres over all requests and quotas together. */
const mostNames = 5_000_000;
export const dayMinutes = 1_440;

export interface Reading {
  readonly cadres: ReadonlyMap<string, Cadre>;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly ignored: string[];
  names: number;
}

export const unknownFields = (
  field: string,
  fields: Fields,
  known: readonly string[],
  ignored: string[],
): void => {
  for (const name of Object.keys(fields))
    if (!known.includes(name) && ignored.length < 100) ignored.push(`${field}.${name.slice(0, 100)}`);
};

/** Reads a list of things with ids of their own. */
export const named = <T extends { readonly id: string }>(
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

export const cadresAt = (field: string, value: unknown, reading: Reading): string[] => {
  const ids = referencesAt(field, value, reading.cadres, most.cadres);
  reading.names += ids.length;
  if (reading.names > mostNames)
    refuse(field, '干部名字太多，请分批', 'too many cadres are named; split the problem');
  return ids;
};
