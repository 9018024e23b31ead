const stops: (() => Promise<void>)[] = [];

/** Ends something when the test file, or the benchmark, is done, whatever became of it. */
export const atStop = (stop: () => Promise<void>): void => {
  stops.push(stop);
};

/** Ends everything, last first. */
export const stopAll = async (): Promise<void> => {
  for (const stop of stops.splice(0).reverse()) await stop();
};
