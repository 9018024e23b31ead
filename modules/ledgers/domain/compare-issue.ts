/** A row as it was signed, or as it stands now. */
export interface IssuedRow {
  readonly key: string;
  readonly record: string | null;
  readonly revision: number | null;
  /** In the order of the columns, as printed. */
  readonly texts: readonly string[];
}

export interface RowDifference {
  /** Its place on the signed copy, from 1; null for a row that came later. */
  readonly number: number | null;
  readonly kind: 'changed' | 'gone' | 'added';
  readonly before: IssuedRow | null;
  readonly after: IssuedRow | null;
  /** Which columns read otherwise now. */
  readonly columns: readonly number[];
}

/**
 * How a ledger differs from its signed copy: rows that read otherwise, in the order of the copy, rows that
 * are gone, and rows that came after it was signed.
 * @param counted columns that count; a running number moves with every row added and says nothing
 */
export const compareIssue = (
  signed: readonly IssuedRow[],
  now: readonly IssuedRow[],
  counted: readonly number[],
): RowDifference[] => {
  const standing = new Map(now.map((row) => [row.key, row]));
  const known = new Set(signed.map(({ key }) => key));
  const changed = signed.flatMap((before, index): RowDifference[] => {
    const after = standing.get(before.key) ?? null;
    const number = index + 1;
    if (!after) return [{ number, kind: 'gone', before, after, columns: [] }];
    const columns = counted.filter((at) => before.texts[at] !== after.texts[at]);
    return columns.length > 0 ? [{ number, kind: 'changed', before, after, columns }] : [];
  });
  const added = now
    .filter(({ key }) => !known.has(key))
    .map((after): RowDifference => ({ number: null, kind: 'added', before: null, after, columns: [] }));
  return [...changed, ...added];
};
