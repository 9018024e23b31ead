import { print } from '../print.ts';

/** The value below which `share` of them lie; 0 of none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

/** One metric of `qz bench venues`. */
export const say = (metric: string, value: number, unit: string, n: number, more: object = {}): void =>
  print({ bench: 'venues', metric, value: Number(value.toFixed(3)), unit, n, ...more });
