import { afterAll } from 'vitest';

const stops: (() => Promise<void>)[] = [];

/** Ends something when the test file is done, whatever became of its tests. */
export const atStop = (stop: () => Promise<void>): void => {
  stops.push(stop);
};

afterAll(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
