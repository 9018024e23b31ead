import type { RecordValues } from '../contract.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * One person's changes laid over what another has made of the same record meanwhile: what this person left
 * alone follows the other, what this person changed stays as typed.
 *
 * @param seen what both began with
 */
export const rebase = (seen: RecordValues, mine: RecordValues, standing: RecordValues): RecordValues =>
  Object.fromEntries(
    [...new Set([...Object.keys(standing), ...Object.keys(mine)])].flatMap((code) => {
      const value = same(mine[code], seen[code]) ? standing[code] : mine[code];
      return value === undefined ? [] : [[code, value] as const];
    }),
  );

/** Where laying over would replace what the other wrote. */
export const clashes = (seen: RecordValues, mine: RecordValues, standing: RecordValues): string[] => {
  const mixed = rebase(seen, mine, standing);
  return [...new Set([...Object.keys(standing), ...Object.keys(mixed)])].filter(
    (code) => !same(mixed[code], standing[code]),
  );
};
