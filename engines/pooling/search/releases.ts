import type { Instance } from '../instance/instance.ts';
import type { Request } from '../problem.ts';
import { releasedFrom, requestsOf } from './may-take.ts';
import type { Held } from './schedule.ts';

/** Who need not come to each sitting of a week; undefined when somebody's quota cannot be kept. */
export type Releases = ReadonlyMap<Held, readonly string[]> | undefined;

interface Attendance {
  readonly held: Held;
  readonly items: readonly Request[];
  readonly gone: Set<string>;
}

const attendanceOf = (instance: Instance, held: Held): Attendance => ({
  held,
  items: requestsOf(instance, held),
  gone: new Set(releasedFrom(instance, held)),
});

/** How many more may be released from the sitting's scarcest request that names her; below 1: she must come. */
const spare = ({ items, gone }: Attendance, cadre: string): number =>
  Math.min(
    ...items
      .filter(({ cadres }) => cadres.includes(cadre))
      .map(({ cadres, quorum }) =>
        quorum && !quorum.named?.includes(cadre)
          ? cadres.length - cadres.filter((one) => gone.has(one)).length - quorum.fewest
          : 0,
      ),
  );

/**
 * Releases cadres whose week is too full, each from the sittings that can best do without her. Who has a commitment is
 * released already, and does not count. Greedy: it may miss a way where several cadres are too many at once.
 * In whatever order the sittings are given, the answer is the same: what was allowed is what is written.
 */
export const releasesIn = (instance: Instance, week: readonly Held[]): Releases => {
  const inOrder = [...week].sort((a, b) => a.place - b.place);
  const all = inOrder.map((held) => attendanceOf(instance, held));
  const sittings = new Map<string, Attendance[]>();
  for (const one of all)
    for (const cadre of new Set(one.items.flatMap(({ cadres }) => cadres)))
      if (!one.gone.has(cadre)) sittings.set(cadre, [...(sittings.get(cadre) ?? []), one]);
  for (const [cadre, quota] of instance.quotas) {
    const called = sittings.get(cadre) ?? [];
    const byHand = called.filter(({ held }) =>
      held.members.some((unit) => instance.units[unit]?.fixed),
    ).length;
    for (let over = called.length - Math.max(quota, byHand); over > 0; over -= 1) {
      const best = called
        .filter((one) => !one.gone.has(cadre))
        .sort((a, b) => spare(b, cadre) - spare(a, cadre))[0];
      if (!best || spare(best, cadre) < 1) return undefined;
      best.gone.add(cadre);
    }
  }
  return new Map(all.map(({ held, gone }) => [held, [...gone]]));
};
