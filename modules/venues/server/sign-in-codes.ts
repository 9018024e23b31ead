import { createHmac } from 'node:crypto';
import type { IdentityService } from '#modules/identity/server';
import { Refusal } from '#platform/contract/problem.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { codeLength, readCode, sayCode } from '../domain/pairing.ts';
import { problems } from '../problems.ts';
import { beginTry } from './code-tries.ts';
import { type CodePlace, findSignInCode, saveSignInCode } from './roll-repository.ts';

/** A day's meeting and the hour after it. */
const goodForMs = 12 * 3600_000;
/** Two venues of the same minute hardly ever have one code; then the next one is taken. */
const turns = 4;

/** Codes by which people in a venue sign in on their own phones: one a venue and sitting, the same all day. */
export const createSignInCodes = (
  { db, secrets }: Pick<Platform, 'db' | 'secrets'>,
  identity: Pick<IdentityService, 'limitTries'>,
) => {
  const fingerprint = (code: string): Buffer => secrets.fingerprint('venue.sign-in', code);
  const codeOf = ({ subdistrict, sitting, venue }: CodePlace, turn: number): string => {
    const digest = createHmac('sha256', secrets.keyFor('venue-sign-in'))
      .update([subdistrict, sitting, venue, turn].join('|'))
      .digest();
    return (digest.readBigUInt64BE() % 10n ** BigInt(codeLength)).toString().padStart(codeLength, '0');
  };
  return {
    codeFor: async (place: CodePlace): Promise<string | null> => {
      const until = new Date(Date.now() + goodForMs).toISOString();
      for (let turn = 0; turn < turns; turn += 1) {
        const code = codeOf(place, turn);
        if (await saveSignInCode(db.shared, fingerprint(code), place, until)) return sayCode(code);
      }
      return null;
    },
    /** @throws {Refusal} signInCodeWrong, tooManyCodes; wrong tries from one address are counted */
    placeOf: async (typed: string, address: string): Promise<CodePlace> => {
      const counted = await beginTry(identity, 'venue-sign-in', address);
      const code = readCode(typed);
      const place = code === null ? undefined : await findSignInCode(db.shared, fingerprint(code));
      if (!place) throw new Refusal(problems.signInCodeWrong);
      await counted.takeBack();
      return place;
    },
  };
};

export type SignInCodes = ReturnType<typeof createSignInCodes>;
