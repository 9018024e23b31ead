import type { Secrets } from '#platform/secrets/secrets.ts';
import type { Column } from '../domain/definition.ts';
import type { Value } from '../domain/evaluate.ts';
import { cellText, type Dictionary, monthText, type Surface } from '../domain/format.ts';
import type { Row } from './rows.ts';

const placeOf = ({ shows }: Column): string | null => {
  if (!('expression' in shows) || !('register' in shows.expression)) return null;
  const { register } = shows.expression;
  return register === 'phone' ? 'resident.phone' : register === 'idNo' ? 'resident.id_no' : null;
};

/** Opens what is sealed in the database; anything else stays as it is. */
export const openValue = (column: Column, value: Value | Uint8Array, secrets: Secrets): Value => {
  if (!(value instanceof Uint8Array)) return value;
  const place = placeOf(column);
  return place ? secrets.open(place, value) : null;
};

const isSerial = ({ shows }: Column): boolean => 'serial' in shows;

/** The texts of a row; `number` is its place on the paper, from 1. */
export const rowTexts = (
  row: Pick<Row, 'values'>,
  number: number,
  columns: readonly Column[],
  dictionary: Dictionary,
  surface: Surface,
  secrets: Secrets,
): string[] =>
  columns.map((column, index) => {
    if (isSerial(column)) return String(number);
    const value = openValue(column, row.values[index] ?? null, secrets);
    return cellText(column, value, dictionary, surface);
  });

/** The texts of a line of a summary: a month in words, a percentage with its sign, a sum of nothing as 0. */
export const summaryTexts = (
  values: readonly (string | number | null)[],
  number: number | null,
  columns: readonly Column[],
): string[] =>
  columns.map((column, index) => {
    const { shows } = column;
    const value = values[index] ?? null;
    if ('serial' in shows) return value === null ? String(number ?? '') : String(value);
    if (value === null) return 'percent' in shows ? '—' : '';
    if ('dimension' in shows && shows.dimension === 'month' && typeof value === 'string')
      return /^\d{4}-\d{2}$/.test(value) ? monthText(value) : value;
    if ('percent' in shows && typeof value === 'number') return `${value.toFixed(1)}%`;
    return String(value);
  });
