import { type Grid, type GridCell, isFilled, isText } from './grid.ts';
import { isKnownLabel } from './label-words.ts';

/** A name and the cell that answers it; the group cell on the left, when there is one. */
export interface CardPair {
  readonly group: GridCell | undefined;
  readonly label: GridCell;
  readonly value: GridCell | undefined;
}

/** One question of a card and the cell that answers it. */
export interface CardField {
  readonly path: string;
  readonly names: readonly string[];
  readonly label: GridCell;
  readonly value: GridCell | undefined;
}

/** Tells names from answers. */
export type LabelTest = (cell: GridCell) => boolean;

const isLabel: LabelTest = (cell) => isFilled(cell) && isText(cell) && isKnownLabel(cell.text);

const placeOf = ({ column, right }: GridCell): string => `${column}-${right}`;

/** In a card a short text is a name also when it stands where other names of the card stand, above one another. */
export const labelTest = (grid: Grid, from: number): LabelTest => {
  const places = new Map<string, number>();
  for (let row = from; row < grid.height; row += 1)
    for (const { label, group } of pairsOf(grid, row))
      if (!group) places.set(placeOf(label), (places.get(placeOf(label)) ?? 0) + 1);
  return (cell) =>
    isLabel(cell) ||
    (isFilled(cell) &&
      isText(cell) &&
      cell.text.length <= 12 &&
      !/[，。；:：\d]/.test(cell.text) &&
      (places.get(placeOf(cell)) ?? 0) >= 2 &&
      cell.column === 0);
};

/** A cell over two rows or more at the left, before names: 家庭成员, 基本情况. */
const isGroup = (cell: GridCell, next: GridCell | undefined): boolean =>
  isFilled(cell) && isText(cell) && cell.bottom > cell.row && next !== undefined && isLabel(next);

export const groupOf = (cells: readonly GridCell[]): GridCell | undefined => {
  const [first, second] = cells;
  return first && isGroup(first, second) ? first : undefined;
};

/** Names side by side with none answered: the head of a small table inside a card. */
export const isNamesRow = (grid: Grid, row: number): boolean => {
  const all = grid.across(row);
  const cells = (groupOf(all) ? all.slice(1) : all).filter(
    (cell) => cell.row === row || cell.bottom > cell.row,
  );
  const own = cells.filter((cell) => cell.row === row && isFilled(cell));
  return (
    own.length >= 3 &&
    pairsOf(grid, row).length === 0 &&
    own.filter(isLabel).length >= own.length * 0.6 &&
    own.every(mayBeName) &&
    own.every((cell, index) => index === 0 || cell.column === (own[index - 1]?.right ?? -2) + 1)
  );
};

/** Text that could be a name in a card though nobody knows it: short, no figures, no sentence. */
const mayBeName = (cell: GridCell): boolean =>
  isFilled(cell) && isText(cell) && cell.text.length <= 10 && !/[\d，。；、,;（(]/.test(cell.text);

/** 帮教小组 | 组长 | 李燕 | 组员 | 周敏: a group over one row. */
const sideNameOf = ([first, second]: readonly GridCell[], row: number): GridCell | undefined =>
  first && second && first.row === row && mayBeName(first) && !isLabel(first) && isLabel(second)
    ? first
    : undefined;

/** 与户主关系 | 户主: the one name that is an answer too. */
const isOwnHead = (label: GridCell, answer: GridCell): boolean =>
  /关系$/.test(label.text) && answer.text === '户主';

const strictPairs = (
  cells: readonly GridCell[],
  row: number,
  isName: LabelTest,
): Omit<CardPair, 'group'>[] => {
  const pairs: Omit<CardPair, 'group'>[] = [];
  for (let index = 0; index < cells.length; ) {
    const label = cells[index] as GridCell;
    if (label.row < row || !isFilled(label)) {
      index += 1;
      continue;
    }
    if (!isName(label)) return [];
    const next = cells[index + 1];
    const answered = next !== undefined && (!isName(next) || isOwnHead(label, next));
    pairs.push({ label, value: answered ? next : undefined });
    index += answered ? 2 : 1;
  }
  const answers = pairs.filter(({ value }) => value !== undefined).length;
  return answers > 0 && answers >= pairs.length - 1 ? pairs : [];
};

/** Names and answers in turn of which at least half the names are known: 姓名 | 赵某 | 罪名 | 盗窃. */
const alternatePairs = (
  cells: readonly GridCell[],
  row: number,
  isName: LabelTest,
): Omit<CardPair, 'group'>[] => {
  const names = cells.filter((_, index) => index % 2 === 0);
  const answers = cells.filter((_, index) => index % 2 === 1);
  const known = names.filter(isName).length;
  const fits =
    cells.length % 2 === 0 &&
    known >= names.length / 2 &&
    names.every((cell) => cell.row === row && (isName(cell) || mayBeName(cell)));
  if (!fits || answers.some((cell, index) => isName(cell) && !isOwnHead(names[index] as GridCell, cell)))
    return [];
  return names.map((label, index) => ({ label, value: answers[index] }));
};

/** name, answer, name, answer … of one row, names and answers told by known names; [] when the row is no such row. */
export const pairsOf = (grid: Grid, row: number, isName: LabelTest = isLabel): CardPair[] => {
  const all = grid.across(row);
  const group = groupOf(all) ?? sideNameOf(all, row);
  const cells = group ? all.slice(1) : all;
  const strict = strictPairs(cells, row, isName);
  const pairs = strict.length > 0 ? strict : alternatePairs(cells, row, isName);
  return pairs.map((pair) => ({ group, ...pair }));
};
