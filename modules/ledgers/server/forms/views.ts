import type { Activity, Element } from '#modules/records/contract';
import { officeDay } from '#platform/calendar/calendar.ts';
import { maskName } from '#platform/privacy/masking.ts';
import type { LedgerForm, LedgerFormBrief, LedgerFormRow } from '../../contract.ts';
import type { Column } from '../../domain/definition.ts';
import { cellText } from '../../domain/format.ts';
import { activityFor, grainFor } from '../../domain/forms/build.ts';
import type { ColumnChoice } from '../../domain/forms/choice.ts';
import { countsFor } from '../../domain/forms/counts.ts';
import { likeLedger } from '../../domain/forms/like-ledger.ts';
import { maskCell, maskLine, maskNumbers } from '../../domain/forms/mask.ts';
import type { PlannedRow } from '../../domain/forms/plan.ts';
import { chooseAll, type FormColumn, type Proposal, proposalsFor } from '../../domain/forms/propose.ts';
import type { FormReading } from '../../domain/forms/reading.ts';
import type { StoredLedger } from '../repository.ts';
import type { FormPlan } from './planning.ts';
import type { FormRow } from './repository.ts';

const samplesShown = 4;
/** More samples tell nothing new about a column. */
const samplesRead = 200;
const rowsShown = 8;
const cellsShown = 500;
const linesShown = 200;

type Data = Record<string, unknown>;
const asData = (choice: ColumnChoice): Data => ({ ...choice });

export const columnsOf = (reading: FormReading): FormColumn[] =>
  reading.columns.map(({ path, type, unit }, at) => ({
    path,
    type,
    unit,
    samples: reading.rows
      .slice(0, samplesRead)
      .flatMap(({ values }) => (values[at] === null || values[at] === undefined ? [] : [values[at]])),
  }));

interface Proposed {
  readonly proposals: readonly Proposal[][];
  readonly choices: readonly ColumnChoice[];
}

/** A page asks every second or two how far the writing is: what a reading's columns may be is worked out once. */
const known = new WeakMap<
  FormReading,
  Proposed & { readonly elements: number; readonly filled: readonly number[] }
>();

/** What the columns may be, what they are unless a person says otherwise, and how many rows fill each. */
const lookedAt = (reading: FormReading, elements: readonly Element[]) => {
  const before = known.get(reading);
  if (before?.elements === elements.length) return before;
  const filled = reading.columns.map(
    (_, at) => reading.rows.filter(({ values }) => values[at] !== null).length,
  );
  const found = { ...proposed(reading, elements), elements: elements.length, filled };
  known.set(reading, found);
  return found;
};

const proposed = (reading: FormReading, elements: readonly Element[]): Proposed => {
  const columns = columnsOf(reading);
  if (reading.form === 'summary')
    return { proposals: columns.map(() => []), choices: countsFor(columns, elements) };
  const proposals = columns.map((column) => proposalsFor(column, elements));
  return { proposals, choices: chooseAll(columns, proposals) };
};

export const briefOf = (row: FormRow, title: string, ledger: string | null): LedgerFormBrief => ({
  id: row.id,
  title,
  form: row.form as LedgerFormBrief['form'],
  rows: row.row_count,
  state: row.state as LedgerFormBrief['state'],
  progress: row.progress,
  ledger: row.ledger_id ? { id: row.ledger_id, name: ledger ?? '—' } : null,
  uploadedBy: row.account_name,
  uploadedAt: new Date(row.uploaded_at as unknown as string).toISOString(),
});

/** The title without what changes each time: 2026年3月和安一居走访登记表 is 走访登记表 of any month. */
export const nameOf = (title: string | null): string =>
  (title ?? '')
    .replace(/(\d{4}|[二〇零一三四五六七八九]{4})年(度)?(第?[一二三四\d]{1,2}(季度|月份?))?/g, '')
    .replace(/[（(]\s*[)）]/g, '')
    .trim() || '导入的表';

const aboutOf = (
  reading: FormReading,
  choices: readonly ColumnChoice[],
  activities: readonly Activity[],
  committees: readonly { id: string; shortName: string; name: string }[],
): LedgerForm['about'] => {
  const name = [...nameOf(reading.title)].slice(0, 60).join('');
  const around = [reading.title ?? '', ...reading.lines.map(({ text }) => text)].join('\n');
  const named = committees.filter((one) => around.includes(one.shortName) || around.includes(one.name));
  const grain = grainFor(reading, choices);
  return {
    name,
    activity: activityFor(name, choices, activities),
    grain,
    period: 'month',
    level: 'subdistrict',
    frequency: 'month',
    legalBasis: '',
    committee: named.length === 1 ? (named[0]?.id ?? null) : null,
    asOf: officeDay(),
  };
};

/** What the ledger that a form is of says of itself. */
const aboutLike = (about: LedgerForm['about'], ledger: StoredLedger | undefined): LedgerForm['about'] =>
  ledger
    ? {
        ...about,
        name: ledger.name,
        activity: ledger.definition.activities[0] ?? about.activity,
        grain: ledger.definition.grain,
        period: ledger.definition.period,
        level: ledger.level,
        frequency: ledger.frequency,
        legalBasis: ledger.legalBasis,
      }
    : about;

export const formView = (
  row: FormRow,
  reading: FormReading,
  {
    elements,
    activities,
    committees,
    ledger,
    ledgers,
    written,
  }: {
    elements: readonly Element[];
    activities: readonly Activity[];
    committees: readonly { id: string; shortName: string; name: string }[];
    ledger: string | null;
    /** The department's. */
    ledgers: readonly StoredLedger[];
    written: { created: number; corrected: number };
  },
): LedgerForm => {
  const { proposals, choices: guessed, filled } = lookedAt(reading, elements);
  const like = likeLedger(
    reading.columns.map(({ path }) => path),
    ledgers.map(({ id, name, definition }) => ({ id, name, columns: definition.columns })),
  );
  const first = guessed.map((choice, at) => like?.choices[at] ?? choice);
  const choices = (row.choices as ColumnChoice[] | null) ?? first;
  const shown = (at: number, value: string | number | null): string =>
    maskCell(reading.columns[at]?.path ?? '', first[at] ?? { as: 'blank' }, value);
  return {
    ...briefOf(row, reading.title ?? '—', ledger),
    fileKind: row.kind as LedgerForm['fileKind'],
    sheets: reading.sheets.map((one) => ({ ...one, name: maskNumbers(one.name) })),
    headerRows: reading.headerRows ? [...reading.headerRows] : null,
    columns: reading.columns.map(({ path, cell, type, unit }, at) => ({
      path,
      cell,
      type,
      unit,
      filled: filled[at] ?? 0,
      samples: [
        ...new Set(
          reading.rows
            .slice(0, samplesRead)
            .map(({ values }) => shown(at, values[at] ?? null))
            .filter(Boolean),
        ),
      ].slice(0, samplesShown),
      proposals: (proposals[at] ?? []).map(({ choice, label, score }) => ({
        choice: asData(choice),
        label,
        score: Math.min(1, score),
      })),
      choice: asData(choices[at] ?? { as: 'blank' }),
    })),
    first: reading.rows.slice(0, rowsShown).map(({ values }) => values.map((value, at) => shown(at, value))),
    notUnderstood: reading.notUnderstood
      .slice(0, cellsShown)
      .map(({ sheet, cell, text }) => ({ sheet, cell, text: maskLine(text) })),
    notUnderstoodTotal: reading.notUnderstood.length,
    lines: reading.lines
      .slice(0, linesShown)
      .map(({ sheet, cell, text, kind }) => ({ sheet, cell, text: maskLine(text), kind })),
    about:
      (row.about as LedgerForm['about'] | null) ??
      aboutLike(
        aboutOf(reading, choices, activities, committees),
        ledgers.find(({ id }) => id === like?.id),
      ),
    like: like && { id: like.id, name: like.name },
    version: row.version,
    ...written,
    failure: row.failure,
  };
};

const sheetRow = (cell: string): string => cell.replace(/^[A-Z]+/, '');

/** Which row of the paper it is, in words: its sheet only where there are several. */
const placeOf = (reading: FormReading, index: number): string => {
  const row = reading.rows[index];
  const sheets = reading.sheets.filter(({ taken }) => taken).length;
  const sheet = sheets > 1 ? `${maskNumbers(reading.sheets[row?.sheet ?? 0]?.name ?? '')} ` : '';
  if (reading.form === 'card') return sheet.trim() || '卡片';
  return `${sheet}第${sheetRow(row?.cells[0] ?? '')}行`;
};

export const rowView = (
  row: PlannedRow,
  reading: FormReading,
  { known, people, committees, elements }: FormPlan,
): LedgerFormRow => {
  const read = known[row.index]?.read;
  const text = (code: string, value: unknown): string =>
    cellText({ shows: { expression: { element: code } } } as Column, value as never, elements, 'paper');
  const label = (code: string) => elements.get(code)?.zh ?? code;
  const person = row.subject && row.subject !== 'add' ? people.get(row.subject) : undefined;
  return {
    index: row.index,
    place: placeOf(reading, row.index),
    state: row.state,
    settled: row.settled,
    name: person?.name ?? maskName((read?.person['person.name'] ?? '').trim().slice(0, 40)),
    day: row.day ?? read?.day ?? null,
    committee: row.committee ? (committees.get(row.committee) ?? null) : null,
    remarks: row.remarks.map(({ cell, level, message }) => ({ cell, level, message })),
    people: row.maybe.flatMap((id) => {
      const one = people.get(id);
      if (!one) return [];
      const committee = committees.get(one.committee) ?? '';
      return [{ id, name: one.name, door: one.door, born: one.birth?.slice(0, 4) ?? '', committee }];
    }),
    why: row.why,
    changes: row.changes.map(({ element, from, to }) => ({
      label: label(element),
      from: from === null ? '' : text(element, from),
      to: text(element, to),
    })),
    values: Object.entries(read?.values ?? {})
      .slice(0, 12)
      .map(([code, value]) => ({ label: label(code), text: maskNumbers(text(code, value)) })),
    reason: row.reason,
    record: row.record?.id ?? null,
  };
};
