import type { FormColumn } from './columns.ts';

/**
 * A list printed twice or more side by side to save paper (两栏并排): the same names again from left to right.
 * @returns the columns of each part; one part when nothing repeats
 */
export const panelsOf = (columns: readonly FormColumn[]): (readonly FormColumn[])[] => {
  for (let parts = 4; parts >= 2; parts -= 1) {
    const size = columns.length / parts;
    if (!Number.isInteger(size) || size < 2) continue;
    if (columns.every(({ path }, index) => path === columns[index % size]?.path))
      return Array.from({ length: parts }, (_, part) => columns.slice(part * size, (part + 1) * size));
  }
  return [columns];
};
