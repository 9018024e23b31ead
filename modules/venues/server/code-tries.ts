import type { IdentityService } from '#modules/identity/server';
import { Refusal } from '#platform/contract/problem.ts';
import { problems } from '../problems.ts';

/**
 * Counts a try at a code that can be guessed, from an address.
 * @throws {Refusal} tooManyCodes
 */
export const beginTry = (
  identity: Pick<IdentityService, 'limitTries'>,
  what: 'venue-pairing' | 'venue-sign-in',
  address: string,
) =>
  identity.limitTries(`${what}:${address}`, address).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal(problems.tooManyCodes) : error;
  });
