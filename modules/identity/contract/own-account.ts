import { z } from 'zod';
import { IdParams, route } from '#platform/contract/route.ts';
import { shortestPassword } from '../domain/password-rules.ts';
import { problems } from '../problems.ts';
import { Me, WebAuthnJson } from './session.ts';

/** A password somebody chooses; the rules beyond length are in domain/password-rules.ts. */
export const NewPassword = z.string().min(shortestPassword).max(128);
const Password = z.string().min(1).max(128);
const Code = z.string().trim().min(6).max(20);
const guarded = [problems.wrongPassword, problems.tooManyTries, problems.busy];

export const setPreferences = route({
  id: 'setPreferences',
  method: 'put',
  path: '/account/preferences',
  summary: '语言和长辈模式',
  access: 'signed-in',
  body: z
    .strictObject({ language: z.enum(['zh', 'en']), elderMode: z.boolean() })
    .meta({ id: 'Preferences' }),
  output: Me,
});

export const changePassword = route({
  id: 'changePassword',
  method: 'put',
  path: '/account/password',
  summary: '改密码；其他设备上的登录随即失效',
  access: 'signed-in',
  body: z.strictObject({ current: Password, next: NewPassword }).meta({ id: 'PasswordChange' }),
  output: null,
  refusals: [problems.weakPassword, ...guarded],
});

export const SessionInfo = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    createdAt: z.iso.datetime({ offset: true }),
    lastSeenAt: z.iso.datetime({ offset: true }),
    device: z.string().describe('浏览器自报的名称'),
    address: z.string(),
  })
  .meta({ id: 'SessionInfo' });

export const listSessions = route({
  id: 'listSessions',
  method: 'get',
  path: '/account/sessions',
  summary: '我在哪些设备上登录着',
  access: 'signed-in',
  output: z.array(SessionInfo),
});

export const endSession = route({
  id: 'endSession',
  method: 'delete',
  path: '/account/sessions/{id}',
  summary: '让一台设备退出登录',
  access: 'signed-in',
  params: IdParams,
  output: null,
});

export const startTotp = route({
  id: 'startTotp',
  method: 'post',
  path: '/account/totp',
  summary: '启用动态验证码：取得密钥和备用码，输入一次验证码后生效',
  access: 'signed-in',
  body: z.strictObject({ password: Password }).meta({ id: 'TotpStart' }),
  output: z
    .object({ uri: z.string().describe('otpauth://…，画成二维码'), backupCodes: z.array(z.string()) })
    .meta({ id: 'TotpSetup' }),
  refusals: [problems.totpActive, ...guarded],
});

export const confirmTotp = route({
  id: 'confirmTotp',
  method: 'post',
  path: '/account/totp/confirm',
  summary: '启用动态验证码：确认',
  access: 'signed-in',
  body: z.strictObject({ code: Code }).meta({ id: 'TotpConfirm' }),
  output: null,
  refusals: [
    problems.wrongCode,
    problems.totpAbsent,
    problems.totpActive,
    problems.tooManyTries,
    problems.busy,
  ],
});

export const removeTotp = route({
  id: 'removeTotp',
  method: 'post',
  path: '/account/totp/remove',
  summary: '停用动态验证码',
  access: 'signed-in',
  body: z.strictObject({ password: Password }).meta({ id: 'TotpRemove' }),
  output: null,
  refusals: [problems.totpAbsent, ...guarded],
});

export const Passkey = z
  .object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime({ offset: true }).nullable() })
  .meta({ id: 'Passkey' });

export const listPasskeys = route({
  id: 'listPasskeys',
  method: 'get',
  path: '/account/passkeys',
  summary: '我的通行密钥',
  access: 'signed-in',
  output: z.array(Passkey),
});

export const startPasskey = route({
  id: 'startPasskey',
  method: 'post',
  path: '/account/passkeys/options',
  summary: '添加通行密钥：取得挑战（须输入密码）',
  access: 'signed-in',
  body: z.strictObject({ password: Password }).meta({ id: 'PasskeyStart' }),
  output: WebAuthnJson,
  refusals: guarded,
});

export const addPasskey = route({
  id: 'addPasskey',
  method: 'post',
  path: '/account/passkeys',
  summary: '添加通行密钥：交回登记结果',
  access: 'signed-in',
  body: z
    .strictObject({ name: z.string().trim().min(1).max(40), response: WebAuthnJson })
    .meta({ id: 'PasskeyDraft' }),
  output: Passkey,
  refusals: [problems.passkeyFailed, problems.busy],
});

export const removePasskey = route({
  id: 'removePasskey',
  method: 'delete',
  path: '/account/passkeys/{id}',
  summary: '删除通行密钥',
  access: 'signed-in',
  params: IdParams,
  output: null,
});
