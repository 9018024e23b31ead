import { common, Refusal } from '#platform/contract/problem.ts';
import { type BoundRoute, handle, WithHeaders } from '#platform/http/bind.ts';
import * as contract from '../contract.ts';
import { problems } from '../problems.ts';
import { callAuth, cookiesOf, headersFor } from './call-auth.ts';
import type { Context } from './context.ts';
import { recordOwn, withPassword } from './own-account.ts';

const passkeysOf = ({ platform }: Context, account: string) =>
  platform.db.shared
    .selectFrom('auth.passkey')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', account)
    .orderBy('createdAt')
    .limit(50)
    .execute();

const shown = (row: { id: string; name: string | null; createdAt: string | Date | null }) => ({
  id: row.id,
  name: row.name ?? '',
  createdAt: row.createdAt === null ? null : new Date(row.createdAt).toISOString(),
});

/** Registering and removing one's own passkeys (通行密钥). */
export const passkeyRoutes = (context: Context): BoundRoute[] => [
  handle(contract.listPasskeys, async ({ who }) => (await passkeysOf(context, who.account)).map(shown)),

  handle(contract.startPasskey, async ({ body, ...caller }) => {
    await withPassword(context, caller, (headers) =>
      context.auth.api.verifyPassword({ body: { password: body.password }, headers }),
    );
    const { response, headers } = await callAuth(
      () =>
        context.auth.api.generatePasskeyRegistrationOptions({
          query: { name: caller.who.name },
          headers: headersFor(context.cookies, caller, 'session_token'),
          returnHeaders: true,
        }),
      problems.passkeyFailed,
    );
    const user = { ...response.user, displayName: caller.who.name };
    return new WithHeaders({ ...response, user } as Record<string, unknown>, cookiesOf(headers));
  }),

  handle(contract.addPasskey, async ({ body, ...caller }) => {
    const passkey = await callAuth(
      () =>
        context.auth.api.verifyPasskeyRegistration({
          body: { response: body.response, name: body.name },
          headers: headersFor(context.cookies, caller, 'session_token', 'passkey'),
        }),
      problems.passkeyFailed,
    );
    await recordOwn(context, caller.who, 'account.passkey-added');
    return shown({ id: passkey.id, name: body.name, createdAt: passkey.createdAt });
  }),

  handle(contract.removePasskey, async ({ who, params }) => {
    const removed = await context.platform.db.shared
      .deleteFrom('auth.passkey')
      .where('id', '=', params.id)
      .where('userId', '=', who.account)
      .returning('id')
      .executeTakeFirst();
    if (!removed) throw new Refusal(common.notFound);
    await recordOwn(context, who, 'account.passkey-removed');
    return undefined;
  }),
];
