import type { Instance } from '../instance/instance.ts';

/**
 * Whether a set may be one sitting as far as `after` goes: what must come between two of its units is in it too.
 * Otherwise that one would have to be later than the sitting and earlier than the same sitting.
 */
export const orderClosed = (instance: Instance): ((units: readonly number[]) => boolean) => {
  const above = instance.after.map((_, unit) => reach(instance.after, unit));
  const below = instance.before.map((_, unit) => reach(instance.before, unit));
  return (units) => {
    for (const first of units) {
      const after = below[first] as ReadonlySet<number>;
      if (after.size === 0) continue;
      for (const last of units) {
        if (!after.has(last)) continue;
        for (const between of above[last] as ReadonlySet<number>) {
          if (after.has(between) && !units.includes(between)) return false;
        }
      }
    }
    return true;
  };
};

const reach = (next: Instance['after'], from: number): Set<number> => {
  const seen = new Set<number>();
  const open = [from];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const other of next[one] as readonly number[]) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
};
