import type { DayOverrides } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { Committee, Department, OfficeYear, Subdistrict } from '../contract.ts';
import type { Post } from '../domain/posts.ts';

/** A cadre as other modules see one: without the phone. */
export interface CadreRef {
  readonly id: string;
  readonly name: string;
  readonly committeeId: string | null;
  readonly departmentId: string | null;
  readonly posts: readonly Post[];
  readonly lines: readonly string[];
}

export interface CadreFilter {
  readonly committee?: string;
  readonly department?: string;
  readonly posts?: readonly Post[];
}

/** A whole organisation to be put in at once (demonstration, tests). Codes bind cadres to their place. */
export interface OrganisationSeed {
  readonly departments: readonly { code: string; name: string; kind: Department['kind'] }[];
  readonly committees: readonly {
    code: string;
    name: string;
    shortName: string;
    address: string;
    travelMinutes: number;
  }[];
  readonly cadres: readonly {
    name: string;
    committee?: string;
    department?: string;
    posts: readonly Post[];
    lines?: readonly string[];
    phone?: string;
  }[];
}

/** What was put in, to build on: ids by code; cadres in the order given. */
export interface SeededOrganisation {
  readonly departments: ReadonlyMap<string, string>;
  readonly committees: ReadonlyMap<string, string>;
  readonly cadres: readonly string[];
}

/** What other modules may ask of organisation. All within the caller's transaction; only active cadres. */
export interface OrganisationService {
  readonly subdistrict: (tx: Db) => Promise<Subdistrict>;
  readonly committees: (tx: Db) => Promise<Committee[]>;
  readonly departments: (tx: Db) => Promise<Department[]>;
  readonly cadres: (tx: Db, filter?: CadreFilter) => Promise<CadreRef[]>;
  /** The office's own entries, for `isWorkingDay` of the platform's calendar. */
  readonly dayOverrides: (tx: Db) => Promise<DayOverrides>;
  readonly officeYear: (tx: Db, year: number) => Promise<OfficeYear>;
  /** Creates the tenant's root row. The caller's transaction is that of the new subdistrict. */
  readonly createSubdistrict: (tx: Db, subdistrict: Subdistrict) => Promise<void>;
  /** Bulk insert of a whole organisation into an empty subdistrict. */
  readonly seed: (
    tx: Db,
    who: Pick<Actor, 'subdistrict'>,
    seed: OrganisationSeed,
  ) => Promise<SeededOrganisation>;
}
