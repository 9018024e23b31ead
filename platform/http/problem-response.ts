import { common, type Problem, type ProblemPlace, Refusal } from '#platform/contract/problem.ts';

/** Chinese unless the caller asks for English first. */
export const languageOf = (request: Request): 'zh' | 'en' =>
  /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'zh';

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly ProblemPlace[];
}

/** RFC 9457: one shape for every refusal of the product. */
export const problemResponse = (
  request: Request,
  problem: Problem,
  facts: Readonly<Record<string, unknown>> = {},
  errors: readonly ProblemPlace[] = [],
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const body: ProblemBody = {
    type: `/problems#${problem.code}`,
    title: languageOf(request) === 'en' ? problem.en : problem.title,
    status: problem.status,
    code: problem.code,
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
  return Response.json(body, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
};

/** SQL states and socket errors that are the surroundings' fault, not the code's. */
const surroundings: ReadonlyMap<string, Problem> = new Map([
  ['53100', common.readOnly],
  ['25006', common.readOnly],
  ['ENOSPC', common.readOnly],
  ...[
    '57P01',
    '57P02',
    '57P03',
    '08006',
    '08001',
    '08003',
    '53300',
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOENT',
    'EPIPE',
  ].map((code) => [code, common.unavailable] as const),
]);

/** pg's own errors for a lost connection carry words, not codes. */
const connectionWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/;

/** Turns whatever was thrown into a refusal; what nobody foresaw is `broken` and goes to the log. */
export const refusalOf = (error: unknown): { refusal: Refusal; unforeseen: boolean } => {
  if (error instanceof Refusal) return { refusal: error, unforeseen: false };
  const code = (error as { code?: unknown })?.code;
  const known = typeof code === 'string' ? surroundings.get(code) : undefined;
  if (known) return { refusal: new Refusal(known), unforeseen: false };
  if (error instanceof Error && connectionWords.test(error.message))
    return { refusal: new Refusal(common.unavailable), unforeseen: false };
  return { refusal: new Refusal(common.broken), unforeseen: true };
};
