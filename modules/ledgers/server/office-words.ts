import type { OrganisationService } from '#modules/organisation/server';
import type { Element } from '#modules/records/contract';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Db } from '#platform/database/database.ts';
import type { Dictionary } from '../domain/format.ts';

/** What the office calls things, read once a request. */
export interface OfficeWords {
  readonly departments: ReadonlyMap<string, { id: string; code: string; name: string }>;
  /** In the order of their codes. */
  readonly committees: readonly { id: string; code: string; shortName: string; name: string }[];
  readonly elements: readonly Element[];
  readonly dictionary: Dictionary;
  readonly today: string;
}

export interface WordSources {
  readonly organisation: Pick<OrganisationService, 'committees' | 'departments'>;
  readonly records: { readonly elements: readonly Element[] };
}

const made = new WeakMap<readonly Element[], Dictionary>();

/** Made once: the dictionary of a running product does not change. */
const dictionaryOf = (elements: readonly Element[]): Dictionary => {
  const known = made.get(elements) ?? new Map(elements.map((one) => [one.code, one]));
  made.set(elements, known);
  return known;
};

export const readOfficeWords = async (
  tx: Db,
  { organisation, records }: WordSources,
): Promise<OfficeWords> => {
  const departments = await organisation.departments(tx);
  const committees = await organisation.committees(tx);
  const { elements } = records;
  return {
    departments: new Map(departments.map((one) => [one.id, one])),
    committees,
    elements,
    dictionary: dictionaryOf(elements),
    today: officeDay(),
  };
};
