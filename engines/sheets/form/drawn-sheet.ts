import type { RawValue } from '../cells.ts';
import type { Merge, RawSheet } from '../read-raw.ts';
import type { FormKind } from './form.ts';

/** A drawn form and what is to be read from it. */
export interface Drawn {
  readonly name: string;
  readonly drawing: string;
  readonly form: FormKind;
  readonly title: string | null;
  readonly headerRows: readonly [number, number] | null;
  readonly firstDataRow: number | null;
  readonly totalsRow: number | null;
  /** `cell path type unit` of each, between `|`. */
  readonly columns: string;
  /** A row's values as JSON, without its brackets. */
  readonly rows: readonly string[];
  /** `cell text` */
  readonly notUnderstood: readonly string[];
}

const rawOf = (drawn: string): RawValue => {
  if (drawn === '' || drawn === '<' || drawn === '^') return null;
  if (drawn.startsWith("'")) return drawn.slice(1);
  if (drawn.startsWith('@')) return { date: drawn.slice(1) };
  const [, percent] = /^=(\d+(?:\.\d+)?)%$/.exec(drawn) ?? [];
  if (percent !== undefined)
    return { number: Number((Number(percent) / 100).toPrecision(12)), shown: `${percent}%` };
  return /^-?\d+(\.\d+)?$/.test(drawn) ? Number(drawn) : drawn.replaceAll('\\n', '\n');
};

const mergesOf = (grid: readonly (readonly string[])[]): Merge[] => {
  const merges: Merge[] = [];
  for (const [top, row] of grid.entries())
    for (const [left, drawn] of row.entries()) {
      if (drawn === '<' || drawn === '^') continue;
      let right = left;
      while (row[right + 1] === '<') right += 1;
      let bottom = top;
      while (grid[bottom + 1]?.[left] === '^') bottom += 1;
      if (right > left || bottom > top) merges.push({ top, left, bottom, right });
    }
  return merges;
};

/**
 * A sheet drawn as text, for tests: a line a row, cells between `|`, `<` merged with the cell to the left, `^` with
 * the one above. Figures are numbers, `'12` is text, `@2026-03-01` a date cell, `=85%` a number shown as a percentage.
 */
export const drawnSheet = (drawing: string, name = 'Sheet1'): RawSheet => {
  const lines = drawing.replace(/^\n|\n\s*$/g, '').split('\n');
  const grid = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const width = Math.max(...grid.map((row) => row.length));
  const full = grid.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
  return { name, hidden: false, rows: full.map((row) => row.map(rawOf)), merges: mergesOf(full) };
};
