/**
 * A linear programme, grown column by column:
 *
 *   minimise Σ cost·x  subject to  rowLower ≤ A·x ≤ rowUpper, lower ≤ x ≤ upper, some x whole
 *
 * Rows are made first; a column brings its entries.
 */
export class LinearModel {
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly whole: number[] = [];
  readonly starts: number[] = [0];
  readonly rows: number[] = [];
  readonly values: number[] = [];

  get size(): number {
    return this.cost.length;
  }

  addRow(lower: number, upper: number): number {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    return this.rowLower.length - 1;
  }

  /** A column of yes or no unless said otherwise; entries of the same row are summed. */
  addColumn(cost: number, entries: readonly Entry[], lower = 0, upper = 1, whole = true): number {
    const sums = new Map<number, number>();
    for (const [row, value] of entries) sums.set(row, (sums.get(row) ?? 0) + value);
    for (const [row, value] of sums) {
      if (value === 0) continue;
      this.rows.push(row);
      this.values.push(value);
    }
    this.starts.push(this.rows.length);
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.whole.push(whole ? 1 : 0);
    return this.cost.length - 1;
  }
}

export type Entry = readonly [row: number, value: number];
