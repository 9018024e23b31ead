import type { OrganisationService } from '#modules/organisation/server';
import type { Element } from '#modules/records/contract';
import type { Db } from '#platform/database/database.ts';
import type { Dictionary } from '../domain/format.ts';

/** What the office calls things, read once a request. */
export interface OfficeWords {
  readonly departments: ReadonlyMap<string, { id: string; code: string; name: string }>;
  /** In the order of their codes. */
  readonly committees: readonly { id: string; shortName: string; name: string }[];
  readonly elements: readonly Element[];
  readonly dictionary: Dictionary;
}

export interface WordSources {
  readonly organisation: Pick<OrganisationService, 'committees' | 'departments'>;
  readonly records: { readonly elements: readonly Element[] };
}

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
    dictionary: new Map(elements.map((one) => [one.code, one])),
  };
};
