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
