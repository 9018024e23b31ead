import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { problems } from '../problems.ts';
import * as repository from './repository.ts';
import type { ResidentRow } from './sealing.ts';

/** Pages of lists, in rows. */
export const pageSize = 50;

/** The committee whose register this person may see. */
export const committeeOf = (who: Actor): string => {
  if (!who.committee) throw new Refusal(problems.noCommittee);
  return who.committee;
};

/** Another committee's resident looks like one that is not there; one merged into another is that other. */
export const ownResident = async (tx: Db, who: Actor, id: string): Promise<ResidentRow> => {
  const row = (await repository.findStanding(tx, [id])).get(id);
  if (!row || row.committee_id !== who.committee) throw new Refusal(problems.noResident);
  return row;
};

/** @throws {Refusal} changedMeanwhile when the page was older than what stands */
export const asSeen = (row: { readonly revision: number }, revision: number): void => {
  if (row.revision !== revision) throw new Refusal(problems.changedMeanwhile);
};
