import { below, type Random, shuffle } from '../instance/random.ts';
import type { Request } from '../problem.ts';
import { between, type Committee } from './office.ts';

const departments = 15;
/** Lines of work (条线): each is one social worker's in every committee; a small committee doubles some up. */
const lines = 9;

/** One of the choices, by its share. */
const oneOf = <T>(random: Random, choices: readonly (readonly [T, number])[]): T => {
  let left = random() * choices.reduce((sum, [, share]) => sum + share, 0);
  for (const [choice, share] of choices) {
    left -= share;
    if (left < 0) return choice;
  }
  return (choices.at(-1) as readonly [T, number])[0];
};

type Post = 'secretary' | 'director' | 'line' | 'other-line';

/** Shares counted over the stored problems' 80 requests. */
const audiences: readonly (readonly [readonly Post[], number])[] = [
  [['line'], 55],
  [['secretary', 'line'], 14],
  [['secretary'], 10],
  [['director'], 8],
  [['line', 'other-line'], 7],
  [['secretary', 'director'], 6],
];
const minutes: readonly (readonly [number, number])[] = [
  [10, 32],
  [15, 16],
  [20, 15],
  [30, 22],
  [45, 11],
  [60, 4],
];
const modes: readonly (readonly [Request['mode'], number])[] = [
  ['either', 54],
  ['video', 29],
  ['in-person', 17],
];
const priorities: readonly (readonly [number, number])[] = [
  [1, 71],
  [2, 16],
  [3, 13],
];

const placeOf = (post: Post, size: number, line: number, otherLine: number): number => {
  if (post === 'secretary') return 0;
  if (post === 'director') return 1;
  return 2 + ((post === 'line' ? line : otherLine) % (size - 2));
};

/** 274 of 282 requests call all committees, the others five to twelve. */
const committeesCalled = (random: Random, committees: readonly Committee[]): Committee[] => {
  const some = random() < 8 / 282 ? Math.min(between(random, 5, 12), committees.length) : committees.length;
  const chosen = new Set(shuffle(random, [...committees]).slice(0, some));
  return committees.filter((one) => chosen.has(one));
};

const cadresCalled = (random: Random, committees: readonly Committee[], department: number): string[] => {
  const posts = oneOf(random, audiences);
  const line = department % lines;
  const otherLine = (line + between(random, 1, lines - 1)) % lines;
  return committeesCalled(random, committees).flatMap(({ cadres }) => {
    const places = new Set(posts.map((post) => placeOf(post, cadres.length, line, otherLine)));
    return cadres.filter((_, place) => places.has(place)).map(({ id }) => id);
  });
};

/** Urgent requests have one or two days, the others three to seven. */
const windowOf = (
  random: Random,
  days: number,
  priority: number,
): Pick<Request, 'releaseDay' | 'deadlineDay'> => {
  const releaseDay = between(random, 0, Math.max(0, days - 2));
  const length = priority === 3 ? between(random, 1, 2) : between(random, 3, 7);
  return { releaseDay, deadlineDay: Math.min(days - 1, releaseDay + length) };
};

/** Of 25 requests one waits for an earlier one that can still come before it. */
const afterOf = (random: Random, earlier: readonly Request[], deadlineDay: number): string[] => {
  const possible = earlier.filter((one) => one.releaseDay <= deadlineDay - 1);
  const chosen = possible[below(random, possible.length)];
  return chosen && random() < 0.04 ? [chosen.id] : [];
};

export const requestsOf = (
  random: Random,
  committees: readonly Committee[],
  count: number,
  days: number,
): Request[] => {
  const requests: Request[] = [];
  for (let at = 0; at < count; at += 1) {
    const department = below(random, departments);
    const priority = oneOf(random, priorities);
    const window = windowOf(random, days, priority);
    requests.push({
      id: `r${at}`,
      department: `d${department}`,
      cadres: cadresCalled(random, committees, department),
      minutes: oneOf(random, minutes),
      ...window,
      priority,
      mode: oneOf(random, modes),
      mergeable: random() >= 0.05,
      after: afterOf(random, requests.slice(-60), window.deadlineDay),
    });
  }
  return requests;
};
