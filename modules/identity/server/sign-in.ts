import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '#platform/contract/problem.ts';
import { type BoundRoute, handlePublic, WithHeaders } from '#platform/http/bind.ts';
import type { SignInAnswer } from '../contract.ts';
import * as contract from '../contract.ts';
import { triesPerAccount } from '../domain/throttle-rules.ts';
import { normaliseUsername } from '../domain/username.ts';
import { problems } from '../problems.ts';
import { createQueue } from './bounded-queue.ts';
import { callAuth, cookiesOf, headersFor } from './call-auth.ts';
import { actorOfAccount, type Context } from './context.ts';
import { anyAccount, findByUsername, findMember } from './repository.ts';
import type { Try } from './throttle.ts';

type Caller = { request: Request; address: string };

/** A wrong try at an account that exists goes to its chain; the caller neither waits for it nor can time it. */
const recordWrongTry = ({ platform, inBackground }: Context, username: string, { count }: Try): void =>
  inBackground(async () => {
    const member = await findByUsername(platform.db.shared, username);
    if (!member) return;
    await platform.db.transaction(member, (tx) =>
      platform.audit.record(tx, actorOfAccount(member), 'sign-in.refused', member.account, {
        try: count,
        ...(count >= triesPerAccount ? { locked: true } : {}),
      }),
    );
  });

const recordSignIn = async ({ platform }: Context, account: string, way: string): Promise<void> => {
  const member = await findMember(platform.db.shared, account);
  if (!member) return;
  await platform.db.transaction(member, (tx) =>
    platform.audit.record(tx, actorOfAccount(member), 'sign-in.done', account, { way }),
  );
};

/** A new sign-in ends the session the browser had: nobody shares a computer's leftover. */
const endFormerSession = async ({ platform, cookies }: Context, request: Request): Promise<void> => {
  const token = cookies.read(request, 'session_token');
  if (token !== null)
    await platform.db.shared.deleteFrom('auth.session').where('token', '=', token).execute();
};

const signedIn = async (
  context: Context,
  { request }: Caller,
  account: string,
  way: string,
  headers: Headers,
): Promise<WithHeaders<SignInAnswer>> => {
  await endFormerSession(context, request);
  await recordSignIn(context, account, way);
  return new WithHeaders({ state: 'signedIn' as const }, cookiesOf(headers));
};

/**
 * Everybody of a subdistrict may sign in within the same minute. Few go at once, because each needs a database
 * connection and the processor; the rest of the office goes on working meanwhile.
 */
const inTurn = createQueue(5, 600);

/** Runs one guessable step: a wrong answer stays counted, anything else is taken back. */
export const guarded = <T>(
  { throttle }: Context,
  account: string,
  address: string,
  step: () => Promise<T>,
  onWrong: (tried: Try) => void = () => undefined,
): Promise<T> =>
  inTurn(async () => {
    const tried = await throttle.begin(account, address);
    try {
      const result = await step();
      await tried.takeBack('known');
      return result;
    } catch (error) {
      const wrong =
        error instanceof Refusal &&
        [problems.wrongPassword, problems.wrongCode].includes(error.problem as never);
      if (wrong) onWrong(tried);
      else await tried.takeBack();
      throw error;
    }
  });

const byPassword = async (
  context: Context,
  caller: Caller,
  given: { username: string; password: string },
) => {
  const username = normaliseUsername(given.username);
  const { response, headers } = await guarded(
    context,
    username,
    caller.address,
    () =>
      callAuth(
        () =>
          context.auth.api.signInUsername({
            body: { username, password: given.password },
            headers: headersFor(context.cookies, caller),
            returnHeaders: true,
          }),
        problems.wrongPassword,
      ),
    (tried) => recordWrongTry(context, username, tried),
  );
  if ('twoFactorRedirect' in response)
    return new WithHeaders({ state: 'secondFactorNeeded' as const }, cookiesOf(headers));
  return signedIn(context, caller, response.user.id, 'password', headers);
};

/** Whose second step this is: the cookie of the first one names it. */
const accountOfSecondStep = async ({ platform, cookies }: Context, request: Request): Promise<string> => {
  const identifier = cookies.read(request, 'two_factor');
  const row =
    identifier === null
      ? undefined
      : await platform.db.shared
          .selectFrom('auth.verification')
          .select('value')
          .where('identifier', '=', identifier)
          .where('expiresAt', '>', sql<string>`now()`)
          .executeTakeFirst();
  if (!row) throw new Refusal(problems.secondFactorGone);
  return row.value;
};

/** Each code opens once. A code that is wrong is marked as well, which harms nobody. */
const spendCode = async ({ platform }: Context, account: string, code: string): Promise<void> => {
  const used = await platform.db.shared
    .insertInto('auth.used_code')
    .values({ user_id: account, code_hash: createHash('sha256').update(`${account}|${code}`).digest() })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'code_hash'])
        .doUpdateSet({ used_at: sql`now()` })
        .where(sql<boolean>`used_code.used_at < now() - interval '3 minutes'`),
    )
    .returning('user_id')
    .executeTakeFirst();
  if (!used) throw new Refusal(problems.wrongCode);
};

const bySecondFactor = async (
  context: Context,
  caller: Caller,
  { kind, code }: { kind: 'totp' | 'backup'; code: string },
) => {
  const account = await accountOfSecondStep(context, caller.request);
  const verify = kind === 'totp' ? context.auth.api.verifyTOTP : context.auth.api.verifyBackupCode;
  const { headers } = await guarded(context, `second:${account}`, caller.address, async () => {
    if (kind === 'totp') await spendCode(context, account, code);
    // Without the session cookie: with one, better-auth would take the code for that session's account.
    const given = { body: { code }, headers: headersFor(context.cookies, caller, 'two_factor') };
    return callAuth(
      () => verify({ ...given, returnHeaders: true }) as Promise<{ headers: Headers }>,
      problems.wrongCode,
    );
  });
  return signedIn(context, caller, account, kind, headers);
};

const startPasskey = async (context: Context, caller: Caller) => {
  const { response, headers } = await callAuth(
    () =>
      context.auth.api.generatePasskeyAuthenticationOptions({
        headers: headersFor(context.cookies, caller),
        returnHeaders: true,
      }),
    problems.passkeyFailed,
  );
  return new WithHeaders(
    { ...response, userVerification: 'required' } as Record<string, unknown>,
    cookiesOf(headers),
  );
};

const byPasskey = async (context: Context, caller: Caller, answer: Record<string, unknown>) => {
  const { response, headers } = await callAuth(
    () =>
      context.auth.api.verifyPasskeyAuthentication({
        body: { response: answer },
        headers: headersFor(context.cookies, caller, 'passkey'),
        returnHeaders: true,
        // Its types leave out that headers can be asked for here as well.
      } as never) as unknown as Promise<{ response: { user: { id: string } }; headers: Headers }>,
    problems.passkeyFailed,
  );
  return signedIn(context, caller, response.user.id, 'passkey', headers);
};

/** Every way in. */
export const signInRoutes = (context: Context): BoundRoute[] => [
  handlePublic(contract.getSignInOptions, async () => ({
    demonstration: context.options.demo,
    administratorNeeded: !(await anyAccount(context.platform.db.shared)),
  })),
  handlePublic(contract.signIn, ({ body, ...caller }) => byPassword(context, caller, body)),
  handlePublic(contract.verifySecondFactor, ({ body, ...caller }) => bySecondFactor(context, caller, body)),
  handlePublic(contract.startPasskeySignIn, (caller) => startPasskey(context, caller)),
  handlePublic(contract.signInByPasskey, ({ body, ...caller }) => byPasskey(context, caller, body.response)),
];
