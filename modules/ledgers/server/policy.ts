import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import { problems } from '../problems.ts';
import type { LedgerFilter } from './repository.ts';

/**
 * Whose ledgers somebody sees: a committee those of every department, for they are about its own
 * residents; a department only those it keeps; the product itself (command line) all; nobody else any.
 */
export const ledgersFor = (who: Actor): LedgerFilter | null => {
  if (who.committee || who.roles.includes('system')) return {};
  return who.department ? { department: who.department } : null;
};

/**
 * Whose rows: a committee's cadres never see another committee's; a department may name one or none.
 * @throws {Refusal} another committee looks like one that is not there
 */
export const committeeFor = (who: Actor, asked: string | undefined): string | null => {
  if (!who.committee) return asked ?? null;
  if (asked !== undefined && asked !== who.committee) throw new Refusal(problems.noLedger);
  return who.committee;
};
