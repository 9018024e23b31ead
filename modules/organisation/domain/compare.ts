import type { PlaceProblem } from './read-sheet.ts';

/** A row of a sheet as it is compared: what it says, which columns it has, how to name its cells. */
export interface Row<T> {
  readonly values: T;
  readonly given: ReadonlySet<string>;
  readonly cellOf: (key: never) => string | null;
}

/** Changes to one kind of thing. `id` is null for a new one. */
export interface Changes<T> {
  readonly writes: readonly { readonly id: string | null; readonly values: T }[];
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly leftOut: number;
  };
}

/** Nothing to do: the file has no such sheet. */
export const noChanges = { writes: [], counts: { added: 0, changed: 0, unchanged: 0, leftOut: 0 } };

const same = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(a) as (keyof T)[]).every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));

/** What the row says, and for columns its sheet does not have what is known. */
const fillIn = <T extends object>({ values, given }: Row<T>, known: T): T => {
  const kept = Object.entries(known).filter(([key]) => !given.has(key));
  return { ...values, ...Object.fromEntries(kept) };
};

/**
 * Sorts rows into new, changed and unchanged against what is there.
 * @param match the known one a row means; at most one row may mean it
 */
export const compare = <T extends object, N extends { id: string }>(
  rows: readonly Row<T>[],
  now: readonly N[],
  match: (values: T) => N | undefined,
  valuesOf: (one: N) => T,
): Changes<T> => {
  const writes: { id: string | null; values: T }[] = [];
  const met = new Set<string>();
  for (const row of rows) {
    const known = match(row.values);
    if (known) met.add(known.id);
    const values = known ? fillIn(row, valuesOf(known)) : row.values;
    if (!known || !same(values, valuesOf(known))) writes.push({ id: known?.id ?? null, values });
  }
  const added = writes.filter(({ id }) => id === null).length;
  const leftOut = now.filter(({ id }) => !met.has(id)).length;
  return {
    writes,
    counts: { added, changed: writes.length - added, unchanged: rows.length - writes.length, leftOut },
  };
};

/** Keeps the first row of each key; a later one is a problem, said at its own cell. */
export const refuseRepeats = <T>(
  rows: readonly Row<T>[],
  keyOf: (values: T) => string,
  say: (row: Row<T>) => PlaceProblem,
  problems: PlaceProblem[],
): Row<T>[] => {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row.values);
    if (seen.has(key)) problems.push(say(row));
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
};
