import { z } from 'zod';
import { common } from '#platform/contract/problem.ts';
import { IdParams, route } from '#platform/contract/route.ts';
import { roles } from '../domain/permissions.ts';
import { problems } from '../problems.ts';
import { Username } from './links.ts';

/** An account as its administrator sees it. */
export const Account = z
  .object({
    id: z.uuid(),
    name: z.string(),
    username: z.string(),
    roles: z.array(z.enum(roles)),
    committeeId: z.uuid().nullable(),
    departmentId: z.uuid().nullable(),
    cadreId: z.uuid().nullable(),
    disabled: z.boolean(),
    passwordSet: z.boolean().describe('是否已设定过密码'),
    secondFactor: z.boolean(),
    lastSeenAt: z.iso.datetime({ offset: true }).nullable(),
  })
  .meta({ id: 'Account' });
export type Account = z.output<typeof Account>;

/** The one-time link is shown once: the server keeps only its hash. */
export const AccountWithLink = z
  .object({ account: Account, link: z.string(), expiresAt: z.iso.datetime({ offset: true }) })
  .meta({ id: 'AccountWithLink' });
export type AccountWithLink = z.output<typeof AccountWithLink>;

const Roles = z.array(z.enum(roles)).min(1).max(roles.length);
const checked = [problems.roleNeedsCommittee];

export const listAccounts = route({
  id: 'listAccounts',
  method: 'get',
  path: '/accounts',
  summary: '全部账号',
  access: 'accounts.manage',
  output: z.array(Account),
});

export const AccountDraft = z
  .strictObject({
    name: z.string().trim().min(1).max(30),
    username: Username,
    roles: Roles,
    committeeId: z.uuid().nullable().default(null),
    departmentId: z.uuid().nullable().default(null),
    cadreId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'AccountDraft' });
export type AccountDraft = z.output<typeof AccountDraft>;

export const addAccount = route({
  id: 'addAccount',
  method: 'post',
  path: '/accounts',
  summary: '为一名干部开账号；得到一次性链接，由本人设定密码',
  access: 'accounts.manage',
  body: AccountDraft,
  output: AccountWithLink,
  // Whose account: a committee, department or cadre that is not there.
  refusals: [problems.usernameTaken, common.notFound, ...checked],
});

export const updateAccount = route({
  id: 'updateAccount',
  method: 'put',
  path: '/accounts/{id}',
  summary: '改姓名、岗位、所属',
  access: 'accounts.manage',
  params: IdParams,
  body: AccountDraft.omit({ username: true }).meta({ id: 'AccountEdit' }),
  output: Account,
  refusals: [problems.lastAdministrator, ...checked],
});

export const disableAccount = route({
  id: 'disableAccount',
  method: 'post',
  path: '/accounts/{id}/disable',
  summary: '停用账号；正在使用的页面随即退出',
  access: 'accounts.manage',
  params: IdParams,
  output: Account,
  refusals: [problems.lastAdministrator],
});

export const enableAccount = route({
  id: 'enableAccount',
  method: 'post',
  path: '/accounts/{id}/enable',
  summary: '恢复账号',
  access: 'accounts.manage',
  params: IdParams,
  output: Account,
});

export const resetAccount = route({
  id: 'resetAccount',
  method: 'post',
  path: '/accounts/{id}/reset',
  summary: '重置：旧密码、验证码和通行密钥作废，得到新的一次性链接',
  access: 'accounts.manage',
  params: IdParams,
  output: AccountWithLink,
});

export const AuditEntry = z
  .object({
    chain: z.string(),
    seq: z.int(),
    at: z.iso.datetime({ offset: true }),
    account: z.uuid(),
    name: z.string().nullable(),
    action: z.string(),
    subject: z.string(),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;

export const listAuditEntries = route({
  id: 'listAuditEntries',
  method: 'get',
  path: '/audit',
  summary: '审计记录，新的在前',
  access: 'audit.read',
  query: z.object({
    /** The `next` of the page before. */
    before: z.string().max(200).optional().describe('上一页给出的 next'),
    action: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ entries: z.array(AuditEntry), next: z.string().nullable() }).meta({ id: 'AuditPage' }),
});
