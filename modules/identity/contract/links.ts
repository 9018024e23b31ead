import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { problems } from '../problems.ts';
import { NewPassword } from './own-account.ts';

/** The secret part of a one-time link; it travels in the link's fragment, never in a request's address. */
const Token = z.string().min(20).max(100);
export const Username = z
  .string()
  .trim()
  .min(2)
  .max(30)
  .regex(/^[\p{L}\p{N}_.-]+$/u, '只能用汉字、字母、数字和 . _ -');

export const openLink = route({
  id: 'openLink',
  method: 'post',
  path: '/links/open',
  summary: '一次性链接：看看是给谁的',
  access: 'public',
  body: z.strictObject({ token: Token }).meta({ id: 'LinkToken' }),
  output: z
    .object({
      kind: z.enum(['setup', 'reset', 'administrator']),
      name: z.string().nullable(),
      username: z.string().nullable(),
    })
    .meta({ id: 'LinkInfo' }),
  refusals: [problems.linkGone, problems.disabled],
});

export const claimLink = route({
  id: 'claimLink',
  method: 'post',
  path: '/links/claim',
  summary: '一次性链接：设定密码（之后用它登录）',
  access: 'public',
  body: z.strictObject({ token: Token, password: NewPassword }).meta({ id: 'LinkClaim' }),
  output: z.object({ username: z.string() }).meta({ id: 'LinkClaimed' }),
  refusals: [problems.linkGone, problems.weakPassword, problems.disabled, problems.busy],
});

export const claimFirstAdministrator = route({
  id: 'claimFirstAdministrator',
  method: 'post',
  path: '/first-administrator',
  summary: '首个管理员：用首次启动时给出的链接开设街道和账号',
  access: 'public',
  body: z
    .strictObject({
      token: Token,
      subdistrict: z.string().trim().min(2).max(40).describe('街道名称'),
      name: z.string().trim().min(1).max(30),
      username: Username,
      password: NewPassword,
    })
    .meta({ id: 'FirstAdministrator' }),
  output: z.object({ username: z.string() }).meta({ id: 'FirstAdministratorClaimed' }),
  refusals: [problems.linkGone, problems.weakPassword, problems.usernameTaken, problems.busy],
});
