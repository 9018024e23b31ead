import type { FormLine, NotUnderstood } from './form.ts';
import type { Grid, GridCell } from './grid.ts';
import { isKnownLabel } from './label-words.ts';
import { isMeta, isNote, type LineKind, lineKind } from './lines.ts';
import { yearsIn } from './named-years.ts';
import { notUnderstood } from './not-understood.ts';
import { plain, tidy } from './text.ts';
import { unitOfLine } from './units.ts';

const TITLE_END =
  /(表|台账|账|名册|花名册|登记册|册|清单|汇总|记录|卡|统计|名单|一览|档案|情况|明细|报告|单|簿|本|通知|方案|计划|安排)([(（][^()（）]*[)）])?[一二三四五六七八九十\d]*$/;
const ATTACHED = /^(附件|附表)\s*[一二三四五六七八九十\d]*(-\d+)?\s*[:：]?\s*/;

const scoreOf = (cell: GridCell, width: number): number => {
  const text = plain(cell.text);
  const wide = cell.right - cell.column + 1 >= width / 2 ? 2 : 0;
  return (TITLE_END.test(text) ? 4 : 0) + wide + (text.length >= 4 ? 1 : 0) - (text.length > 40 ? 3 : 0);
};

const isParticular = (cell: GridCell, cells: readonly GridCell[]): boolean => {
  const before = cells[cells.indexOf(cell) - 1];
  return (
    (isMeta(cell.text) && !TITLE_END.test(plain(cell.text).replace(/^[^:]*:/, ''))) ||
    isNote(cell.text) ||
    /[：:]$/.test(cell.text) ||
    (before !== undefined && /[：:]$/.test(before.text))
  );
};

export interface TopLines {
  readonly title: string | null;
  readonly titleCell: GridCell | undefined;
  /** The unit for the whole table: 单位：元. */
  readonly unit: string | null;
  readonly years: readonly {
    readonly row: number;
    readonly year: number;
    readonly month?: number | undefined;
  }[];
  readonly texts: ReadonlySet<string>;
  readonly lines: readonly FormLine[];
  readonly notUnderstood: readonly NotUnderstood[];
}

const isWide = (cell: GridCell, width: number): boolean =>
  cell.right - cell.column + 1 >= Math.max(2, width / 2);

/** 居委会 | 和安一居: a particular without a colon. */
const isPairPart = (cell: GridCell, cells: readonly GridCell[]): boolean => {
  const before = cells[cells.indexOf(cell) - 1];
  return isKnownLabel(cell.text) || (before !== undefined && isKnownLabel(before.text));
};

/** The kind of a line's cell, or undefined when it is left to a person: notes, and remarks of no known kind. */
const kindOf = (cell: GridCell, cells: readonly GridCell[], width: number): LineKind | undefined => {
  const kind = lineKind([cell.text]);
  if (kind === 'note')
    return isWide(cell, width) && !isNote(cell.text) && cell.text.length <= 15 ? 'heading' : undefined;
  if (kind !== 'heading') return kind;
  if (isParticular(cell, cells) || isPairPart(cell, cells)) return 'unit';
  return isWide(cell, width) ? kind : undefined;
};

const linesOf = (rows: readonly (readonly GridCell[])[], titleCell: GridCell | undefined, width: number) => {
  const lines: FormLine[] = [];
  const unread: NotUnderstood[] = [];
  for (const cells of rows)
    for (const cell of cells) {
      if (cell === titleCell) continue;
      const kind = kindOf(cell, cells, width);
      if (kind) lines.push({ ...notUnderstood(cell), kind });
      else unread.push(notUnderstood(cell));
    }
  return { lines, unread };
};

/** What stands above a table: its title, the unit of its figures, the years named, and the other lines. */
export const readTopLines = (grid: Grid, from: number, top: number): TopLines => {
  const rows: (readonly GridCell[])[] = [];
  for (let row = from; row < top; row += 1) rows.push(grid.startsIn(row));
  const cells = rows.flat();
  const candidates = rows.flatMap((row) => row.filter((cell) => !isParticular(cell, row)));
  const titleCell = candidates.reduce<GridCell | undefined>(
    (best, cell) => (!best || scoreOf(cell, grid.width) > scoreOf(best, grid.width) ? cell : best),
    undefined,
  );
  const { lines, unread } = linesOf(rows, titleCell, grid.width);
  const title = titleCell ? tidy(titleCell.text) : '';
  return {
    title: title === '' ? null : title.replace(ATTACHED, '') || title,
    titleCell,
    unit: cells.map(({ text }) => unitOfLine(text)).find((unit) => unit !== null) ?? null,
    years: cells.flatMap(({ row, text }) => yearsIn(text).map((year) => ({ ...year, row }))),
    texts: new Set(cells.map(({ text }) => plain(text))),
    lines,
    notUnderstood: unread,
  };
};
