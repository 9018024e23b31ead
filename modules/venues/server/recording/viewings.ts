import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '#platform/secrets/secrets.ts';

/** Longer than any sitting; then opening it again is on record again. */
const hours = 6;

/**
 * Proof that an account's opening of a recording stands in the audit: bytes are given against it only, and to
 * nobody else. Nothing is kept of it.
 */
export const createViewings = (secrets: Secrets) => {
  const signed = (account: string, recording: string, expires: number): string =>
    createHmac('sha256', secrets.keyFor('venue-viewing'))
      .update(`${account}|${recording}|${expires}`)
      .digest('base64url');

  return {
    issue: (account: string, recording: string): { viewing: string; expiresAt: string } => {
      const expires = Date.now() + hours * 3_600_000;
      return {
        viewing: `${expires}.${signed(account, recording, expires)}`,
        expiresAt: new Date(expires).toISOString(),
      };
    },
    holds: (viewing: string, account: string, recording: string): boolean => {
      const [expires = '', given = ''] = viewing.split('.');
      const right = Buffer.from(signed(account, recording, Number(expires)));
      const had = Buffer.from(given);
      return Number(expires) > Date.now() && had.length === right.length && timingSafeEqual(had, right);
    },
  };
};
