import { cellAddress } from '../cells.ts';
import type { CardField } from './card-pairs.ts';
import { isBirthLike } from './column-type.ts';
import type { NotUnderstood, ReadForm } from './form.ts';
import type { Grid, GridCell } from './grid.ts';
import { isNote, lineKind } from './lines.ts';
import { yearFinder, yearsIn } from './named-years.ts';
import { notUnderstood } from './not-understood.ts';
import { cardColumns } from './read-card.ts';
import { type FormValue, readValue } from './read-value.ts';
import { cellsBetween, columnOf, type ReadSheet, yearsOfName } from './sheet-parts.ts';
import { plain } from './text.ts';
import { readTopLines } from './top-lines.ts';

/** Reads a card: its questions are the columns of one row of answers. */
export const readCardSheet = (
  grid: Grid,
  from: number,
  name: string,
  fields: readonly CardField[],
): ReadSheet => {
  const above = readTopLines(grid, 0, from);
  const columns = cardColumns(fields);
  const own = fields.flatMap(({ value, path }) =>
    value && !isBirthLike(path) ? yearsIn(value.text).map((year) => ({ ...year, row: value.row })) : [],
  );
  const yearFor = yearFinder([above.years, own, yearsOfName(name)]);
  const row: Record<string, FormValue> = {};
  const unread: NotUnderstood[] = [];
  for (const [index, { path, kind }] of columns.entries()) {
    const value = fields[index]?.value;
    const read = readValue(value?.raw ?? null, kind, { row: value?.row ?? 0, yearFor, before: null });
    if (value && !read.understood) unread.push(notUnderstood(value));
    row[path] = read.value;
  }
  const used = new Set(
    fields.flatMap(({ label, value }) =>
      [label, value].map((cell) => (cell ? cellAddress(cell.row, cell.column) : '')),
    ),
  );
  const groups = new Set(fields.flatMap(({ names }) => (names.length > 1 ? [names[0] ?? ''] : [])));
  const rest = cellsBetween(grid, from, grid.height).filter(
    (cell) => !used.has(cellAddress(cell.row, cell.column)) && !groups.has(plain(cell.text)),
  );
  const isSection = (cell: GridCell) => cell.right - cell.column + 1 >= grid.width && cell.text.length <= 20;
  const isKnown = (cell: GridCell) =>
    (['signature', 'unit', 'page'].includes(lineKind([cell.text])) && !isNote(cell.text)) || isSection(cell);
  const filled = columns.some(({ path }) => row[path] !== null);
  const form: ReadForm = {
    form: 'card',
    title: above.title,
    headerRows: null,
    firstDataRow: null,
    columns: columns.map(columnOf),
    rows: filled ? [row] : [],
    totalsRow: null,
    notUnderstood: [
      ...above.notUnderstood,
      ...unread,
      ...rest.filter((cell) => !isKnown(cell)).map(notUnderstood),
    ],
    lines: [
      ...above.lines,
      ...rest.filter(isKnown).map((cell) => ({
        ...notUnderstood(cell),
        kind: isSection(cell) ? 'heading' : lineKind([cell.text]),
      })),
    ],
  };
  const card = fields.map(({ path, label, value }) => ({
    path,
    row: (value ?? label).row,
    column: value?.column ?? label.right + 1,
  }));
  return {
    form,
    places: { card },
    cells: { parts: [], rows: [], card: card.map((one) => [one.row, one.column] as const) },
  };
};
