import type { Activity, Element } from '#modules/records/contract';
import type { Column, Layout, LedgerDefinition } from '../definition.ts';
import type { Expression } from '../expression.ts';
import type { Grain, Period } from '../names.ts';
import type { ColumnChoice } from './choice.ts';
import { alike, bare } from './likeness.ts';
import type { FormReading } from './reading.ts';

/** What a clerk says of the ledger a form becomes. */
export interface FormAbout {
  readonly name: string;
  readonly activity: string;
  readonly grain: Grain;
  readonly period: Period;
}

/** Of a person for long, whichever act said it; the rest is of the act alone. */
const ofPerson = /^(person|dis|party|vol|place|aid\.(cert|members)|mig|fam|dog|vet|os|rel|law|com)\b/;

/** A roster shows of a person what is known; of an act only who and when. */
const shownAs = (code: string, grain: Grain): Expression =>
  ofPerson.test(code) || (grain === 'resident' && !code.startsWith('act.'))
    ? { known: code }
    : { element: code };

const showsOf = (choice: ColumnChoice, grain: Grain): Column['shows'] => {
  switch (choice.as) {
    case 'serial':
      return { serial: true };
    case 'register':
      return { expression: { register: choice.field } };
    case 'act':
      return { expression: { act: choice.field } };
    case 'element':
      return { expression: shownAs(choice.code, grain) };
    case 'dimension':
      return { dimension: choice.of };
    case 'count':
      return { count: choice.what, where: choice.where };
    case 'percent':
      return { percent: keyOf(choice.part), of: keyOf(choice.of) };
    default:
      return { blank: true };
  }
};

export const keyOf = (column: number): string => `c${column + 1}`;

const label = (text: string): string => [...text].slice(0, 30).join('') || '—';

/** Header cells above a column, at most four deep; a name that stands twice in its place keeps its number. */
export const pathOf = (path: string): string[] => {
  const parts = path
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean);
  const cells = parts.length > 4 ? [...parts.slice(0, 3), parts.slice(3).join('')] : parts;
  return cells.length === 0 ? ['—'] : cells.map(label);
};

/** How wide a column stands beside the others, by what it holds. */
const shareOf = (
  choice: ColumnChoice,
  path: readonly string[],
  elements: ReadonlyMap<string, Element>,
): number => {
  if (choice.as === 'register')
    return (
      { name: 1.4, sex: 0.7, birth: 1.5, age: 0.7, address: 1.9, phone: 2, idNo: 2.7 }[choice.field] ?? 1
    );
  if (choice.as === 'act') return choice.field === 'worker' ? 1.3 : 1.4;
  const type = choice.as === 'element' ? elements.get(choice.code)?.type : undefined;
  const name = [...(path.at(-1) ?? '')].length / 3.2;
  const byType = { longtext: 2.6, address: 1.9, date: 1.5, multi: 1.8 }[type as string] ?? 1;
  return Math.max(byType, Math.min(name, 1.8));
};

const columnOf = (
  path: string,
  choice: ColumnChoice,
  at: number,
  grain: Grain,
  elements: ReadonlyMap<string, Element>,
  brief: boolean,
): Column => {
  const cells = pathOf(path);
  const type = choice.as === 'element' ? elements.get(choice.code)?.type : undefined;
  return {
    key: keyOf(at),
    path: cells,
    shows: showsOf(choice, grain),
    width:
      choice.as === 'serial' ? { mm: 10 } : { share: Math.round(shareOf(choice, cells, elements) * 10) / 10 },
    ...(brief ? { brief: true as const } : {}),
    ...(type === 'longtext' ? { align: 'left' as const } : {}),
    ...(choice.as === 'register' && choice.field === 'birth' ? { day: 'YYYY.MM.DD' as const } : {}),
    ...(choice.as === 'act' && choice.field === 'date' && grain === 'resident'
      ? { day: 'YYYY.MM.DD' as const }
      : {}),
  };
};

/** What the short list on screen has: who, where, when, and what was found first. */
const briefOnes = (choices: readonly ColumnChoice[]): ReadonlySet<number> => {
  const who = choices.flatMap((choice, at) => {
    const register = choice.as === 'register' && ['name', 'address'].includes(choice.field);
    return register || choice.as === 'act' || choice.as === 'dimension' || choice.as === 'count' ? [at] : [];
  });
  const found = choices.flatMap((choice, at) => (choice.as === 'element' ? [at] : []));
  return new Set([...who, ...found.slice(0, 4)]);
};

/** A line's words with what changes each time left to be filled in: 填报单位：和安一居 is 填报单位：{committee}. */
const lineOf = (text: string): string => {
  const [name = '', ...rest] = text.replace(/\s+/g, ' ').trim().split(/[:：]/);
  if (rest.length === 0) {
    if (/^\d{4}(年|[-./])\d{1,2}(月|[-./])\d{1,2}日?$/.test(name)) return '{today}';
    return /^\d{4}(年|[-./]\d)/.test(name) ? '{period}' : [...name].slice(0, 60).join('');
  }
  const fill = (place: string) => `${[...name].slice(0, 30).join('')}：${place}`;
  if (/(居委|单位|社区|村居|居民区)/.test(name))
    return fill(/计量|金额/.test(name) ? rest.join('：') : '{committee}');
  if (/(部门|科室)/.test(name)) return fill('{department}');
  if (/(月份|年月|所属期|统计时间|期间)/.test(name)) return fill('{period}');
  if (/(日期|时间)/.test(name)) return fill('{today}');
  if (/(填表|制表|填报|登记|记录|经办)人/.test(name)) return fill('{keeper}');
  return `${[...name].slice(0, 30).join('')}：`;
};

/** A unit of the figures (单位：元) stays as it is; a unit that fills the form in is named anew each time. */
const isMeasure = (text: string): boolean =>
  /^[(（]?(计量|金额)?单位[:：]\s*(万?元|人次?|户|个|件|公斤|平方米|%)/.test(text.trim());

const linesOf = ({ lines }: FormReading, sheet: number) => {
  const own = lines.filter((line) => line.sheet === sheet);
  const texts = (kind: string) =>
    own
      .filter((line) => line.kind === kind)
      .map(({ text }) => (isMeasure(text) ? text.trim().slice(0, 80) : lineOf(text)));
  return {
    meta: [...new Set(texts('unit'))].slice(0, 6),
    footer: [...new Set(texts('signature'))].slice(0, 6),
  };
};

/** Sheets of paper from small to large: the first on which the columns have room, then what is larger. */
export const papersFor = (
  columns: readonly Column[],
): Pick<Layout, 'paper' | 'orientation' | 'rowsPerPage'>[] => {
  const wide = columns.reduce((sum, { width }) => sum + ('share' in width ? width.share : 0.5), 0);
  const all = [
    { paper: 'A4', orientation: 'portrait', rowsPerPage: 20 },
    { paper: 'A4', orientation: 'landscape', rowsPerPage: 12 },
    { paper: 'A3', orientation: 'landscape', rowsPerPage: 20 },
    { paper: 'A3', orientation: 'landscape', rowsPerPage: 10 },
  ] as const;
  return all.slice(wide <= 11 ? 0 : wide <= 21 ? 1 : 2);
};

/** The columns behind a summary's numbers: who and when. */
const behind = (grain: Grain): Column[] =>
  grain !== 'summary'
    ? []
    : (
        [
          ['date', '日期', { act: 'date' }],
          ['name', '姓名', { register: 'name' }],
          ['age', '年龄', { register: 'age' }],
          ['address', '住址', { register: 'address' }],
          ['worker', '经办人', { act: 'worker' }],
        ] as const
      ).map(([key, name, expression]) => ({
        key,
        path: [name],
        shows: { expression },
        width: { share: 1 },
        brief: true as const,
      }));

/** A roster is of those of whom anything of its own columns is known: not of everybody. */
const conditionOf = (choices: readonly ColumnChoice[], grain: Grain): Expression | null => {
  if (grain !== 'resident') return null;
  const own = choices.flatMap((choice) =>
    choice.as === 'element' && !choice.code.startsWith('act.') ? [{ filled: { known: choice.code } }] : [],
  );
  const [only] = own;
  return own.length > 1 ? { any: own.slice(0, 20) } : (only ?? null);
};

/** The definition a form becomes: its columns and header as they are, its title, its lines, a sheet they fit on. */
export const definitionOf = (
  reading: FormReading,
  choices: readonly ColumnChoice[],
  { name, activity, grain, period }: FormAbout,
  elements: ReadonlyMap<string, Element>,
): LedgerDefinition => {
  const brief = briefOnes(choices);
  const columns = reading.columns.map(({ path }, at) =>
    columnOf(path, choices[at] ?? { as: 'blank' }, at, grain, elements, brief.has(at)),
  );
  const first = reading.sheets.findIndex(({ taken }) => taken);
  const { meta, footer } = linesOf(reading, first);
  const [paper] = papersFor(columns);
  const [left, right] = [meta.filter((_, at) => at % 2 === 0), meta.filter((_, at) => at % 2 === 1)];
  return {
    grain,
    activities: [activity],
    condition: conditionOf(choices, grain),
    columns,
    detail: behind(grain),
    period,
    order: { columns: [], newestFirst: false },
    layout: {
      // The form's title without its year and month: those stand in a line of their own, each time anew.
      title: [...name].slice(0, 60).join(''),
      paper: paper?.paper ?? 'A3',
      orientation: paper?.orientation ?? 'landscape',
      rowsPerPage: paper?.rowsPerPage ?? 12,
      meta: {
        left: left.length > 0 ? left : ['居委会：{committee}'],
        right: right.length > 0 ? right : ['{period}'],
      },
      footer: footer.length > 0 ? footer : ['填表人：{keeper}', '审核人：', '{today}'],
    },
  };
};

/** The kind of work a form notes down: the one that asks for most of its columns, told apart by its title. */
export const activityFor = (
  title: string,
  choices: readonly ColumnChoice[],
  activities: readonly Activity[],
): string => {
  const about = choices.some((one) => one.as === 'register' && one.field === 'name')
    ? 'resident'
    : 'committee';
  const codes = choices.flatMap((one) => (one.as === 'element' ? [one.code] : []));
  const score = (activity: Activity): number => {
    const asked = activity.elements.filter(({ element }) => codes.includes(element));
    const must = asked.filter(({ need }) => need === 'must').length;
    return asked.length + must + 3 * alike(bare(title), bare(activity.zh));
  };
  const counted = choices.some(({ as }) => as === 'count');
  const fitting = activities.filter(({ subjectKind }) => counted || subjectKind === about);
  return fitting.toSorted((a, b) => score(b) - score(a))[0]?.code ?? activities[0]?.code ?? '';
};

/** With a day in a column a row is an act; a list of people without one is a roster. */
export const grainFor = (reading: FormReading, choices: readonly ColumnChoice[]): Grain => {
  if (reading.form === 'summary') return 'summary';
  const dated = choices.some((one) => one.as === 'act' && one.field === 'date');
  const named = choices.some((one) => one.as === 'register' && one.field === 'name');
  const own = choices.some((one) => one.as === 'element' && !one.code.startsWith('act.'));
  return named && own && !dated ? 'resident' : 'event';
};
