import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor, username } from 'better-auth/plugins';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { isUsername, normaliseUsername } from '../domain/username.ts';
import { sessionDays } from './authenticate.ts';
import { cookiePrefix } from './cookies.ts';
import { datesAsDates } from './date-columns.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import type { IdentityOptions } from './service-types.ts';

/** Where our routes tell better-auth the caller's address, see call-auth.ts. */
export const addressHeader = 'x-qz-address';

/** Whether an account may open a session; asked by every way of signing in. */
const refuseDisabled =
  ({ db }: Platform) =>
  async ({ userId }: { userId: string }): Promise<void> => {
    const member = await db.shared
      .selectFrom('auth.member')
      .select('disabled_at')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (!member || member.disabled_at !== null)
      throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED', message: 'disabled' });
  };

/** A passkey replaces password and code, so it must have asked for a finger, a face or a PIN. */
const requireUserVerified = (verified: boolean | undefined): void => {
  if (!verified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED', message: 'not verified' });
};

/**
 * better-auth on our database. Only its server-side calls are used: nothing of its own HTTP handler is mounted,
 * so every address of the product stands in our contracts.
 */
export const createAuth = (platform: Platform, { publicUrl, secure }: IdentityOptions) =>
  betterAuth({
    appName: '轻装',
    baseURL: publicUrl ?? 'http://localhost',
    secret: platform.secrets.keyFor('sessions').toString('base64url'),
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: {
      db: platform.db.shared.withPlugin(datesAsDates) as never,
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: {
      expiresIn: sessionDays * 24 * 3600,
      // The absolute limit: a session is never prolonged. The idle limit is authenticate.ts's.
      disableSessionRefresh: true,
      // Steps that need a fresh proof ask for the password themselves.
      freshAge: 0,
    },
    databaseHooks: { session: { create: { before: refuseDisabled(platform) } } },
    advanced: {
      cookiePrefix: cookiePrefix(secure),
      // Its own "secure" would add __Secure-; our prefix is the stricter __Host-.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The migration is checked against better-auth's schema by a test, not at each start.
      database: { generateId: () => newId(), validateSchema: false },
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 30,
        usernameNormalization: normaliseUsername,
        usernameValidator: (name) => isUsername(normaliseUsername(name)),
      }),
      // Guessing is limited by throttle.ts, exactly and for all ways of signing in together.
      twoFactor({ issuer: '轻装', accountLockout: { enabled: false }, twoFactorCookieMaxAge: 600 }),
      passkey({
        rpName: '轻装',
        rpID: publicUrl ? new URL(publicUrl).hostname : 'localhost',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        registration: {
          afterVerification: async ({ verification }) =>
            requireUserVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            requireUserVerified(verification.authenticationInfo.userVerified),
        },
      }),
    ],
  });

export type Auth = ReturnType<typeof createAuth>;
