import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateSmall } from './generate/small.ts';
import { PoolingRefusal, type Problem, parseProblem } from './problem.ts';
import { stored, storedNames } from './tests/stored.ts';

type Path = readonly (string | number)[];

/** The same problem with one field changed, or taken away with undefined. */
const withField = (problem: unknown, [step, ...rest]: Path, value: unknown): unknown => {
  if (step === undefined) return value;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(problem)
    ? [...problem]
    : { ...(problem as object) };
  const inside = copy as Record<string | number, unknown>;
  inside[step] = withField(inside[step], rest, value);
  return copy;
};

const refusedField = (input: unknown): string => {
  try {
    parseProblem(input);
    return 'accepted';
  } catch (error) {
    if (error instanceof PoolingRefusal) return error.field;
    throw error;
  }
};

const nameOf = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');

test('the stored problems are read as they are', () => {
  for (const name of storedNames) expect(stored(name)).not.toHaveProperty('ignored');
});

describe('what is wrong is refused by the name of its field', () => {
  const problem = stored('tiny1');
  const cases: readonly [Path, unknown][] = [
    [['days'], 0],
    [['days'], 1.5],
    [['daysPerWeek'], '5'],
    [['cadres'], {}],
    [['cadres', 1, 'id'], 'c0'],
    [['cadres', 3, 'travelMinutes'], -1],
    [['slots', 2, 'start'], '9:00'],
    [['slots', 2, 'day'], 5],
    [['slots', 2, 'minutes'], Number.NaN],
    [['slots', 2, 'mode'], 'either'],
    [['slots', 2, 'seats'], undefined],
    [['busy', 4, 'cadre'], 'nobody'],
    [['quotas', 1, 'cadres', 7], 'nobody'],
    [['quotas', 0, 'maxSittingsPerWeek'], null],
    [['requests', 3, 'minutes'], '20'],
    [['requests', 3, 'minutes'], 0],
    [['requests', 3, 'cadres'], []],
    [['requests', 3, 'cadres', 0], 'nobody'],
    [['requests', 3, 'deadlineDay'], -1],
    [['requests', 3, 'mergeable'], 'yes'],
    [['requests', 3, 'after', 0], 'r99'],
    [['requests', 3, 'after'], ['r3']],
    [['requests', 0, 'quorum'], 2],
    [['requests', 0, 'quorum', 'fewest'], 5],
    [['fixed'], 'none'],
    [['fixed', 0], 1],
  ];
  test.each(cases.map(([path, value]) => [nameOf(path), path, value] as const))('%s', (name, path, value) => {
    const start = path[0] === 'fixed' && path.length > 1 ? { ...problem, fixed: [] } : problem;
    expect(refusedField(withField(start, path, value))).toBe(name);
  });

  test('in two languages, with what to do', () => {
    expect(() => parseProblem(withField(problem, ['requests', 3, 'minutes'], -5))).toThrow(
      'requests[3].minutes: 要 1 到 1440 的整数 · must be a whole number from 1 to 1440, is -5',
    );
  });
});

test('a sitting of more items than can be put in order is refused, not lost', () => {
  const problem = stored('tiny1');
  const requests = Array.from({ length: 31 }, (_, at) => ({
    ...problem.requests[0],
    id: `r${at}`,
    after: [],
  }));
  const fixed = (count: number) => [{ slot: 's0', agenda: requests.slice(0, count).map(({ id }) => id) }];
  expect(refusedField({ ...problem, requests, fixed: fixed(31) })).toBe('fixed[0].agenda');
  expect(refusedField({ ...problem, requests, fixed: fixed(30) })).toBe('accepted');
});

test('a circle of requests that wait for each other is refused', () => {
  const { requests, ...rest } = stored('tiny1');
  const after: Record<string, string[]> = { r0: ['r2'], r1: ['r0'], r2: ['r1'] };
  const waiting = requests.map((request) => ({ ...request, after: after[request.id] ?? [] }));
  expect(refusedField({ ...rest, requests: waiting })).toMatch(/^requests\[[012]\]\.after$/);
});

test('what means nothing is said, not dropped', () => {
  const problem = withField(stored('tiny1'), ['requests', 0, 'quorm'], 3);
  const late = withField(problem, ['busy', 0, 'start'], '07:07');
  expect(parseProblem(late).ignored).toEqual(['requests[0].quorm', 'busy[0]']);
});

describe('whatever comes, it is a problem or a refusal', () => {
  test('anything at all', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }),
        (input) => {
          expect(refusedField(input)).not.toBe('accepted');
        },
      ),
    );
  });

  const leaves = (value: unknown, path: Path = []): Path[] =>
    typeof value === 'object' && value !== null
      ? [
          path,
          ...Object.entries(value).flatMap(([key, one]) =>
            leaves(one, [...path, Array.isArray(value) ? Number(key) : key]),
          ),
        ]
      : [path];

  test('a small problem with any field replaced is refused there, or read', () => {
    const extras = { quorum: true, fixed: true, freeStarts: true };
    fc.assert(
      fc.property(fc.nat(500), fc.nat(), fc.anything(), (seed, at, value) => {
        const problem: Problem = generateSmall(seed, extras);
        const paths = leaves(problem);
        const path = paths[at % paths.length] ?? [];
        refusedField(withField(problem, path, value));
      }),
      { numRuns: 1500 },
    );
  });

  test('lists without end and texts without end are refused before they are read', () => {
    const problem = stored('tiny1');
    expect(refusedField({ ...problem, cadres: new Array(4_000_000_000) })).toBe('cadres');
    expect(refusedField({ ...problem, requests: Array.from({ length: 200_000 }, () => ({})) })).toBe(
      'requests',
    );
    expect(refusedField({ ...problem, name: 'x'.repeat(10_000_000) })).toBe('name');
    const [slot] = problem.slots;
    const byMinute = Array.from({ length: 1_000 }, (_, at) => ({
      ...slot,
      id: `s${at}`,
      start: '00:00',
      until: '23:59',
      grid: 1,
    }));
    expect(refusedField({ ...problem, busy: [], slots: byMinute })).toBe('slots');
    expect(refusedField({ ...problem, busy: [], slots: byMinute.slice(0, 100) })).toBe('accepted');
  });
});
