/** What a file holds in a cell, before it has an address; dates as ISO 8601 without a zone. */
export type RawValue =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  /** A number whose format shows more than the number does: 85% for 0.85, 007 for 7, 3.10 for 3.1. */
  | { readonly number: number; readonly shown: string }
  | { readonly error: string };

/**
 * - `digits-lost`: a whole number with 16 digits or more, stored as a floating number: the last digits of an
 *   ID number are gone already in the file. The cell must be formatted as text and typed anew.
 * - `formula-error`: the file shows #N/A, #REF! and the like.
 */
export type CellProblem = 'digits-lost' | 'formula-error';

export interface Cell {
  /** As the office names it: C7. */
  readonly address: string;
  /** A date is its ISO string: 2026-11-25, 2026-11-25T09:30:00 or 09:30:00. */
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly problem?: CellProblem;
}

/** Letters of a column counted from 0: 0 is A, 26 is AA. */
export const columnLetters = (column: number): string => {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
};

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** A workbook's date is a wall clock without a zone, which readers hand over as UTC. */
export const isoOf = (date: Date): string => {
  const iso = date.toISOString();
  if (date.getUTCFullYear() < 1900) return iso.slice(11, 19);
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
};

/** A whole number as it stands, without exponent. */
export const numberText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);

export const toCell = (raw: RawValue, row: number, column: number): Cell => {
  const address = cellAddress(row, column);
  if (raw === null || raw === '') return { address, value: null, text: '' };
  if (typeof raw === 'string') return { address, value: raw, text: raw };
  if (typeof raw === 'boolean') return { address, value: raw, text: raw ? 'TRUE' : 'FALSE' };
  if (typeof raw === 'number') {
    const lost = Number.isInteger(raw) && Math.abs(raw) >= 1e15;
    const cell = { address, value: raw, text: numberText(raw) };
    return lost ? { ...cell, problem: 'digits-lost' } : cell;
  }
  if ('date' in raw) return { address, value: raw.date, text: raw.date };
  if ('shown' in raw) return { address, value: raw.number, text: raw.shown };
  return { address, value: null, text: raw.error, problem: 'formula-error' };
};
