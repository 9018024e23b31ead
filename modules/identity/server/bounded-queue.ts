import { Refusal } from '#platform/contract/problem.ts';
import { problems } from '../problems.ts';

/** Runs work in its turn. @throws {Refusal} busy when too many wait already */
export type BoundedQueue = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `atOnce` pieces of work run, at most `mayWait` more wait, first come first served. */
export const createQueue = (atOnce: number, mayWait: number): BoundedQueue => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running += 1;
    else {
      if (waiting.length >= mayWait) throw new Refusal(problems.busy);
      // Whoever leaves hands over the place, so that nobody slips in between.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
