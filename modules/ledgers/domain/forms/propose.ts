import type { Element } from '#modules/records/contract';
import { aliases } from './aliases.ts';
import { type ColumnChoice, choiceOf, same } from './choice.ts';
import { alike, bare, within } from './likeness.ts';
import { readAs } from './read-value.ts';

/** A column as it was read, with some of what stands in it. */
export interface FormColumn {
  /** Names above it from the top, joined by `/`. */
  readonly path: string;
  readonly type: 'text' | 'number' | 'date' | 'time';
  readonly unit: string | null;
  readonly samples: readonly (string | number)[];
}

export interface Proposal {
  readonly choice: ColumnChoice;
  /** What the dictionary calls it. */
  readonly label: string;
  /** How sure: from 0.5 on worth taking; 1 is a name of its own, what stands in the column may add a little. */
  readonly score: number;
}

interface Known {
  readonly element: Element;
  /** Bare. */
  readonly labels: readonly string[];
}

const made = new WeakMap<readonly Element[], readonly Known[]>();

const knownOf = (elements: readonly Element[]): readonly Known[] => {
  const found = made.get(elements);
  if (found) return found;
  const known = elements.map((element) => ({
    element,
    labels: [...new Set([element.zh, ...element.synonyms, ...(aliases[element.code] ?? [])].map(bare))],
  }));
  made.set(elements, known);
  return known;
};

const numbers = new Set(['int', 'decimal', 'money']);

/** Whether a column read as this type can be that element at all. */
const typeFit = ({ type }: FormColumn, { type: wanted }: Element): number => {
  if (type === 'date') return wanted === 'date' ? 0.1 : -0.35;
  if (type === 'time') return wanted === 'time' ? 0.1 : wanted === 'date' ? -0.1 : -0.3;
  if (type === 'number') return numbers.has(wanted) ? 0.06 : ['id_no', 'phone'].includes(wanted) ? 0 : -0.15;
  return numbers.has(wanted) || wanted === 'date' ? -0.12 : 0;
};

const idNo = /^\d{17}[\dXx]$|^\d{15}$/;
const phone = /^1\d{10}$|^0\d{2,3}-?\d{7,8}$|^\d{7,8}$/;

/** What the values themselves say: choices of the element, its range, the shape of numbers that belong to people. */
const valueFit = ({ samples, type }: FormColumn, element: Element): number => {
  if (samples.length === 0) return 0;
  const texts = samples.map((sample) => String(sample).trim());
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length;
  if (element.type === 'id_no') return share((text) => idNo.test(text)) > 0.6 ? 0.4 : -0.4;
  if (element.type === 'phone') return share((text) => phone.test(text)) > 0.6 ? 0.2 : -0.3;
  if (share((text) => idNo.test(text)) > 0.6) return -0.4;
  const readable = samples.filter((sample) => 'value' in readAs(element, sample)).length / samples.length;
  if (element.type === 'code' || element.type === 'multi' || element.type === 'bool')
    return element.choices.length > 0 || element.type === 'bool' ? readable * 0.35 - 0.15 : 0;
  const { min, max } = element;
  if (type === 'number' && (min !== null || max !== null)) return readable * 0.15 - 0.1;
  return 0;
};

const labelFit = (names: readonly string[], labels: readonly string[]): number => {
  const leaf = names.at(-1) ?? '';
  const pair = names.slice(-2).join('');
  const whole = names.join('');
  let best = 0;
  for (const [at, label] of labels.entries()) {
    // The dictionary's own name says it best.
    const first = at === 0 ? 0.02 : 0;
    const own = Math.max(alike(leaf, label), within(leaf, label));
    const joined = 0.97 * Math.max(alike(pair, label), alike(whole, label));
    best = Math.max(best, own + (own > 0 ? first : 0), joined);
  }
  return best;
};

/** 服务内容 under 随访情况 and 检查情况 are different things: what the group says tells equals apart a little. */
const groupFit = (names: readonly string[], { labels }: Known): number => {
  const group = names.slice(0, -1).join('');
  if (group === '') return 0;
  return 0.05 * Math.max(...labels.map((label) => alike(group, label)));
};

const isSerial = (leaf: string): boolean => /^(序号|序|编号|no|号)$/.test(leaf);

/** Below this a proposal is no better than a guess, and the column stays a text of its ledger. */
export const enough = 0.5;

/**
 * What a column may be, best first. Names decide (whole, in part, by shared characters), then type, unit and what
 * stands in it; equal scores keep the dictionary's order. A person confirms: nothing here is ever taken silently.
 */
export const proposalsFor = (column: FormColumn, elements: readonly Element[], most = 5): Proposal[] => {
  const written = column.path.replace(/#\d+$/, '').split('/').map(bare).filter(Boolean);
  // 入伍时间 over a column of days asks for a day.
  const names = column.type === 'date' ? written.map((name) => name.replace(/时间$/, '日期')) : written;
  const unit = column.unit ? bare(column.unit) : '';
  const scored = knownOf(elements).map((known) => {
    const { element, labels } = known;
    const label = labelFit(names, labels);
    const byUnit = unit !== '' && element.unit && bare(element.unit) === unit ? 0.06 : 0;
    // Without any name in common the values alone decide nothing, but for the shapes of ID numbers.
    const score =
      label < 0.2 && element.type !== 'id_no'
        ? 0
        : label + typeFit(column, element) + byUnit + valueFit(column, element) + groupFit(names, known);
    return { choice: choiceOf(element.code, element.type), label: element.zh, score };
  });
  const all: Proposal[] = isSerial(names.at(-1) ?? '')
    ? [{ choice: { as: 'serial' }, label: '序号', score: 1 }, ...scored]
    : scored;
  return all
    .filter(({ score }) => score > 0.25)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map((one) => ({ ...one, score: Math.round(one.score * 100) / 100 }));
};

/** Things a form may have twice: places to sign, texts. */
/** A column whose likeliest meaning another column has is seldom something much less likely. */
const farther = 0.15;

const mayRepeat = ({ as }: ColumnChoice): boolean => as === 'blank' || as === 'text' || as === 'new';

/**
 * One proposal a column, each thing once: the column that is surest of it has it, the others take their next. What
 * nothing fits stays a text of this ledger; a column nobody ever filled is left for the pen.
 */
export const chooseAll = (
  columns: readonly FormColumn[],
  proposals: readonly (readonly Proposal[])[],
): ColumnChoice[] => {
  const chosen: (ColumnChoice | undefined)[] = columns.map(() => undefined);
  const pairs = proposals
    .flatMap((list, column) =>
      list.filter(({ score }) => score >= (list[0]?.score ?? 0) - farther).map((one) => ({ ...one, column })),
    )
    .filter(({ score }) => score >= enough)
    .toSorted((a, b) => b.score - a.score);
  for (const { column, choice } of pairs) {
    if (chosen[column]) continue;
    const taken = !mayRepeat(choice) && chosen.some((one) => one && same(one, choice));
    if (!taken) chosen[column] = choice;
  }
  return chosen.map((one, at) => one ?? { as: columns[at]?.samples.length === 0 ? 'blank' : 'text' });
};
