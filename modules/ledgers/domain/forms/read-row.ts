import type { Element, RecordValues } from '#modules/records/contract';
import type { RegisterField } from '../expression.ts';
import type { ColumnChoice } from './choice.ts';
import { type Reading, readAs } from './read-value.ts';
import type { FormRow } from './reading.ts';

/** A cell that needs a look. `wrong` cannot be; `unusual` could be, but seldom is. */
export interface CellRemark {
  readonly cell: string;
  readonly level: 'wrong' | 'unusual';
  readonly message: string;
  readonly element: string | null;
}

/** What a row says, before it is known who is meant. */
export interface RowRead {
  readonly values: RecordValues;
  /** What is said of the person, by element code, as it was written. */
  readonly person: Readonly<Record<string, string>>;
  /** Null: the form has no day, or the row leaves it out. */
  readonly day: string | null;
  readonly time: string | null;
  readonly worker: string | null;
  readonly committee: string | null;
  readonly remarks: readonly CellRemark[];
  /** The cell of each element, to name it by. */
  readonly cells: Readonly<Record<string, string>>;
}

/** What the office and its dictionary say that rows are read by. */
export interface RowWords {
  readonly elements: ReadonlyMap<string, Element>;
  readonly today: string;
  readonly check: (values: RecordValues) => {
    readonly wrong: readonly { readonly element: string; readonly message: string }[];
    readonly unusual: readonly { readonly element: string; readonly message: string }[];
  };
  readonly holdsIdNo: (text: string) => boolean;
}

/** What the register calls what a column says of a person. */
export const registerCodes: Readonly<Partial<Record<RegisterField, string>>> = {
  name: 'person.name',
  sex: 'person.sex',
  birth: 'person.birth',
  address: 'place.address',
  phone: 'person.phone',
  idNo: 'person.id_no',
};

/** Parts of a person's door, which a form may have in columns of their own. */
const ofDoor = new Set(['place.building', 'place.room']);

const oldest = '1900-01-01';

/** Everything a row says by its columns' choices. */
export const readRow = (
  row: FormRow,
  choices: readonly ColumnChoice[],
  { elements, today, check, holdsIdNo }: RowWords,
): RowRead => {
  const values: RecordValues = {};
  const person: Record<string, string> = {};
  const cells: Record<string, string> = {};
  const remarks: CellRemark[] = [];
  const act: { day: string | null; time: string | null; worker: string | null; committee: string | null } = {
    day: null,
    time: null,
    worker: null,
    committee: null,
  };
  const wrong = (cell: string, message: string, element: string | null) =>
    remarks.push({ cell, level: 'wrong', message, element });
  const valueIn = (reading: Reading, cell: string, element: string) => {
    if ('problem' in reading) wrong(cell, reading.problem, element);
    return 'value' in reading ? reading.value : null;
  };
  for (const [at, choice] of choices.entries()) {
    const raw = row.values[at] ?? null;
    const cell = row.cells[at] ?? '';
    const text = raw === null ? '' : String(raw).trim();
    if (text === '') continue;
    if (choice.as === 'register') {
      const code = registerCodes[choice.field];
      if (!code) continue;
      person[code] = text;
      cells[code] = cell;
    } else if (choice.as === 'act') {
      const code = { date: 'act.date', time: 'act.time', worker: 'act.worker', committee: '' }[choice.field];
      cells[code] = cell;
      if (choice.field === 'worker') act.worker = [...text].slice(0, 40).join('');
      else if (choice.field === 'committee') act.committee = text;
      else {
        const element = elements.get(code);
        const value = element ? valueIn(readAs(element, raw), cell, code) : null;
        if (typeof value === 'string') act[choice.field === 'date' ? 'day' : 'time'] = value;
      }
    } else if (choice.as === 'element') {
      const element = elements.get(choice.code);
      if (!element) continue;
      cells[choice.code] = cell;
      if (ofDoor.has(choice.code) || choice.code.startsWith('person.')) person[choice.code] = text;
      const value = valueIn(readAs(element, raw), cell, choice.code);
      if (value === null) continue;
      if (typeof value === 'string' && holdsIdNo(value))
        wrong(cell, '这一格里有身份证号，身份证号只在底册里', choice.code);
      else values[choice.code] = value;
    }
  }
  if (act.day !== null && (act.day > today || act.day < oldest)) {
    wrong(cells['act.date'] ?? '', act.day > today ? '日期晚于今天' : '日期太早', 'act.date');
    act.day = null;
  }
  const { wrong: impossible, unusual } = check(values);
  for (const { element, message } of impossible) {
    wrong(cells[element] ?? '', message, element);
    delete values[element];
  }
  for (const { element, message } of unusual)
    remarks.push({ cell: cells[element] ?? '', level: 'unusual', message, element });
  return { values, person, ...act, remarks, cells };
};
