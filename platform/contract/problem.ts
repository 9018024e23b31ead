/** One refusal as a module declares it: the HTTP status and what a cadre reads, in both languages. */
export interface ProblemText {
  readonly status: number;
  /** Chinese: what happened and what to do next, polite, without system terms. */
  readonly title: string;
  readonly en: string;
}

/** A refusal with its public code (`module.name`). A code is part of the API: once released it is never renamed. */
export interface Problem extends ProblemText {
  readonly code: string;
}

/** Declares the closed table of refusals of one module (RFC 9457 problem types). */
export const problemTable = <K extends string>(
  module: string,
  table: Readonly<Record<K, ProblemText>>,
): Readonly<Record<K, Problem>> => {
  const entries = Object.entries<ProblemText>(table).map(([name, text]) => [
    name,
    { code: `${module}.${name}`, ...text },
  ]);
  return Object.fromEntries(entries) as Record<K, Problem>;
};

/** One thing that is wrong in a request: where (`body.items.0.minutes`, or a cell such as `C7`) and why. */
export interface ProblemPlace {
  readonly path: string;
  readonly message: string;
}

/**
 * Thrown by a service to refuse. `facts` are shown beside the title (figures, names of rules, never
 * personal data); `errors` name each place that is wrong.
 */
export class Refusal extends Error {
  readonly problem: Problem;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors: readonly ProblemPlace[];

  constructor(
    problem: Problem,
    facts: Readonly<Record<string, unknown>> = {},
    errors: readonly ProblemPlace[] = [],
  ) {
    super(problem.code);
    this.name = 'Refusal';
    this.problem = problem;
    this.facts = facts;
    this.errors = errors;
  }
}

/** Refusals any operation can give; each route carries them without naming them. */
export const common = problemTable('request', {
  invalid: {
    status: 400,
    title: '填写的内容有误，请按提示修改',
    en: 'Some of what was sent is not right. See the places named.',
  },
  signedOut: { status: 401, title: '请先登录', en: 'Please sign in first.' },
  forbidden: { status: 403, title: '您的岗位不能做这件事', en: 'Your post may not do this.' },
  foreignOrigin: {
    status: 403,
    title: '请求来自别的网站，已拒绝',
    en: 'The request came from another site and was refused.',
  },
  notFound: { status: 404, title: '没有找到，可能已被移走', en: 'Not found. It may have been moved.' },
  methodNotAllowed: {
    status: 405,
    title: '此地址不支持这种操作',
    en: 'This address does not allow that method.',
  },
  tooLarge: { status: 413, title: '内容太大，请分开提交', en: 'Too large. Please send it in parts.' },
  tooMany: {
    status: 429,
    title: '操作太频繁，请稍后再试',
    en: 'Too many requests. Please try again shortly.',
  },
  broken: {
    status: 500,
    title: '系统出了问题，已记录，内容没有保存',
    en: 'Something broke and was logged. Nothing was saved.',
  },
  readOnly: {
    status: 503,
    title: '磁盘已满，暂时只能查看；已保存的内容都在',
    en: 'The disk is full: reading only. All that was saved is safe.',
  },
  unavailable: {
    status: 503,
    title: '数据库暂时连不上，请稍候重试',
    en: 'The database cannot be reached. Please try again shortly.',
  },
});
