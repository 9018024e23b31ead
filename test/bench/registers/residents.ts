import { type Random, seeded } from '#app/demo/random.ts';
import { residents as invent } from '#app/demo/residents.ts';
import { checkCharacterOf, type RegisterService } from '#modules/registers/server';
import type { Database, Tenant } from '#platform/database/database.ts';

/** Somebody to look for, as a cadre may type it. */
export interface Sought {
  readonly name: string;
  readonly building: string;
  readonly room: string;
  readonly phone: string;
  readonly idNo: string;
}

/** In an area of the committee's own, which no place has: apart from the demonstration's people. */
const idNoIn = (area: number, idNo: string): string => {
  const first17 = `99${String(area + 1).padStart(4, '0')}${idNo.slice(6, 17)}`;
  return first17 + checkCharacterOf(first17);
};

const batch = 5000;
const buildings = 40;

/** A committee of 4,500 has some 40 buildings of six floors. */
const doorOf = (random: Random) => ({
  building: String(random.between(1, buildings)),
  room: `${random.between(1, 6)}${String(random.between(1, 20)).padStart(2, '0')}`,
});

/**
 * Fills the registers with invented people, spread evenly over the committees, each with what the register
 * keeps: sealed numbers, tokens, an index entry for each.
 * @returns some of each committee, to be looked for
 */
export const plantPeople = async (
  { db, registers }: { db: Database; registers: RegisterService },
  who: Tenant,
  committees: readonly string[],
  count: number,
): Promise<ReadonlyMap<string, readonly Sought[]>> => {
  const random = seeded(150);
  const known = new Set<string>();
  const sought = new Map<string, Sought[]>();
  for (const [at, committee] of committees.entries()) {
    const share =
      Math.floor((count * (at + 1)) / committees.length) - Math.floor((count * at) / committees.length);
    const people = invent(random, share, 2026).map((person) => ({
      ...person,
      ...doorOf(random),
      idNo: idNoIn(at, person.idNo),
    }));
    sought.set(committee, people.slice(0, 400));
    for (let from = 0; from < people.length; from += batch) {
      const drafts = people.slice(from, from + batch).map((person) => {
        // The same number twice would be the same person.
        const fresh = !known.has(person.idNo);
        known.add(person.idNo);
        return {
          name: person.name,
          sex: person.sex === '男' ? '1' : '2',
          birth: person.birth,
          ...(fresh ? { idNo: person.idNo } : {}),
          phone: person.phone,
          building: person.building,
          room: person.room,
          attributes: { 'person.living': person.livesAlone ? 'alone' : 'family' },
          sealed: {},
        };
      });
      await db.transaction(who, (tx) => registers.plant(tx, who, committee, drafts));
    }
  }
  return sought;
};

/** A committee's list as a spreadsheet has it: other people, in an area of their own. */
export const inventedRows = (count: number): { header: string[]; rows: string[][] } => {
  const random = seeded(4500);
  const known = new Set<string>();
  const rows = invent(random, count, 2026).map((person) => {
    const { building, room } = doorOf(random);
    const idNo = idNoIn(9000, person.idNo);
    const fresh = !known.has(idNo);
    known.add(idNo);
    return [
      `${building}号楼`,
      room,
      person.name,
      fresh ? idNo : '',
      fresh ? '' : person.birth,
      person.phone,
      person.livesAlone ? '独居' : '',
      person.hypertension ? '高血压' : '',
    ];
  });
  const header = ['楼号', '室号', '姓名', '身份证号', '出生日期', '手机', '居住情况', '慢性病'];
  return { header, rows };
};
