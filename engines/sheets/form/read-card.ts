import { pairsIn } from './card-inline.ts';
import { type CardField, type CardPair, groupOf, isNamesRow, labelTest, pairsOf } from './card-pairs.ts';
import { columnKind } from './column-type.ts';
import { type FormColumn, uniquePaths } from './columns.ts';
import { isLineRow } from './find-header.ts';
import { type Grid, type GridCell, isFilled, isText } from './grid.ts';
import { isKnownLabel } from './label-words.ts';
import { isTotal } from './lines.ts';
import { squash } from './text.ts';

const fieldOf = ({ group, label, value }: CardPair): CardField => {
  const names = [...(group ? [group.text] : []), label.text].map((text) =>
    squash(text).replace(/[:：]$/, ''),
  );
  return { path: names.join('/'), names, label, value };
};

/** 走访情况： alone in a row, and its answer alone below. */
const stackedField = (grid: Grid, row: number): CardField | undefined => {
  const here = grid.startsIn(row);
  const below = row + 1 < grid.height ? grid.startsIn(row + 1) : [];
  const [label] = here;
  const [value] = below;
  if (!label || here.length !== 1 || !isText(label) || !isKnownLabel(label.text)) return undefined;
  const answer =
    value && below.length === 1 && !isKnownLabel(value.text) && value.column === label.column
      ? value
      : undefined;
  return answer ? fieldOf({ group: undefined, label, value: answer }) : undefined;
};

interface Taken {
  readonly fields: readonly CardField[];
  readonly next: number;
}

/** The small table under a row of names, down to the next row of names and answers. */
const innerTable = (grid: Grid, row: number): Taken => {
  const all = grid.across(row);
  const group =
    groupOf(all) ??
    all.find((cell) => cell.row < row && cell.bottom >= row && isFilled(cell) && cell.column === 0);
  const labels = grid
    .startsIn(row)
    .filter((cell) => cell !== group && !(group && cell.row === group.row && cell.column === group.column));
  const fields: CardField[] = [];
  let next = row + 1;
  for (; next < grid.height; next += 1) {
    if (pairsOf(grid, next).length > 0 || isNamesRow(grid, next)) break;
    const cells = grid.startsIn(next);
    if (cells.length === 1 && isFilled(cells[0] as GridCell) && labels.length > 2 && isLineRow(grid, next))
      break;
    const used = labels.map((label) => grid.at(next, label.column));
    const filled = used.some((cell) => cell.row === next && isFilled(cell));
    if (!filled && fields.length > 0) continue;
    fields.push(...labels.map((label, index) => fieldOf({ group, label, value: used[index] })));
  }
  return { fields, next };
};

/** A line of its own between a card's parts: 二、配偶信息. */
const sectionIn = (grid: Grid, row: number): string | undefined => {
  const [cell, ...others] = grid.startsIn(row);
  return cell && others.length === 0 && isText(cell) && cell.text.length <= 20
    ? squash(cell.text)
    : undefined;
};

/** A name that a former part of the card has used already goes by its own part's name. */
const within = (section: string, field: CardField): CardField => ({
  ...field,
  path: `${section}/${field.path}`,
  names: [section, ...field.names],
});

const LONG_ANSWER = /(意见|情况|内容|记录|理由|措施|结果|说明|诉求|建议|评价|经过|简历)$/;

/** 居委会意见：同意 in one wide cell. */
const opinionIn = (grid: Grid, row: number): CardField[] => {
  const [cell, ...others] = grid.startsIn(row);
  if (!cell || others.length > 0) return [];
  const fields = pairsIn(cell);
  return LONG_ANSWER.test(fields[0]?.path ?? '') ? fields : [];
};

/** Every question of a card, top to bottom; what stands in an inner table's second row is named with #2. */
export const cardFields = (grid: Grid, from: number): CardField[] => {
  const fields: CardField[] = [];
  const isName = labelTest(grid, from);
  const paths = new Set<string>();
  let section: string | undefined;
  for (let row = from; row < grid.height; ) {
    const pairs = pairsOf(grid, row, isName);
    const stacked = pairs.length > 0 ? undefined : stackedField(grid, row);
    const inline = pairs.length > 0 || stacked ? [] : opinionIn(grid, row);
    const inner = pairs.length === 0 && isNamesRow(grid, row) ? innerTable(grid, row) : undefined;
    const found = [...pairs.map(fieldOf), ...(stacked ? [stacked] : []), ...inline];
    if (found.length === 0 && !inner) section = sectionIn(grid, row) ?? section;
    fields.push(
      ...found.map((field) => (section && paths.has(field.path) ? within(section, field) : field)),
      ...(inner?.fields ?? []),
    );
    for (const { path } of found) paths.add(path);
    row = inner?.next ?? row + (stacked ? 2 : 1);
  }
  return uniquePaths(fields);
};

/** A row of names over the whole width, with something other than names below: the header of a list. */
const isFullHeader = (grid: Grid, row: number): boolean => {
  const cells = grid.across(row);
  const labels = cells.filter((cell) => isFilled(cell) && isText(cell) && isKnownLabel(cell.text)).length;
  const filled = cells.filter(isFilled).length;
  return filled === cells.length && labels >= filled * 0.5 && pairsOf(grid, row).length === 0;
};

/** Names in one row and their answers in the next, more than once and with other names each time. */
const isRowByRow = (grid: Grid, from: number): boolean => {
  const names = new Set<string>();
  let [answers, next] = [0, from];
  for (let row = from; row < grid.height; row = next) {
    next = row + 1;
    const cells = grid.startsIn(row);
    if (cells.length === 0 || (isLineRow(grid, row) && !isNamesRow(grid, row))) continue;
    if (!isNamesRow(grid, row)) return false;
    const text = cells.map(({ text: each }) => squash(each)).join('/');
    if (names.has(text)) return false;
    names.add(text);
    const below = row + 1 < grid.height && !isNamesRow(grid, row + 1);
    if (below) [answers, next] = [answers + 1, row + 2];
  }
  return names.size >= 2 && answers >= names.size - 1;
};

const LOOKED_AT = 60;

/**
 * Whether the sheet is a card (一户一档, 审批表, 登记卡): at least half of its rows are names with their answers
 * to the right, and the names differ from row to row.
 */
export const isCard = (grid: Grid, from: number): boolean => {
  if (isRowByRow(grid, from)) return true;
  let [rows, paired, longest] = [0, 0, 0];
  const labels: string[] = [];
  const seen = new Set<string>();
  for (let row = from; row < Math.min(grid.height, from + LOOKED_AT); row += 1) {
    const cells = grid.startsIn(row);
    if (cells.length === 0) continue;
    if (rows === 0 && isFullHeader(grid, row)) return false;
    if (isNamesRow(grid, row)) {
      const inner = innerTable(grid, row);
      longest = Math.max(longest, inner.next - row - 1);
      row = Math.max(row, inner.next - 1);
      continue;
    }
    const pairs = pairsOf(grid, row).filter(({ label }) => !isTotal(label.text));
    const isLine = isLineRow(grid, row) && pairs.length === 0;
    if (isLine) continue;
    // A header printed again on the next page is no further row of answers.
    const texts = cells.map(({ text }) => text).join('\n');
    if (seen.has(texts)) continue;
    seen.add(texts);
    rows += 1;
    if (pairs.length > 0) paired += 1;
    labels.push(...pairs.map(({ label }) => squash(label.text)));
  }
  const distinct = new Set(labels).size;
  // Under two rows of particulars a long table is the form, and not a part of a card.
  if (longest >= 5 && longest >= paired * 2) return false;
  return paired >= 2 && paired >= rows * 0.5 && distinct >= 3 && distinct >= labels.length * 0.3;
};

/** A card's questions as columns over its one row of answers. */
export const cardColumns = (
  fields: readonly CardField[],
): (FormColumn & { kind: ReturnType<typeof columnKind> })[] =>
  fields.map(({ path, names, label, value }) => ({
    path,
    names,
    head: label,
    left: value?.column ?? label.column,
    right: value?.right ?? label.right,
    kind: columnKind(names, value ? [value.raw] : [], null),
  }));
