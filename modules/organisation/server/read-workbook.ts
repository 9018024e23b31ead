import { cellAddress, matchHeader, readTable, SheetRefusal, type TableSheet } from '#engines/sheets';
import { Refusal } from '#platform/contract/problem.ts';
import type { Columns, SheetText } from '../domain/read-sheet.ts';
import { sheets } from '../domain/workbook-columns.ts';
import { problems } from '../problems.ts';

/** Far more than any subdistrict has; a file beyond it is not an organisation. */
const limits = { maxRows: 5_000, maxColumns: 60, maxBytes: 8 * 1024 * 1024 };

type Kind = { readonly title: string; readonly columns: Columns };

const match = (sheet: TableSheet, { columns }: Kind) =>
  matchHeader(
    sheet.rows,
    Object.entries(columns).map(([key, { title, aliases, needed }]) => ({
      key,
      labels: [title, ...aliases],
      required: needed,
    })),
  );

/** Rows from one on, each with a cell in every column we read, so that an empty one has a name too. */
const wholeRows = ({ rows }: TableSheet, from: number, width: number) =>
  rows
    .slice(from)
    .map((cells, index) =>
      Array.from(
        { length: Math.max(width, cells.length) },
        (_, column) => cells[column] ?? { text: '', address: cellAddress(from + index, column) },
      ),
    );

const textOf = (sheet: TableSheet, kind: Kind): SheetText => {
  const { headerRow, columns, repeated } = match(sheet, kind);
  return {
    name: kind.title,
    columns,
    repeated: repeated.map(({ address }) => address),
    rows: headerRow === null ? [] : wholeRows(sheet, headerRow + 1, Math.max(...columns.values()) + 1),
  };
};

/** A CSV file has one sheet without a name of ours: its titles say which it is, the most particular first. */
const guessKind = (sheet: TableSheet): Kind | undefined =>
  [sheets.committees, sheets.cadres, sheets.departments].find(
    (kind) => match(sheet, kind).missing.length === 0,
  );

/**
 * Reads an uploaded file to the sheets an organisation has; others in it are left alone.
 * @throws {Refusal} unreadable
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<SheetText[]> => {
  const { sheets: found } = await readTable(bytes, limits).catch((error: unknown) => {
    if (error instanceof SheetRefusal) throw new Refusal(problems.unreadable, { reason: error.code });
    throw error;
  });
  const visible = found.filter(({ hidden }) => !hidden);
  const named = Object.values(sheets).flatMap((kind: Kind) => {
    const sheet = visible.find(({ name }) => name.trim() === kind.title);
    return sheet ? [textOf(sheet, kind)] : [];
  });
  const [only] = visible;
  const kind = named.length === 0 && visible.length === 1 && only ? guessKind(only) : undefined;
  return kind && only ? [textOf(only, kind)] : named;
};
