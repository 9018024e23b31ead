import type { Db, Tenant } from '#platform/database/database.ts';
import { maskName } from '#platform/privacy/masking.ts';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import { doorText } from '../domain/door.ts';
import { lay, type ResidentDraft } from '../domain/draft.ts';
import type { Match } from '../domain/match-person.ts';
import type { PlaceValues } from '../domain/place.ts';
import { formAtDoors } from './households.ts';
import { type ActFacts, createMarks, noActs } from './marks.ts';
import { matchPeople, readSaid, type Sought } from './matching.ts';
import type { PersonCarrier } from './merging.ts';
import * as places from './place-repository.ts';
import * as repository from './repository.ts';
import { registerRoutes } from './routes.ts';
import { sealPerson } from './sealing.ts';

export { ageOn } from '../domain/age.ts';
export type { ResidentDraft } from '../domain/draft.ts';
export { checkCharacterOf, holdsIdNo } from '../domain/gb11643.ts';
export { creditCheckOf } from '../domain/gb32100.ts';
export type { Match } from '../domain/match-person.ts';
export type { PlaceValues } from '../domain/place.ts';
export type { ActFacts } from './marks.ts';
export type { Sought } from './matching.ts';
export type { PersonCarrier } from './merging.ts';

/** A resident as other modules see one: whose, and what tells people apart. */
export interface ResidentRef {
  readonly id: string;
  readonly committee: string;
  /** Masked: 王*英. */
  readonly name: string;
  /** 3号楼502 */
  readonly door: string;
  readonly birth: string | null;
  /** The last day here, of somebody who moved away or died. */
  readonly leftOn: string | null;
  /** What is known beside identity, by element code. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What other modules may ask of the registers. All within the caller's transaction. */
export interface RegisterService {
  /** By the ids asked for. Somebody merged into another is answered as that other: `id` is whose it is now. */
  readonly residents: (tx: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, ResidentRef>>;
  /** The same, whom nobody merges into another before the transaction ends: for writing about the people. */
  readonly hold: (tx: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, ResidentRef>>;
  /** Given once, at composition, by each module that keeps something about people. */
  readonly onMerge: (carrier: PersonCarrier) => void;
  /** Given once, at composition, by the module that keeps acts of work: for marks by rule over them. */
  readonly onActs: (facts: ActFacts) => void;
  /** Puts premises and organisations in without a spreadsheet (demonstration, tests). */
  readonly plantPlaces: (
    tx: Db,
    who: Tenant,
    committee: string,
    all: readonly PlaceValues[],
  ) => Promise<string[]>;
  /** Makes households of those at one door (demonstration). */
  readonly plantHouseholds: (tx: Db, who: Tenant, committee: string) => Promise<unknown>;
  /** Reads what a form says of a person, by element code, as the register's own import does. */
  readonly readSaid: typeof readSaid;
  /** Who the rows of a department's form mean; everybody in the verdicts is in `people`, masked. */
  readonly match: (
    tx: Db,
    sought: readonly Sought[],
  ) => Promise<{ matches: Match[]; people: ReadonlyMap<string, ResidentRef> }>;
  /**
   * Puts people in without a spreadsheet of the register’s own (a department’s form, demonstration, tests).
   * @returns their ids, in the order given
   */
  readonly plant: (
    tx: Db,
    who: Tenant,
    committee: string,
    people: readonly ResidentDraft[],
  ) => Promise<string[]>;
}

const refOf = (row: repository.Identity): ResidentRef => ({
  id: row.id,
  committee: row.committee_id,
  name: maskName(row.name),
  door: doorText(row.building, row.room) || row.address,
  birth: row.birth,
  leftOn: row.left_on,
  attributes: row.attributes as Record<string, unknown>,
});

/** The registers of what is known (底册): residents, households, premises, organisations. */
export const createRegisters = (platform: Platform): ModuleServer & RegisterService => {
  const carriers: PersonCarrier[] = [];
  let acts = noActs;
  return {
    routes: registerRoutes(
      platform,
      carriers,
      createMarks(() => acts),
    ),
    residents: async (tx, ids) => {
      const rows = await repository.findStanding(tx, [...new Set(ids)]);
      return new Map([...rows].map(([id, row]) => [id, refOf(row)]));
    },
    hold: async (tx, ids) => {
      const rows = await repository.holdStanding(tx, [...new Set(ids)]);
      return new Map([...rows].map(([id, row]) => [id, refOf(row)]));
    },
    readSaid,
    match: async (tx, sought) => {
      const { matches, rows } = await matchPeople(tx, sought, platform.secrets);
      const named = matches.flatMap((one) => ('sure' in one ? [one.sure] : 'maybe' in one ? one.maybe : []));
      const people = named.flatMap((id) => {
        const row = rows.get(id);
        return row ? [[id, refOf(row)] as const] : [];
      });
      return { matches, people: new Map(people) };
    },
    onMerge: (carrier) => void carriers.push(carrier),
    onActs: (facts) => {
      acts = facts;
    },
    plant: (tx, who, committee, people) =>
      repository.writeResidents(
        tx,
        who.subdistrict,
        committee,
        people.map((draft) => ({ id: null, row: sealPerson(lay(draft, null), platform.secrets) })),
      ),
    plantHouseholds: (tx, who, committee) => formAtDoors(tx, who.subdistrict, committee),
    plantPlaces: (tx, who, committee, all) =>
      places.write(
        tx,
        who.subdistrict,
        committee,
        all.map((values) => ({ id: null, row: places.sealPlace(values, platform.secrets) })),
      ),
  };
};
