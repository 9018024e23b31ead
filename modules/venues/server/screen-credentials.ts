import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { readCredential, writeCredential } from '../domain/pairing.ts';
import { problems } from '../problems.ts';
import { findScreen, touchScreen } from './screens-repository.ts';

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The longest that browsers keep a cookie; renewed whenever the screen looks. */
const cookieSeconds = 400 * 86_400;
const named = (secure: boolean): string => (secure ? '__Host-qz.screen' : 'qz.screen');

/** What keeps a screen paired: only its own pages' requests carry it, and no script can read it. */
export const setCookie = (text: string, secure: boolean): Headers =>
  new Headers({
    'set-cookie': [
      `${named(secure)}=${text}`,
      'Path=/',
      `Max-Age=${cookieSeconds}`,
      'HttpOnly',
      'SameSite=Strict',
      ...(secure ? ['Secure'] : []),
    ].join('; '),
  });

const cookieIn = (request: Request, secure: boolean): string => {
  const part = (request.headers.get('cookie') ?? '')
    .split(';')
    .find((one) => one.trimStart().startsWith(`${named(secure)}=`));
  return part?.trim().slice(named(secure).length + 1) ?? '';
};

/** Who a screen acts as: its venue and nothing else; in logs and the audit its own id stands for the account. */
export const actorOfScreen = (subdistrict: string, screen: string, committee: string): Actor => ({
  account: screen,
  subdistrict,
  name: '固定屏',
  roles: ['venue_screen'],
  committee,
  department: null,
  cadre: null,
  permissions: new Set(['venues.join']),
});

/** Finds out which paired screen is asking. */
export const createCredentials = ({ db }: Pick<Platform, 'db'>, secure: boolean) => {
  const find = async (request: Request): Promise<{ who: Actor; text: string } | null> => {
    const text = cookieIn(request, secure);
    const held = readCredential(text);
    if (!held) return null;
    const row = await db.read(held, (tx) => findScreen(tx, held.subdistrict, held.screen));
    if (!row || !timingSafeEqual(row.secretHash, hashOf(held.secret))) return null;
    if (row.stale)
      await db
        .transaction(held, (tx) => touchScreen(tx, held.subdistrict, held.screen))
        // A database that cannot write must not put a screen out.
        .catch(() => undefined);
    return { who: actorOfScreen(held.subdistrict, held.screen, row.committee), text: writeCredential(held) };
  };
  return {
    /** @throws {Refusal} notPaired */
    must: async (request: Request): Promise<{ who: Actor; text: string }> => {
      const found = await find(request);
      if (!found) throw new Refusal(problems.notPaired);
      return found;
    },
    /** For streams that outlive their request. */
    stands: async (request: Request): Promise<boolean> => (await find(request)) !== null,
  };
};

export type Credentials = ReturnType<typeof createCredentials>;
