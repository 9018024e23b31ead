import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { mayReply } from './policy.ts';
import type { KnownSitting, Own } from './sitting-facts.ts';
import { findInvitationsOf, type InvitationRow } from './sitting-repository.ts';

/** The invitations of a reader's committee, by sitting; none for the office's people. */
export const committeeInvitations = async (
  tx: Db,
  who: Actor,
  sittings: readonly KnownSitting[],
): Promise<ReadonlyMap<string, InvitationRow[]>> => {
  const ids = sittings.map(({ facts }) => facts.id);
  const rows = who.committee ? await findInvitationsOf(tx, who.committee, ids) : [];
  return Map.groupBy(rows, ({ sitting_id }) => sitting_id);
};

/** The account's own invitation; for an account that is nobody's in particular, the committee's first. */
export const ownInvitation = (who: Actor, rows: readonly InvitationRow[]): InvitationRow | null =>
  rows.find(({ cadre_id }) => cadre_id === who.cadre) ?? (who.cadre === null ? (rows[0] ?? null) : null);

/** When the reader is needed at a sitting, and how many invitations wait for an answer of theirs. */
export const ownOf = (who: Actor, { facts }: KnownSitting, rows: readonly InvitationRow[]): Own => {
  const own = ownInvitation(who, rows);
  const open = facts.state === 'arranged' || facts.state === 'started';
  return {
    needed: own && { from: own.needed_from, until: own.needed_until },
    unanswered: open ? rows.filter((row) => row.reply === 'none' && mayReply(who, row)).length : 0,
  };
};
