import type { FormColumn } from './columns.ts';
import { type Grid, type GridCell, isFilled, isText } from './grid.ts';
import type { HeaderBlock } from './header-block.ts';
import { isKnownLabel, mayBeLabel } from './label-words.ts';
import {
  asksRight,
  endsInTotal,
  isBracketed,
  isExample,
  isMeta,
  isNote,
  isNumbered,
  isTotal,
} from './lines.ts';
import { readNumber } from './read-number.ts';
import { isDash, plain } from './text.ts';

export type RowKind = 'empty' | 'data' | 'line' | 'total' | 'subtotal' | 'header' | 'table';

/** A table whose rows are told apart. */
export interface Frame {
  readonly grid: Grid;
  readonly block: HeaderBlock;
  readonly columns: readonly FormColumn[];
  /** The header's texts by row, to know it again on the next printed page. */
  readonly headerTexts: readonly string[];
  /** How long texts of the first column mostly are, in rows that hold more than one cell. */
  readonly usualLength: number;
}

const textsOf = (cells: readonly GridCell[]): string => cells.map(({ text }) => plain(text)).join('\n');

const SAMPLE = 60;

const usualLength = (grid: Grid, { bottom, left }: HeaderBlock): number => {
  const lengths: number[] = [];
  for (let row = bottom + 1; row < Math.min(grid.height, bottom + SAMPLE); row += 1) {
    const cells = grid.startsIn(row);
    const first = cells.find(({ column }) => column === left);
    if (first && cells.length > 1) lengths.push(first.text.length);
  }
  return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
};

export const frameOf = (grid: Grid, block: HeaderBlock, columns: readonly FormColumn[]): Frame => {
  const headerTexts: string[] = [];
  for (let row = block.top; row <= block.bottom; row += 1) headerTexts.push(textsOf(grid.startsIn(row)));
  return { grid, block, columns, headerTexts, usualLength: usualLength(grid, block) };
};

const isFigureText = (cell: GridCell): boolean =>
  !isText(cell) || isDash(cell.text) || readNumber(cell.text) !== undefined || cell.text.startsWith('=');

const kindOfTotal = ({ text }: GridCell): 'total' | 'subtotal' =>
  /小计|平均|本页/.test(plain(text)) ? 'subtotal' : 'total';

/** A total stands before the first figure, and what follows it are figures. */
const totalOf = (cells: readonly GridCell[]): 'total' | 'subtotal' | undefined => {
  const words = cells.filter((cell) => !isFigureText(cell));
  const [first] = words;
  if (!first) return undefined;
  const named = words.find(({ text }) => isTotal(text)) ?? words.find(({ text }) => endsInTotal(text));
  if (!named) return undefined;
  if (named === first && isTotal(first.text)) return kindOfTotal(named);
  const others = words.filter(
    (cell) => cell !== named && cell.column > named.column && !isKnownLabel(cell.text),
  );
  const mostlyFigures = others.length === 0 || others.length < cells.length / 3;
  if (!mostlyFigures || (words.length === cells.length && !isTotal(named.text))) return undefined;
  return kindOfTotal(named);
};

const isWide = ({ block }: Frame, cell: GridCell): boolean => {
  const width = block.right - block.left + 1;
  const covers = cell.right - cell.column + 1;
  return covers > 1 && (covers >= width || covers >= Math.max(3, width * 0.6));
};

const SECTION = /^([(（]?[一二三四五六七八九十]+[)）]?[、.．]|第[一二三四五六七八九十\d]+[类组部片网])/;

const isNumberedForm = ({ grid, block }: Frame, { left }: FormColumn): boolean => {
  let [rows, numbered] = [0, 0];
  for (let row = block.bottom + 1; row < Math.min(grid.height, block.bottom + SAMPLE); row += 1) {
    if (grid.startsIn(row).length < 2) continue;
    rows += 1;
    if (readNumber(grid.at(row, left).text) !== undefined) numbered += 1;
  }
  return rows >= 2 && numbered >= rows * 0.6;
};

/** One cell alone in a row is a line when it is as wide as the table, reads as a note, or cannot be of its column. */
const isLoneLine = (frame: Frame, cell: GridCell): boolean => {
  if (
    isWide(frame, cell) ||
    isNote(cell.text) ||
    isMeta(cell.text) ||
    isBracketed(cell.text) ||
    SECTION.test(cell.text)
  )
    return true;
  if (!isText(cell)) return false;
  if (isNumbered(cell.text) && cell.text.length > 3 && readNumber(cell.text) === undefined) return true;
  // Where every row has its number, a word without one is a remark.
  const numbered = frame.columns.find(({ path }) => path === '序号');
  if (numbered && cell.column > numbered.right && isNumberedForm(frame, numbered)) return true;
  const column = frame.columns.find(({ left, right }) => left <= cell.column && cell.column <= right);
  if (!column) return cell.column < frame.block.left || cell.column > frame.block.right;
  if (/序号|编号/.test(column.path) && readNumber(cell.text) === undefined) return true;
  return (
    column === frame.columns[0] && (cell.text.length > 20 || (isNumbered(cell.text) && cell.text.length > 6))
  );
};

const isLine = (frame: Frame, cells: readonly GridCell[]): boolean => {
  const [first] = cells;
  if (!first) return false;
  if (cells.length === 1) return isLoneLine(frame, first);
  const left = cells.filter((cell, index) => {
    const before = cells[index - 1];
    return !isMeta(cell.text) && !asksRight(cell.text) && !(before && asksRight(before.text));
  });
  if (left.length === 0 || isExample(first.text)) return true;
  return (
    isNote(first.text) &&
    cells.length <= 2 &&
    isText(first) &&
    first.column === frame.block.left &&
    /[：:]/.test(first.text)
  );
};

/** A row of names like a header's, after a gap or a line: another table begins. */
const isOtherHeader = (cells: readonly GridCell[]): boolean => {
  if (cells.length < 2 || !cells.every((cell) => isText(cell) && mayBeLabel(cell.text))) return false;
  const known = cells.filter(({ text }) => isKnownLabel(text)).length;
  return known >= 2 && known >= cells.length * 0.6;
};

const headerRowAgain = ({ headerTexts }: Frame, cells: readonly GridCell[]): boolean =>
  cells.length > 0 && headerTexts.includes(textsOf(cells)) && cells.every(isText);

/** What a row below the header is. @param afterGap whether the row before holds no data */
export const rowKind = (frame: Frame, row: number, afterGap: boolean): RowKind => {
  const all = frame.grid.across(row).filter(isFilled);
  const own = all.filter((cell) => cell.row === row);
  if (own.length === 0) return 'empty';
  if (headerRowAgain(frame, own)) return 'header';
  const covered = all.length > own.length;
  const total = totalOf(all);
  if (total) return total;
  if (!covered && isLine(frame, own)) return 'line';
  if (afterGap && !covered && isOtherHeader(own)) return 'table';
  return 'data';
};
