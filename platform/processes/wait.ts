import { setTimeout as sleep } from 'node:timers/promises';

/** Asks `condition` every `everyMs` until it holds; `false` when `withinMs` passed first. */
export const waitUntil = async (
  condition: () => boolean | Promise<boolean>,
  withinMs: number,
  everyMs = 20,
): Promise<boolean> => {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await sleep(everyMs);
  }
  return true;
};

/** The pause before the n-th restart in a row (n from 0), in ms: at once, then doubling, at most `capMs`. */
export const backOff = (failures: number, capMs = 10_000): number =>
  failures === 0 ? 0 : Math.min(100 * 2 ** (failures - 1), capMs);
