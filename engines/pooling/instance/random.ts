/** A repeatable source of chance: the same seed gives the same numbers in [0, 1) (Mulberry32). */
export type Random = () => number;

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export const below = (random: Random, end: number): number => Math.floor(random() * end);

/** Shuffles in place. */
export const shuffle = <T>(random: Random, list: T[]): T[] => {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = below(random, at + 1);
    const kept = list[at] as T;
    list[at] = list[other] as T;
    list[other] = kept;
  }
  return list;
};
