import type { Column, LedgerDraft } from '../domain/definition.ts';
import type { ActField, Expression, RegisterField } from '../domain/expression.ts';
import catalogue from './catalogue.json' with { type: 'json' };
import { serial } from './columns.ts';

/** A department's form as it is declared: its columns in order, each with the data element it shows. */
interface DeclaredForm {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly level: LedgerDraft['level'];
  readonly frequency: LedgerDraft['frequency'];
  readonly source: string;
  readonly grain: 'event' | 'resident';
  readonly activity: string;
  readonly condition: Expression | null;
  readonly columns: readonly (readonly [string, string])[];
}

/** What an office's dictionary and activities say that matters for a form. */
export interface FormNames {
  readonly typeOf: (element: string) => string | undefined;
  readonly asks: (activity: string, element: string) => boolean;
}

const registered: Readonly<Record<string, RegisterField>> = {
  'person.name': 'name',
  'person.sex': 'sex',
  'person.birth': 'birth',
  'person.age': 'age',
  'person.phone': 'phone',
  'person.id_no': 'idNo',
  'place.address': 'address',
};
const ofTheAct: Readonly<Record<string, ActField>> = { 'act.date': 'date', 'act.worker': 'worker' };

/** Left to be filled in by hand: signatures, pictures, and what no record holds. */
const byHand = new Set(['signature', 'image', 'phone', 'id_no']);

/** Of a person for long, whichever act said it; the rest is of the act alone. */
const ofPerson = /^(person|dis|party|vol|place|aid\.(cert|members)|mig|fam|dog|vet|os|rel|law|com)\b/;

const shows = ({ activity }: DeclaredForm, code: string, { typeOf, asks }: FormNames): Column['shows'] => {
  const field = registered[code];
  if (field) return { expression: { register: field } };
  const act = ofTheAct[code];
  if (act) return { expression: { act } };
  const type = typeOf(code);
  if (type === undefined || byHand.has(type)) return { blank: true };
  if (ofPerson.test(code)) return { expression: { known: code } };
  // What the work does not ask for stays empty on paper, to be written there as before.
  return asks(activity, code) ? { expression: { element: code } } : { blank: true };
};

/** How wide a column stands beside the others, by what it holds. */
const widths: Readonly<Record<string, number>> = { longtext: 2.6, address: 1.9, id_no: 2.7, phone: 1.9 };
const widthOf = (code: string, type: string | undefined, label: string): number =>
  code === 'act.date' || type === 'date'
    ? 1.4
    : Math.max(widths[type ?? ''] ?? 1, Math.min(label.length / 3.2, 1.8));

/** What the short list on screen has: who, when, and what was found first. */
const inShort = new Set(['person.name', 'place.address', 'act.date', 'act.worker', 'bp.sys', 'bp.dia']);
const briefOnes = (form: DeclaredForm): ReadonlySet<string> => {
  const codes = form.columns.map(([, code]) => code);
  const first = codes.filter((code) => !(code in registered) && !(code in ofTheAct));
  return new Set([...codes.filter((code) => inShort.has(code)), ...first.slice(0, 3)]);
};

const pressure = /^bp\.(sys|dia)$/;
const pathOf = (label: string, code: string): string[] =>
  pressure.test(code) ? ['血压(mmHg)', code === 'bp.sys' ? '收缩压' : '舒张压'] : [label];

const columnOf =
  (form: DeclaredForm, names: FormNames) =>
  ([label, code]: readonly [string, string], index: number): Column => ({
    key: `c${index + 1}`,
    path: pathOf(label, code),
    shows: shows(form, code, names),
    width: { share: widthOf(code, names.typeOf(code), label) },
    ...(briefOnes(form).has(code) ? { brief: true as const } : {}),
    ...(names.typeOf(code) === 'longtext' ? { align: 'left' as const } : {}),
    ...(code === 'person.birth' ? { day: 'YYYY.MM.DD' as const } : {}),
  });

/** Wide forms lie down; the widest need a larger sheet, as they have in the office's cupboard. */
const sheetOf = (columns: readonly Column[]) => {
  const wide = columns.reduce((sum, { width }) => sum + ('share' in width ? width.share : 0.5), 0);
  if (wide <= 11) return { paper: 'A4', orientation: 'portrait', rowsPerPage: 20 } as const;
  if (wide <= 21) return { paper: 'A4', orientation: 'landscape', rowsPerPage: 12 } as const;
  return { paper: 'A3', orientation: 'landscape', rowsPerPage: 20 } as const;
};

const draftOf = (form: DeclaredForm, names: FormNames): LedgerDraft => {
  const columns = [serial, ...form.columns.map(columnOf(form, names))];
  return {
    code: form.code,
    name: form.name,
    departments: [form.department, 'self'],
    level: form.level,
    frequency: form.frequency,
    legalBasis: form.source,
    definition: {
      grain: form.grain,
      activities: [form.activity],
      condition: form.condition,
      columns,
      layout: {
        title: form.name,
        ...sheetOf(columns),
        meta: { left: ['居委会：{committee}'], right: ['{period}'] },
        footer: ['填表人：{keeper}', '审核人：', '{today}'],
      },
    },
  };
};

/** The ledgers of the demonstration's departments: 54 forms as offices keep them, declared over records. */
export const catalogueLedgers = (names: FormNames): LedgerDraft[] =>
  (catalogue as unknown as readonly DeclaredForm[]).map((form) => draftOf(form, names));
