import type { CardField } from './card-pairs.ts';
import { type Grid, type GridCell, isText } from './grid.ts';
import { isKnownLabel } from './label-words.ts';
import { squash } from './text.ts';

const PAIR = /^\s*([^：:\s][^：:]{0,10})[：:](.*)$/s;

/** 姓名：王秀英　　性别：女 in one cell: each name with its answer. */
export const pairsIn = (cell: GridCell): CardField[] => {
  if (!isText(cell)) return [];
  const parts = cell.text.split(/\s{2,}(?=[^：:\s]{1,10}[：:])|\n(?=[^：:\s]{1,10}[：:])/);
  const fields = parts.map((part) => {
    const [, name = '', answer = ''] = PAIR.exec(part) ?? [];
    return { name: squash(name), answer: answer.trim() };
  });
  if (!fields.every(({ name }) => name !== '') || !fields.some(({ name }) => isKnownLabel(name))) return [];
  return fields.map(({ name, answer }) => ({
    path: name,
    names: [name],
    label: cell,
    value: { ...cell, raw: answer, text: answer },
  }));
};

/** A card whose names and answers share cells (姓名：王秀英); [] unless nearly the whole sheet is so. */
export const inlineFields = (grid: Grid): CardField[] => {
  let [cells, paired] = [0, 0];
  const fields: CardField[] = [];
  for (let row = 0; row < Math.min(grid.height, 60); row += 1)
    for (const cell of grid.startsIn(row)) {
      const pairs = pairsIn(cell);
      cells += 1;
      if (pairs.length > 0) paired += 1;
      fields.push(...pairs);
    }
  const names = new Set(fields.map(({ path }) => path)).size;
  return paired >= 2 &&
    paired >= (cells - 2) * 0.8 &&
    names >= 4 &&
    names === fields.length &&
    grid.height <= 60
    ? fields
    : [];
};
