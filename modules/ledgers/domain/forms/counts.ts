import type { Element } from '#modules/records/contract';
import type { Expression } from '../expression.ts';
import type { ColumnChoice } from './choice.ts';
import { bare } from './likeness.ts';
import type { FormColumn } from './propose.ts';

const isCommittee = (name: string): boolean => /(居委|居民区|社区|单位|村居|部门|名称)/.test(name);
const isMonth = (name: string): boolean => /^(月份|月度|月|时间|日期|统计月份|年月)$/.test(name);
const isShare = (name: string): boolean => /(率|占比|比例|百分比|%)$/.test(name);
const isPeople = (name: string): boolean => /(人数|户数|人|对象数|人员数)$/.test(name) && !/人次$/.test(name);

/** 80岁以上, 60-69岁, 满90周岁: of whom is counted. */
const ageOf = (name: string): Expression | null => {
  const age = { register: 'age' } as const;
  const between = name.match(/(\d{2,3})[-—~至到](\d{2,3})周?岁/);
  if (between)
    return {
      all: [
        { is: '≥', left: age, right: { value: Number(between[1]) } },
        { is: '≤', left: age, right: { value: Number(between[2]) } },
      ],
    };
  const from = name.match(/(\d{2,3})周?岁(及|以|或)?(以)?上/);
  return from ? { is: '≥', left: age, right: { value: Number(from[1]) } } : null;
};

const sexOf = (name: string): Expression | null => {
  const found = name.match(/(?:^|[^子])(男|女)(性|人数|人|$)/);
  return found
    ? { is: '=', left: { register: 'sex' }, right: { value: found[1] === '男' ? '1' : '2' } }
    : null;
};

/** A word that is a choice of the dictionary: 高血压人数, 独居老人, 上门走访. */
const choiceIn = (name: string, elements: readonly Element[]): Expression | null => {
  const found = elements
    // Where a case came from (走访) is what most forms call the work itself.
    .filter(({ type, code }) => (type === 'code' || type === 'multi') && code !== 'act.source')
    .flatMap((element) =>
      element.choices
        .filter(({ zh }) => [...zh].length >= 2 && zh !== '其他' && name.includes(zh))
        .map(({ code, zh }) => ({ element, code, length: [...zh].length })),
    )
    .toSorted((a, b) => b.length - a.length)[0];
  if (!found) return null;
  const { element, code } = found;
  const said: Expression = element.code.startsWith('act.')
    ? { element: element.code }
    : { known: element.code };
  return element.type === 'multi'
    ? { list: said, has: code }
    : { is: '=', left: said, right: { value: code } };
};

const conditionOf = (name: string, elements: readonly Element[]): Expression | null => {
  const parts = [ageOf(name), sexOf(name), choiceIn(name, elements)].filter((one) => one !== null);
  if (parts.length === 0) return null;
  return parts.length === 1 ? (parts[0] ?? null) : { all: parts };
};

/**
 * What the columns of a summary count, as far as their names say: the committee, the month, people or times, of
 * whom; a share is of the two numbers before it. A person confirms, and sees both numbers side by side.
 */
export const countsFor = (columns: readonly FormColumn[], elements: readonly Element[]): ColumnChoice[] => {
  const chosen: ColumnChoice[] = [];
  for (const { path, type } of columns) {
    const name = bare(path.replaceAll('/', ''));
    const leaf = bare(path.split('/').at(-1) ?? '');
    const taken = (of: 'committee' | 'month') =>
      chosen.some((one) => one.as === 'dimension' && one.of === of);
    const counts = chosen.flatMap((one, at) => (one.as === 'count' ? [at] : []));
    if (/^(序号|编号|no)$/.test(leaf)) chosen.push({ as: 'serial' });
    else if (isMonth(leaf) && !taken('month')) chosen.push({ as: 'dimension', of: 'month' });
    else if (type !== 'number' && isCommittee(leaf) && !taken('committee'))
      chosen.push({ as: 'dimension', of: 'committee' });
    else if (isShare(leaf) && counts.length >= 2)
      chosen.push({ as: 'percent', part: counts.at(-1) ?? 0, of: counts[0] ?? 0 });
    else if (type === 'number')
      chosen.push({
        as: 'count',
        what: isPeople(leaf) ? 'residents' : 'records',
        where: conditionOf(name, elements),
      });
    else chosen.push({ as: 'blank' });
  }
  return chosen;
};
