import type { Activity, Element } from '#modules/records/contract';
import type { Say } from '#platform/ui/text.ts';
import type { Column, LedgerDefinition } from '../../domain/definition.ts';
import {
  type ActField,
  actFields,
  type Expression,
  type RegisterField,
  registerFields,
} from '../../domain/expression.ts';
import { type FormulaName, readFormula, sayFormula } from '../../domain/formula.ts';
import { actTypes, registerTypes, type ValueType, vocabularyOf } from '../../domain/typing.ts';

/** What a clerk may put in a column, and how it is called there. */
export interface Source {
  readonly value: string;
  readonly label: string;
  readonly expression: Expression;
  readonly type: ValueType;
  /** What its codes stand for, where it has some. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

const choicesOf = ({ type, choices }: Element, t: Say) =>
  type === 'bool'
    ? [
        { value: 'true', label: t('ledgers.design.yes') },
        { value: 'false', label: t('ledgers.design.no') },
      ]
    : choices.map(({ code, zh }) => ({ value: code, label: zh }));

/** What the chosen work and the registers can fill a column with. */
export const sourcesFor = (
  elements: readonly Element[],
  activities: readonly Activity[],
  chosen: readonly string[],
  t: Say,
): Source[] => {
  const asked = new Set(
    activities
      .filter(({ code }) => chosen.includes(code))
      .flatMap((one) => one.elements.map(({ element }) => element)),
  );
  const { elements: types } = vocabularyOf(elements);
  // What the language has no type for stays out: signatures, pictures, sealed numbers of other people.
  const usable = elements.flatMap((element) => {
    const type = types.get(element.code);
    return type ? [{ ...element, type, choices: choicesOf(element, t) }] : [];
  });
  return [
    ...registerFields.map((field: RegisterField) => ({
      value: `register:${field}`,
      label: t(`ledgers.design.register.${field}`),
      expression: { register: field },
      type: registerTypes[field],
    })),
    ...actFields.map((field: ActField) => ({
      value: `act:${field}`,
      label: t(`ledgers.design.act.${field}`),
      expression: { act: field },
      type: actTypes[field],
    })),
    ...usable
      .filter(({ code }) => asked.has(code))
      .map(({ code, zh, type, choices }) => ({
        value: `element:${code}`,
        label: zh,
        expression: { element: code },
        ...{ type, choices },
      })),
    ...usable.map(({ code, zh, type, choices }) => ({
      value: `known:${code}`,
      label: t('ledgers.design.known', { name: zh }),
      expression: { known: code },
      ...{ type, choices },
    })),
  ];
};

export const namesOf = (sources: readonly Source[]): FormulaName[] =>
  sources.map(({ label, expression }) => ({ name: label, expression }));

/** How a column is filled, as the list beside it says it: a source, a formula, or what the list cannot make. */
export const fillOf = ({ shows }: Column, sources: readonly Source[]): string => {
  if ('serial' in shows) return 'serial';
  if ('blank' in shows) return 'blank';
  if (!('expression' in shows)) return 'kept';
  const text = JSON.stringify(shows.expression);
  const found = sources.find(({ expression }) => JSON.stringify(expression) === text);
  if (found) return found.value;
  return sayFormula(shows.expression, namesOf(sources)) === null ? 'kept' : 'formula';
};

export const showsFor = (value: string, sources: readonly Source[]): Column['shows'] | null => {
  if (value === 'serial') return { serial: true };
  if (value === 'blank') return { blank: true };
  const found = sources.find((one) => one.value === value);
  return found ? { expression: found.expression } : null;
};

export const formulaShows = (text: string, sources: readonly Source[]): Column['shows'] => ({
  expression: readFormula(text, namesOf(sources)),
});

/** Header cells from the top as one line: 探访情况/血压(mmHg)/收缩压. */
export const pathText = ({ path }: Column): string => path.join('/');
export const pathOf = (text: string): string[] =>
  text
    .split(/[/／]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, 4);

/** A key no other column has. */
export const newKey = (columns: readonly Column[]): string => {
  const used = new Set(columns.map(({ key }) => key));
  let number = columns.length + 1;
  while (used.has(`c${number}`)) number += 1;
  return `c${number}`;
};

/** A form with nothing but a running number and a name: where a new ledger begins. */
export const emptyForm = (title: string): LedgerDefinition => ({
  grain: 'event',
  activities: ['home_visit'],
  condition: null,
  columns: [
    { key: 'no', path: ['序号'], shows: { serial: true }, width: { mm: 10 } },
    {
      key: 'name',
      path: ['姓名'],
      shows: { expression: { register: 'name' } },
      width: { share: 1.4 },
      brief: true,
    },
    {
      key: 'date',
      path: ['日期'],
      shows: { expression: { act: 'date' } },
      width: { share: 1.2 },
      brief: true,
    },
  ],
  detail: [],
  order: { columns: [], newestFirst: true },
  period: 'month',
  layout: {
    title,
    paper: 'A4',
    orientation: 'portrait',
    rowsPerPage: 20,
    meta: { left: ['居委会：{committee}'], right: ['{period}'] },
    footer: ['填表人：{keeper}', '审核人：', '{today}'],
  },
});
