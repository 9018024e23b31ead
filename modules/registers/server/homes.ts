import type { Db } from '#platform/database/database.ts';
import type { Relation } from '../domain/household.ts';
import * as households from './household-repository.ts';
import type { Change } from './repository.ts';

/** A place in a household that was given up, and what household that was, so that it can be taken again. */
export interface Home {
  readonly id: string;
  readonly relation: Relation;
  readonly was: households.NewHousehold;
}

/** Takes somebody out of their household, which may be left empty. */
export const leaveHome = async (tx: Db, by: Change, resident: string): Promise<Home | null> => {
  const place = await households.membershipOf(tx, resident);
  if (!place) return null;
  const home = await households.find(tx, place.id);
  if (!home) throw new Error('a member of a household that is not there');
  const { number, building, room, note } = home;
  await households.changing(tx, [place.id], by);
  await households.takeOut(tx, [resident]);
  return { ...place, was: { number, building, room, note } };
};

/**
 * Puts somebody back. A household that was left empty was gone, and its number may be another's by now; one
 * that found another head keeps that head.
 *
 * @param instead who took the place over and leaves it
 */
export const comeHome = async (
  tx: Db,
  by: Change,
  { subdistrict, committee }: { readonly subdistrict: string; readonly committee: string },
  resident: string,
  { id, relation, was }: Home,
  instead?: string,
): Promise<void> => {
  if (await households.find(tx, id)) await households.changing(tx, [id], by);
  else {
    const taken = was.number !== '' && (await households.findByNumber(tx, committee, was.number));
    await households.insertAs(tx, subdistrict, committee, id, taken ? { ...was, number: '' } : was);
  }
  if (instead) await households.takeOut(tx, [instead]);
  const headed = (await households.membersOf(tx, [id])).some((member) => member.relation === '0');
  const as = relation === '0' && headed ? '8' : relation;
  await households.putIn(tx, subdistrict, id, [{ resident, relation: as }]);
};
