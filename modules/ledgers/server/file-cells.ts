import { csvField } from '#engines/sheets';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { Column } from '../domain/definition.ts';
import type { Value } from '../domain/evaluate.ts';
import { cellText, cellValue, type FileValue } from '../domain/format.ts';
import { openValue } from './cells.ts';
import type { Opened } from './reader.ts';
import type { RawValues } from './row-stream.ts';

/** So many different values of a column are worked out once; names and numbers come again and again. */
const mostKnown = 5_000;

const remembered = <T>(work: (value: Value) => T): ((value: Value) => T) => {
  const known = new Map<Value, T>();
  return (value) => {
    if (typeof value === 'object' && value !== null) return work(value);
    const found = known.get(value);
    if (found !== undefined) return found;
    const made = work(value);
    if (known.size < mostKnown) known.set(value, made);
    return made;
  };
};

/** Turns a row's values into cells; `number` is its place, from 1. */
export type CellsOf<T> = (values: RawValues, number: number) => T[];

const cellsBy = <T>(
  columns: readonly Column[],
  secrets: Secrets,
  numbered: (number: number) => T,
  written: (column: Column, value: Value) => T,
): CellsOf<T> => {
  const writers = columns.map((column) => {
    if ('serial' in column.shows) return null;
    const write = remembered((value) => written(column, value));
    return (value: Value | Uint8Array) =>
      // What is sealed is a number of one's own: remembering it would only fill memory.
      value instanceof Uint8Array ? written(column, openValue(column, value, secrets)) : write(value);
  });
  return (values, number) =>
    writers.map((write, index) => (write ? write(values[index] ?? null) : numbered(number)));
};

/** Cells as a file holds them: numbers and days stay what they are. */
export const fileCells = ({ ledger, words }: Opened, secrets: Secrets): CellsOf<FileValue> =>
  cellsBy<FileValue>(
    ledger.definition.columns,
    secrets,
    (number) => number,
    (column, value) => cellValue(column, value, words.dictionary),
  );

/** Cells as they print. */
export const paperCells = ({ ledger, words }: Opened, secrets: Secrets): CellsOf<string> =>
  cellsBy(ledger.definition.columns, secrets, String, (column, value) =>
    cellText(column, value, words.dictionary, 'paper'),
  );

/** A day as it sorts and as every program reads it: 2026-11-25. */
export const csvText = (value: FileValue): string =>
  csvField(typeof value === 'object' && value !== null ? value.date : value);

/** Cells as a CSV holds them, ready to be joined. */
export const csvCells = ({ ledger, words }: Opened, secrets: Secrets): CellsOf<string> =>
  cellsBy(ledger.definition.columns, secrets, String, (column, value) =>
    csvText(cellValue(column, value, words.dictionary)),
  );
