import type { Instance } from '../instance/instance.ts';
import { type Entry, LinearModel } from '../solver/linear-model.ts';
import type { Column } from './column.ts';
import { addRows } from './rows.ts';

/** Columns with their entries in the rows that every grouping keeps, stored flat. */
export class Pool {
  readonly columns: Column[] = [];
  /** All units; the cover row of a unit has the unit's number. */
  readonly units: readonly number[];
  readonly quotaRow: (atom: number, week: number) => number | undefined;
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  readonly #entriesOf: (column: Column) => Entry[];
  readonly #starts: number[] = [0];
  readonly #rows: number[] = [];
  readonly #values: number[] = [];
  readonly #known = new Map<string, number>();
  readonly #weeks: number[][] = [];

  /** `ordered`: with the rows of `after`; without them the same columns have a weaker, simpler bound. */
  constructor(instance: Instance, columns: readonly Column[] = [], ordered = true) {
    const model = new LinearModel();
    this.units = instance.units.map((_, unit) => unit);
    const rows = addRows(instance, model, ordered);
    this.#entriesOf = rows.entries;
    this.quotaRow = rows.quota;
    this.rowLower = model.rowLower;
    this.rowUpper = model.rowUpper;
    for (const column of columns) this.add(column);
  }

  get size(): number {
    return this.columns.length;
  }

  /** The index of a column; the same set and week is kept once. */
  add(column: Column): number {
    const key = `${column.week}:${column.units.join()}`;
    const there = this.#known.get(key);
    if (there !== undefined) return there;
    this.#known.set(key, this.columns.length);
    this.columns.push(column);
    const week = this.#weeks[column.week] ?? [];
    week.push(this.columns.length - 1);
    this.#weeks[column.week] = week;
    for (const [row, value] of this.#entriesOf(column)) {
      this.#rows.push(row);
      this.#values.push(value);
    }
    this.#starts.push(this.#rows.length);
    return this.columns.length - 1;
  }

  find(week: number, units: readonly number[]): number | undefined {
    return this.#known.get(`${week}:${units.join()}`);
  }

  inWeek(week: number): readonly number[] {
    return this.#weeks[week] ?? [];
  }

  entries(at: number): Entry[] {
    const entries: Entry[] = [];
    for (let k = this.#starts[at] as number; k < (this.#starts[at + 1] as number); k += 1) {
      entries.push([this.#rows[k] as number, this.#values[k] as number]);
    }
    return entries;
  }

  /** What a column's entries are worth at these row prices. */
  worth(at: number, duals: Float64Array): number {
    let sum = 0;
    const end = this.#starts[at + 1] as number;
    for (let k = this.#starts[at] as number; k < end; k += 1) {
      sum += (this.#values[k] as number) * (duals[this.#rows[k] as number] as number);
    }
    return sum;
  }
}
