import type { FormLine, NotUnderstood } from './form.ts';
import type { Grid } from './grid.ts';
import { lineKind } from './lines.ts';
import { type NamedYear, yearsIn } from './named-years.ts';
import { notUnderstood } from './not-understood.ts';
import { plain } from './text.ts';

const UNDERSTOOD_LINES = new Set(['attachment', 'unit', 'signature', 'page']);

/** Lines of a known kind say what they are; others are left to a person; a page's own repeated lines are neither. */
export const sortLines = (grid: Grid, rows: readonly number[], known: ReadonlySet<string>) => {
  const lines: FormLine[] = [];
  const unread: NotUnderstood[] = [];
  for (const row of rows) {
    const cells = grid.startsIn(row).filter(({ text }) => !known.has(plain(text)));
    const kind = lineKind(cells.map(({ text }) => text));
    for (const cell of cells)
      if (UNDERSTOOD_LINES.has(kind)) lines.push({ ...notUnderstood(cell), kind });
      else unread.push(notUnderstood(cell));
  }
  return { lines, unread };
};

/** Years named in the lines among and below a table's rows. */
export const yearsInLines = (grid: Grid, rows: readonly number[]): NamedYear[] =>
  rows.flatMap((row) =>
    grid.startsIn(row).flatMap(({ text }) => yearsIn(text).map((year) => ({ ...year, row }))),
  );

/** Every cell of rows whose kind is known already. */
export const linesOf = (grid: Grid, rows: readonly number[], kind: FormLine['kind']): FormLine[] =>
  rows.flatMap((row) => grid.startsIn(row).map((cell) => ({ ...notUnderstood(cell), kind })));
