import { pinyin } from 'pinyin-pro';
import type { Sought } from './residents.ts';

/** How people type, one kind after another. */
const ways: Readonly<Record<string, (person: Sought) => string>> = {
  name: ({ name }) => name,
  given: ({ name }) => [...name].slice(1).join(''),
  surname: ({ name }) => [...name][0] ?? '',
  initials: ({ name }) => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
  pinyin: ({ name }) => pinyin(name, { toneType: 'none', type: 'array' }).join(''),
  door: ({ building, room }) => `${building}-${room}`,
  said: ({ building, room, name }) => `${building}号楼${room}${[...name][0]}`,
  building: ({ building }) => `${building}号楼`,
  tail: ({ phone }) => phone.slice(-4),
  number: ({ idNo }) => idNo,
};

export interface SearchTimes {
  /** Milliseconds, sorted. */
  readonly all: readonly number[];
  readonly byWay: Readonly<Record<string, readonly number[]>>;
}

export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Asks one after another, every way of typing for every person, and takes the time of each answer. */
export const measureSearch = async (
  search: (text: string) => Promise<unknown>,
  people: readonly Sought[],
): Promise<SearchTimes> => {
  const byWay: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (const person of people)
    for (const [way, typed] of Object.entries(ways)) {
      const began = performance.now();
      await search(typed(person));
      byWay[way]?.push(performance.now() - began);
    }
  const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
  return {
    all: sorted(Object.values(byWay).flat()),
    byWay: Object.fromEntries(Object.entries(byWay).map(([way, times]) => [way, sorted(times)])),
  };
};
