import type { District } from '../district.ts';
import { randomFrom } from '../instance/random.ts';
import type { Problem, Request, Slot } from '../problem.ts';
import { between } from './office.ts';

const CALL_MINUTES = [20, 30, 45] as const;

/** The same problem under names of its own, so that nobody is in two subdistricts. */
const renamed = (problem: Problem, prefix: string): Problem => {
  const own = (id: string): string => `${prefix}${id}`;
  return {
    ...problem,
    cadres: problem.cadres.map((one) => ({ ...one, id: own(one.id), committee: own(one.committee) })),
    slots: problem.slots.map((one) => ({ ...one, id: own(one.id), venue: own(one.venue) })),
    busy: problem.busy.map((one) => ({ ...one, cadre: own(one.cadre) })),
    quotas: problem.quotas.map((one) => ({ ...one, cadres: one.cadres.map(own) })),
    requests: problem.requests.map((one) => ({
      ...one,
      id: own(one.id),
      cadres: one.cadres.map(own),
      after: one.after.map(own),
    })),
  };
};

/** Every committee's cadre at this post; a small committee doubles some up. */
const atPost = ({ cadres }: Problem, post: number): string[] =>
  [...Map.groupBy(cadres, ({ committee }) => committee).values()].map(
    (members) => members[post % members.length]?.id as string,
  );

/** Calls of the district: each to one post of every committee there is, within a week. */
const callsOf = (parts: readonly Problem[], count: number, seed: number): Request[] => {
  const random = randomFrom(seed);
  const days = parts[0]?.days ?? 1;
  return Array.from({ length: count }, (_, at): Request => {
    const post = between(random, 0, 8);
    const releaseDay = between(random, 0, Math.max(0, days - 5));
    return {
      id: `all${at}`,
      department: 'district',
      cadres: parts.flatMap((part) => atPost(part, post)),
      minutes: CALL_MINUTES[between(random, 0, 2)] as number,
      releaseDay,
      deadlineDay: Math.min(days - 1, releaseDay + 4),
      priority: 3,
      mode: 'video',
      mergeable: true,
      after: [],
    };
  });
};

/** By video, at the same times as everywhere. */
const slotsOf = (part: Problem | undefined): Slot[] =>
  (part?.slots ?? [])
    .filter(({ mode, venue }) => mode === 'video' && venue.endsWith('studio'))
    .map((slot) => ({ ...slot, id: `all-${slot.id}`, venue: 'all-studio' }));

/** Subdistricts made each by its own seed, and so many calls of the district to cadres of all of them, by video. */
export const generateDistrict = (
  made: (seed: number) => Problem,
  { parts: count, calls, seed }: { readonly parts: number; readonly calls: number; readonly seed: number },
): District => {
  const parts = Array.from({ length: count }, (_, at) => renamed(made(seed + at), `p${at}.`));
  const [first] = parts;
  return {
    parts,
    calls: {
      days: first?.days ?? 1,
      daysPerWeek: first?.daysPerWeek ?? 5,
      cadres: parts.flatMap(({ cadres }) => cadres),
      slots: slotsOf(first),
      busy: parts.flatMap(({ busy }) => busy),
      quotas: parts.flatMap(({ quotas }) => quotas),
      requests: callsOf(parts, calls, seed),
    },
  };
};
