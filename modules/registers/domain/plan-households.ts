import type { CellRemark } from '../contract.ts';
import { doorText } from './door.ts';
import type { Membership, Relation } from './household.ts';

/** What a household is apart from who lives in it. */
export interface HouseholdPlace {
  readonly number: string;
  readonly building: string;
  readonly room: string;
}

export interface KnownHousehold extends HouseholdPlace {
  readonly id: string;
  readonly members: readonly Membership[];
}

/** What a row of the file must find: one of the register's people. */
export interface KnownResident {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly idNo: string | null;
  readonly building: string;
  readonly room: string;
}

/** A row that was read whole. Absent says nothing. */
export interface MemberRow {
  readonly number: string;
  readonly name: string;
  readonly relation: Relation;
  readonly idNo: string | null;
  readonly birth: string | null;
  readonly building: string | null;
  readonly room: string | null;
  readonly cellOf: (code: string) => string;
}

export interface PlannedHousehold extends HouseholdPlace {
  /** null: to be made. */
  readonly id: string | null;
  readonly members: readonly Membership[];
}

export interface HouseholdPlan {
  readonly created: readonly PlannedHousehold[];
  readonly updated: readonly PlannedHousehold[];
  readonly unchanged: number;
  readonly people: number;
  readonly remarks: readonly CellRemark[];
}

type Placed = Membership & HouseholdPlace & { cellOf: MemberRow['cellOf'] };

/** Finds who a row means: by ID number, else by name, narrowed by birth and door where the row says them. */
const finder = (residents: readonly KnownResident[]) => {
  const byIdNo = new Map(residents.flatMap((one) => (one.idNo ? [[one.idNo, one] as const] : [])));
  const byName = Map.groupBy(residents, ({ name }) => name);
  return (row: MemberRow): KnownResident | string => {
    if (row.idNo) return byIdNo.get(row.idNo) ?? '底册里没有这个身份证号的居民，请先导入居民';
    const alike = (byName.get(row.name) ?? []).filter(
      (one) =>
        (row.birth === null || one.birth === row.birth) &&
        (row.building === null || one.building === row.building) &&
        (row.room === null || one.room === row.room),
    );
    if (alike.length > 1) return '底册里有几位同名的居民，请补上身份证号';
    return alike[0] ?? '底册里没有这位居民，请先导入居民';
  };
};

const keyOf = ({ number, building, room }: HouseholdPlace): string =>
  number ? `n ${number}` : `d ${doorText(building, room)}`;

/** Which household of the register a group of the file is: by its number, else the one at its door. */
const matcher = (households: readonly KnownHousehold[]) => {
  const byNumber = new Map(households.flatMap((one) => (one.number ? [[one.number, one] as const] : [])));
  const byDoor = Map.groupBy(households, ({ building, room }) => doorText(building, room));
  return ({ number, building, room }: HouseholdPlace): KnownHousehold | 'several' | undefined => {
    if (number) return byNumber.get(number);
    const there = byDoor.get(doorText(building, room)) ?? [];
    return there.length > 1 ? 'several' : there[0];
  };
};

const sorted = (members: readonly Membership[]): string =>
  JSON.stringify(members.map(({ resident, relation }) => [resident, relation]).toSorted());

/** The file's members laid over those known: nobody is put out because a file does not name them. */
const together = (known: readonly Membership[], given: readonly Membership[]): Membership[] => {
  const named = new Set(given.map(({ resident }) => resident));
  return [...known.filter(({ resident }) => !named.has(resident)), ...given];
};

/**
 * Compares a file of households, a row a person, with a committee's register. Rows of one number (or, without
 * one, of one door) are one household.
 */
export const planHouseholds = (
  rows: readonly MemberRow[],
  residents: readonly KnownResident[],
  households: readonly KnownHousehold[],
): HouseholdPlan => {
  const [find, match] = [finder(residents), matcher(households)];
  const remarks: CellRemark[] = [];
  const refuse = (cell: string, message: string) => remarks.push({ cell, level: 'error', message });
  const met = new Map<string, string>();
  const placed: Placed[] = [];
  for (const row of rows) {
    const person = find(row);
    const at = row.cellOf(row.idNo ? 'person.id_no' : 'person.name');
    if (typeof person === 'string') refuse(at, person);
    else if (met.has(person.id)) refuse(at, `与 ${met.get(person.id)} 是同一个人`);
    else {
      met.set(person.id, at);
      placed.push({
        resident: person.id,
        relation: row.relation,
        number: row.number,
        building: row.building ?? person.building,
        room: row.room ?? person.room,
        cellOf: row.cellOf,
      });
    }
  }
  const created: PlannedHousehold[] = [];
  const updated: PlannedHousehold[] = [];
  let unchanged = 0;
  for (const group of Map.groupBy(placed, keyOf).values()) {
    const [first] = group;
    if (!first) continue;
    const { number, building, room } = first;
    const given = group.map(({ resident, relation }) => ({ resident, relation }));
    const known = match(first);
    if (known === 'several') {
      refuse(first.cellOf('household.number'), '这个住址有几户，请补上户号');
      continue;
    }
    const members = together(known?.members ?? [], given);
    const heads = group.filter(({ relation }) => relation === '0');
    for (const extra of heads.slice(1)) refuse(extra.cellOf('person.relation'), '这一户已有一位户主');
    if (heads.length === 1 && members.filter(({ relation }) => relation === '0').length > 1)
      refuse(heads[0]?.cellOf('person.relation') ?? '', '底册里这一户的户主是另一位，请把全户都列在表里');
    if (!members.some(({ relation }) => relation === '0'))
      remarks.push({
        cell: first.cellOf('person.relation'),
        level: 'notice',
        message: '这一户没有户主，可以以后补上',
      });
    if (!known) created.push({ id: null, number, building, room, members });
    else if (sorted(members) === sorted(known.members)) unchanged += 1;
    else
      updated.push({
        id: known.id,
        number: known.number,
        building: known.building,
        room: known.room,
        members,
      });
  }
  return { created, updated, unchanged, people: placed.length, remarks };
};
