import { cellFormats } from './cell-formats.ts';
import type { RawValue } from './cells.ts';

const percent = (value: number, format: string): string => {
  const places = /\.(0+)%/.exec(format)?.[1]?.length ?? 0;
  return `${(value * 100).toFixed(places)}%`;
};

/** A number with its look, where the format tells more than the number; undefined for any other format. */
export const shownNumber = (value: number, format: string | undefined): RawValue | undefined => {
  if (format === undefined) return undefined;
  const [positive = ''] = format.split(';');
  if (/^0*(\.0+)?%$/.test(positive)) return { number: value, shown: percent(value, positive) };
  if (/^0{2,}$/.test(positive) && Number.isInteger(value))
    return { number: value, shown: String(value).padStart(positive.length, '0') };
  const places = /^#?,?#*0\.(0+)_? ?$/.exec(positive)?.[1]?.length;
  return places === undefined ? undefined : { number: value, shown: value.toFixed(places) };
};

/** 0.00, 0% and 0.00%, which every workbook has. */
const BUILT_IN = new Map([
  [2, '0.00'],
  [9, '0%'],
  [10, '0.00%'],
]);

/** Whether any cell style of a workbook shows more than the number: else its cells' styles need not be read. */
export const hasTellingFormats = (styles: string): boolean =>
  cellFormats(styles).some(({ id, code }) => shownNumber(1, code ?? BUILT_IN.get(id)) !== undefined);
