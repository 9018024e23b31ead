import type { Actor } from '#platform/contract/actor.ts';
import { common, Refusal } from '#platform/contract/problem.ts';
import { type BoundRoute, handle, WithHeaders } from '#platform/http/bind.ts';
import * as contract from '../contract.ts';
import { isGuessable } from '../domain/password-rules.ts';
import { problems } from '../problems.ts';
import type { Session } from './authenticate.ts';
import { callAuth, cookiesOf, headersFor } from './call-auth.ts';
import type { Context } from './context.ts';
import { readMe } from './me.ts';
import { findMember } from './repository.ts';
import { guarded } from './sign-in.ts';

type Caller = { who: Actor; request: Request; address: string };

const sessionOf = async ({ sessions }: Context, request: Request): Promise<Session> => {
  const session = await sessions.find(request);
  if (!session) throw new Refusal(common.signedOut);
  return session;
};

/** One change of one's own account: written down, and told to its other pages. */
const record = ({ platform }: Context, who: Actor, action: string, facts: Record<string, unknown> = {}) =>
  platform.db.transaction(who, async (tx) => {
    await platform.live.publish(tx, who.subdistrict, `account:${who.account}`, { changed: 'account' });
    await platform.audit.record(tx, who, action, who.account, facts);
  });

const usernameOf = async ({ platform }: Context, who: Actor): Promise<string> =>
  (await findMember(platform.db.shared, who.account))?.username ?? '';

/** A step that takes the password again: counted like a sign-in, so that a stolen session cannot guess either. */
const withPassword = async <T>(
  context: Context,
  caller: Caller,
  call: (headers: Headers) => Promise<T>,
): Promise<T> => {
  const username = await usernameOf(context, caller.who);
  return guarded(context, username, caller.address, () =>
    callAuth(() => call(headersFor(context.cookies, caller, 'session_token')), problems.wrongPassword),
  );
};

const changePassword = async (
  context: Context,
  caller: Caller,
  { current, next }: { current: string; next: string },
) => {
  if (isGuessable(next, [await usernameOf(context, caller.who), caller.who.name]))
    throw new Refusal(problems.weakPassword);
  const { headers } = await withPassword(context, caller, (given) =>
    context.auth.api.changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers: given,
      returnHeaders: true,
    }),
  );
  await record(context, caller.who, 'account.password-changed');
  return new WithHeaders(undefined, cookiesOf(headers));
};

const startTotp = async (context: Context, caller: Caller, password: string) => {
  const answer = await withPassword(context, caller, (headers) =>
    context.auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }),
  );
  if (answer.method !== 'totp') throw new Refusal(problems.totpAbsent);
  // better-auth labels the code by the address nobody has; people know their user name.
  const uri = new URL(answer.totpURI);
  uri.pathname = `/${encodeURIComponent('轻装')}:${encodeURIComponent(await usernameOf(context, caller.who))}`;
  return { uri: uri.href, backupCodes: answer.backupCodes };
};

const confirmTotp = async (context: Context, caller: Caller, code: string) => {
  if ((await findMember(context.platform.db.shared, caller.who.account))?.secondFactor)
    throw new Refusal(problems.totpActive);
  const { headers } = await guarded(context, `second:${caller.who.account}`, caller.address, () =>
    callAuth(
      () =>
        context.auth.api.verifyTOTP({
          body: { code },
          headers: headersFor(context.cookies, caller, 'session_token'),
          returnHeaders: true,
        }),
      problems.wrongCode,
    ),
  );
  await record(context, caller.who, 'account.second-factor-added');
  return new WithHeaders(undefined, cookiesOf(headers));
};

const removeTotp = async (context: Context, caller: Caller, password: string) => {
  if (!(await findMember(context.platform.db.shared, caller.who.account))?.secondFactor)
    throw new Refusal(problems.totpAbsent);
  const { headers } = await withPassword(context, caller, (given) =>
    context.auth.api.disableTwoFactor({ body: { password }, headers: given, returnHeaders: true }),
  );
  await record(context, caller.who, 'account.second-factor-removed');
  return new WithHeaders(undefined, cookiesOf(headers));
};

const signOut = async (context: Context, caller: Caller) => {
  const { headers } = await callAuth(
    () =>
      context.auth.api.signOut({
        headers: headersFor(context.cookies, caller, 'session_token'),
        returnHeaders: true,
      }),
    common.signedOut,
  );
  await record(context, caller.who, 'sign-out.done');
  return new WithHeaders(undefined, cookiesOf(headers));
};

const listSessions = async (context: Context, { who, request }: Caller) => {
  const { id: current } = await sessionOf(context, request);
  const rows = await context.platform.db.shared
    .selectFrom('auth.session')
    .select(['id', 'createdAt', 'last_seen_at', 'userAgent', 'ipAddress'])
    .where('userId', '=', who.account)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === current,
    createdAt: row.createdAt,
    lastSeenAt: row.last_seen_at,
    device: row.userAgent ?? '',
    address: row.ipAddress ?? '',
  }));
};

const endSession = async (context: Context, who: Actor, id: string): Promise<undefined> => {
  const ended = await context.platform.db.shared
    .deleteFrom('auth.session')
    .where('id', '=', id)
    .where('userId', '=', who.account)
    .returning('id')
    .executeTakeFirst();
  if (!ended) throw new Refusal(common.notFound);
  await record(context, who, 'account.session-ended');
  return undefined;
};

/** What everybody may do with their own account; passkeys are in passkeys.ts. */
export const ownAccountRoutes = (context: Context): BoundRoute[] => [
  handle(contract.getSession, async ({ request }) => readMe(context, await sessionOf(context, request))),
  handle(contract.signOut, (caller) => signOut(context, caller)),
  handle(contract.setPreferences, async ({ who, request, body }) => {
    await context.platform.db.shared
      .updateTable('auth.member')
      .set({ language: body.language, elder_mode: body.elderMode })
      .where('user_id', '=', who.account)
      .execute();
    await record(context, who, 'account.preferences-set', body);
    return readMe(context, await sessionOf(context, request));
  }),
  handle(contract.changePassword, ({ body, ...caller }) => changePassword(context, caller, body)),
  handle(contract.listSessions, (caller) => listSessions(context, caller)),
  handle(contract.endSession, ({ who, params }) => endSession(context, who, params.id)),
  handle(contract.startTotp, ({ body, ...caller }) => startTotp(context, caller, body.password)),
  handle(contract.confirmTotp, ({ body, ...caller }) => confirmTotp(context, caller, body.code)),
  handle(contract.removeTotp, ({ body, ...caller }) => removeTotp(context, caller, body.password)),
];

export { record as recordOwn, withPassword };
