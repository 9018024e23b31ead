import { problemTable } from '#platform/contract/problem.ts';

/** Every refusal identity can give. None says whether a user name exists. */
export const problems = problemTable('identity', {
  wrongPassword: { status: 401, title: '用户名或密码不对', en: 'The user name or password is not right.' },
  wrongCode: {
    status: 401,
    title: '验证码不对，或已用过',
    en: 'The code is not right, or was used already.',
  },
  secondFactorGone: {
    status: 401,
    title: '等得太久，请重新登录',
    en: 'That took too long. Please sign in again.',
  },
  tooManyTries: {
    status: 429,
    title: '输错次数太多，请过 15 分钟再试',
    en: 'Too many wrong tries. Please try again in 15 minutes.',
  },
  busy: {
    status: 503,
    title: '登录的人太多，请稍等几秒再试',
    en: 'Many people are signing in. Please try again in a few seconds.',
  },
  disabled: {
    status: 403,
    title: '这个账号已停用，请联系街道管理员',
    en: 'This account is disabled. Please ask your administrator.',
  },
  weakPassword: {
    status: 422,
    title: '密码太容易猜到，请换一个（至少 10 个字符）',
    en: 'This password is easy to guess. Please choose another (at least 10 characters).',
  },
  linkGone: {
    status: 410,
    title: '链接已用过或已过期，请向管理员再要一个',
    en: 'This link was used or has expired. Please ask for a new one.',
  },
  usernameTaken: { status: 409, title: '用户名已有人用', en: 'This user name is taken.' },
  roleNeedsCommittee: {
    status: 422,
    title: '居委会的岗位须指定居委会，科室的岗位须指定科室',
    en: 'A committee post needs a committee, a department post a department.',
  },
  lastAdministrator: {
    status: 409,
    title: '这是最后一个管理员，请先指定另一个',
    en: 'This is the last administrator. Please name another first.',
  },
  totpActive: { status: 409, title: '动态验证码已经启用', en: 'The authenticator code is active already.' },
  totpAbsent: { status: 409, title: '还没有启用动态验证码', en: 'The authenticator code is not active.' },
  passkeyFailed: {
    status: 422,
    title: '没有认出通行密钥，请再试一次',
    en: 'The passkey was not recognised. Please try again.',
  },
  topicForbidden: { status: 403, title: '不能收听这些消息', en: 'These topics are not yours to listen to.' },
});
