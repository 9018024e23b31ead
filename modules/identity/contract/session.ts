import { z } from 'zod';
import { file, route } from '#platform/contract/route.ts';
import { roles } from '../domain/permissions.ts';
import { problems } from '../problems.ts';

const Named = z.object({ id: z.uuid(), code: z.string(), name: z.string() });

/** Who I am, and what I may do. */
export const Me = z
  .object({
    account: z.uuid(),
    name: z.string(),
    username: z.string(),
    roles: z.array(z.enum(roles)),
    permissions: z.array(z.string()),
    subdistrict: Named,
    committee: Named.nullable(),
    department: Named.nullable(),
    cadre: z.uuid().nullable(),
    language: z.enum(['zh', 'en']),
    elderMode: z.boolean(),
    secondFactor: z.boolean().describe('是否已启用动态验证码'),
    sessionEndsAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof Me>;

/** `secondFactorNeeded`: ask for the code and call `verifySecondFactor`; the browser keeps the rest in a cookie. */
export const SignInAnswer = z
  .object({ state: z.enum(['signedIn', 'secondFactorNeeded']) })
  .meta({ id: 'SignInAnswer' });
export type SignInAnswer = z.output<typeof SignInAnswer>;

const guarded = [problems.tooManyTries, problems.busy, problems.disabled];

export const getSignInOptions = route({
  id: 'getSignInOptions',
  method: 'get',
  path: '/session/options',
  summary: '登录页要知道的事',
  access: 'public',
  output: z
    .object({
      demonstration: z.boolean().describe('演示街道：登录页可以列出演示账号'),
      administratorNeeded: z.boolean().describe('还没有任何账号，等待首个管理员'),
    })
    .meta({ id: 'SignInOptions' }),
});

export const signIn = route({
  id: 'signIn',
  method: 'post',
  path: '/session',
  summary: '用户名和密码登录',
  access: 'public',
  body: z
    .strictObject({ username: z.string().trim().min(1).max(40), password: z.string().min(1).max(128) })
    .meta({ id: 'SignIn' }),
  output: SignInAnswer,
  refusals: [problems.wrongPassword, ...guarded],
});

export const verifySecondFactor = route({
  id: 'verifySecondFactor',
  method: 'post',
  path: '/session/second-factor',
  summary: '登录第二步：动态验证码或备用码',
  access: 'public',
  body: z
    .strictObject({ kind: z.enum(['totp', 'backup']), code: z.string().trim().min(6).max(20) })
    .meta({ id: 'SecondFactor' }),
  output: SignInAnswer,
  refusals: [problems.wrongCode, problems.secondFactorGone, ...guarded],
});

/** WebAuthn data as the browser's API takes and gives it (JSON form). */
export const WebAuthnJson = z.record(z.string().max(100), z.unknown()).meta({ id: 'WebAuthnJson' });

export const startPasskeySignIn = route({
  id: 'startPasskeySignIn',
  method: 'post',
  path: '/session/passkey/options',
  summary: '用通行密钥登录：取得挑战',
  access: 'public',
  output: WebAuthnJson,
});

export const signInByPasskey = route({
  id: 'signInByPasskey',
  method: 'post',
  path: '/session/passkey',
  summary: '用通行密钥登录：交回签名',
  access: 'public',
  body: z.strictObject({ response: WebAuthnJson }).meta({ id: 'PasskeyAnswer' }),
  output: SignInAnswer,
  refusals: [problems.passkeyFailed, problems.disabled],
});

export const getSession = route({
  id: 'getSession',
  method: 'get',
  path: '/session',
  summary: '我是谁，能做什么',
  access: 'signed-in',
  output: Me,
});

export const signOut = route({
  id: 'signOut',
  method: 'delete',
  path: '/session',
  summary: '退出登录',
  access: 'signed-in',
  output: null,
});

export const openLive = route({
  id: 'openLive',
  method: 'get',
  path: '/live',
  summary: '实时消息（server-sent events）',
  access: 'signed-in',
  query: z.object({
    topics: z
      .string()
      .min(1)
      .max(2000)
      .describe('逗号分隔：office、committee:<id>、department:<id>、account:<id>、sitting:<id>'),
  }),
  output: file('text/event-stream'),
  refusals: [problems.topicForbidden],
});
