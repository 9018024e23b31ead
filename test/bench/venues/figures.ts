import { print } from '../print.ts';

/** The value below which `share` of them lie; 0 of none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

/** One metric of `qz bench venues`. */
export const say = (metric: string, value: number, unit: string, n: number, more: object = {}): void =>
  print({ bench: 'venues', metric, value: Number(value.toFixed(3)), unit, n, ...more });

/** Does one part of the run. What fails in it is printed as a figure that was not had; the next part goes on. */
export const part = async <T>(name: string, work: () => Promise<T>): Promise<T | null> => {
  const began = performance.now();
  const tell = (text: string) =>
    process.stderr.write(`${name}: ${text} (${Math.round((performance.now() - began) / 1000)} s)\n`);
  try {
    const result = await work();
    tell('done');
    return result;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    print({ bench: 'venues', metric: `${name}_failed`, value: 1, unit: 'part', n: 1, against: reason });
    tell(reason);
    return null;
  }
};
