import type { z } from 'zod';
import { systemActor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import { type BoundRoute, handlePublic } from '#platform/http/bind.ts';
import * as contract from '../contract.ts';
import { isGuessable } from '../domain/password-rules.ts';
import { normaliseUsername } from '../domain/username.ts';
import { problems } from '../problems.ts';
import { actorOfAccount, type Context } from './context.ts';
import { findLink, spendLink } from './links.ts';
import { hashPassword } from './password-hash.ts';
import { anyAccount, findMember, insertAccounts, setPassword } from './repository.ts';

/** An account's link, and whose it is. @throws {Refusal} linkGone, disabled */
const memberOfLink = async (db: Db, token: string) => {
  const { account, kind } = await findLink(db, token);
  const member = account === null ? undefined : await findMember(db, account);
  if (!member) throw new Refusal(problems.linkGone);
  if (member.disabledAt !== null) throw new Refusal(problems.disabled);
  return { member, kind };
};

const open = async ({ platform }: Context, token: string) => {
  const { kind } = await findLink(platform.db.shared, token);
  if (kind === 'administrator') return { kind, name: null, username: null };
  const { member } = await memberOfLink(platform.db.shared, token);
  return { kind, name: member.name, username: member.username };
};

/** Sets the password of the account a link was made for. */
const claim = async ({ platform }: Context, token: string, password: string) => {
  const { member, kind } = await memberOfLink(platform.db.shared, token);
  if (isGuessable(password, [member.username, member.name])) throw new Refusal(problems.weakPassword);
  const hash = await hashPassword(password);
  await platform.db.transaction(member, async (tx) => {
    await spendLink(tx, token);
    await setPassword(tx, member.account, hash, true);
    await platform.live.publish(tx, member.subdistrict, `account:${member.account}`, { changed: 'account' });
    await platform.audit.record(tx, actorOfAccount(member), 'account.password-set', member.account, {
      by: kind,
    });
  });
  return { username: member.username };
};

/** Opens the first subdistrict with its administrator. Only while there is no account at all. */
const claimFirst = async (
  { platform, organisation }: Context,
  draft: z.output<NonNullable<typeof contract.claimFirstAdministrator.body>>,
) => {
  const db = platform.db.shared;
  const { kind } = await findLink(db, draft.token);
  if (kind !== 'administrator' || (await anyAccount(db))) throw new Refusal(problems.linkGone);
  if (isGuessable(draft.password, [draft.username, draft.name])) throw new Refusal(problems.weakPassword);
  const hash = await hashPassword(draft.password);
  const id = newId();
  await platform.db.transaction({ subdistrict: id }, async (tx) => {
    await spendLink(tx, draft.token);
    await tx.insertInto('auth.tenant').values({ subdistrict_id: id }).execute();
    await organisation.createSubdistrict(tx, { id, code: 'office', name: draft.subdistrict });
    const seed = { name: draft.name, username: draft.username, roles: ['administrator'] as const };
    const [account = ''] = await insertAccounts(tx, id, [seed], hash);
    await platform.audit.record(tx, systemActor(id), 'account.added', account, {
      roles: seed.roles,
      by: kind,
    });
  });
  return { username: normaliseUsername(draft.username) };
};

/** One-time links: setting a password, and the first administrator. */
export const linkRoutes = (context: Context): BoundRoute[] => [
  handlePublic(contract.openLink, ({ body }) => open(context, body.token)),
  handlePublic(contract.claimLink, ({ body }) => claim(context, body.token, body.password)),
  handlePublic(contract.claimFirstAdministrator, ({ body }) => claimFirst(context, body)),
];
