import type { Actor } from '#platform/contract/actor.ts';
import type { Purpose } from '../contract.ts';
import type { Taker } from './print.ts';
import type { Opened } from './reader.ts';
import type { LedgerSign } from './repository.ts';

/** Who takes a form out: a committee's own cadre keeps it; a department leaves that to be signed. */
export const takerOf = (who: Actor): Taker => ({
  name: who.name,
  keeper: who.committee ? who.name : '',
  now: new Date().toISOString(),
});

/** A sign that a ledger is used. */
export const signOf = (
  who: Actor,
  { ledger, scope, month, today }: Opened,
  kind: LedgerSign['kind'],
  purpose: Purpose | null,
): LedgerSign => ({
  subdistrict: who.subdistrict,
  ledger: ledger.id,
  kind,
  account: who.account,
  committee: scope.committee,
  month,
  purpose,
  day: today,
});
