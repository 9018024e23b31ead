import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FormDecisions,
  noDecisions,
  type PlannedRow,
  planRows,
  type RowKnown,
  type Standing,
} from './plan.ts';

const committee = 'c';
const row = (
  day: string | null,
  sys: number,
  more: Partial<RowKnown> = {},
  level?: 'wrong' | 'unusual',
): RowKnown => ({
  read: {
    values: { 'bp.sys': sys },
    person: {},
    day,
    time: null,
    worker: null,
    committee: null,
    remarks: level ? [{ cell: 'C5', level, message: '', element: 'bp.sys' }] : [],
    cells: {},
  },
  meant: { sure: 'wang' },
  personWrong: [],
  committee,
  committeeOf: () => committee,
  ...more,
});
const today = '2026-11-24';
const plan = (
  rows: RowKnown[],
  standing: Standing[] = [],
  decisions: FormDecisions = noDecisions,
  dated = true,
) => planRows(rows, standing, decisions, today, dated);
const states = (rows: readonly PlannedRow[]) =>
  rows.map(({ state, settled }) => (settled ? state : `${state}?`));

/** What stands after a plan was written. */
const written = (rows: readonly PlannedRow[], before: readonly Standing[]): Standing[] => {
  const after = new Map(before.map((one) => [one.id, one]));
  for (const { write, record, subject, day, values, index } of rows) {
    const id = write === 'correct' ? (record?.id ?? '') : `new-${index}`;
    if (write)
      after.set(id, { id, revision: 1, subject: subject ?? '', day: day ?? '', values, fromForm: true });
  }
  return [...after.values()];
};

describe('rows of a form', () => {
  test('a row is new once: the same file again is there already, two acts of one day are two', () => {
    const rows = [row('2026-11-02', 138), row('2026-11-02', 138), row('2026-11-03', 141)];
    const first = plan(rows);
    expect(states(first)).toEqual(['new', 'new', 'new']);
    expect(states(plan(rows, written(first, [])))).toEqual(['same', 'same', 'same']);
  });

  test('a later file that says something else is a difference somebody decides, never silent', () => {
    const stands = written(plan([row('2026-11-02', 138)]), []);
    const later = [row('2026-11-02', 183)];
    const [asked] = plan(later, stands);
    expect(asked).toMatchObject({
      state: 'changed',
      settled: false,
      changes: [{ element: 'bp.sys', from: 138, to: 183 }],
    });
    const decided = (changed: 'correct' | 'keep' | 'another') =>
      plan(later, stands, { rows: { 0: { changed } }, all: {} })[0];
    expect(decided('correct')).toMatchObject({
      write: 'correct',
      record: { id: 'new-0' },
      values: { 'bp.sys': 183 },
    });
    expect(decided('keep')).toMatchObject({ write: null, settled: true });
    expect(decided('another')).toMatchObject({ state: 'new', write: 'create' });
  });

  test('an empty cell of a later file wipes nothing', () => {
    const stands: Standing[] = [
      {
        id: 'r',
        revision: 1,
        subject: 'wang',
        day: '2026-11-02',
        values: { 'bp.sys': 138, 'act.note': '好' },
        fromForm: true,
      },
    ];
    expect(states(plan([row('2026-11-02', 138)], stands))).toEqual(['same']);
  });

  test('a roster without days means what came from its own forms, whatever day it is', () => {
    const stands: Standing[] = [
      { id: 'r', revision: 1, subject: 'wang', day: '2026-01-05', values: { 'bp.sys': 138 }, fromForm: true },
      { id: 't', revision: 1, subject: 'wang', day: today, values: { 'bp.sys': 138 }, fromForm: false },
    ];
    expect(plan([row(null, 138)], stands, noDecisions, false)[0]).toMatchObject({
      state: 'same',
      record: { id: 'r' },
    });
    expect(states(plan([row(null, 138)], stands.slice(1), noDecisions, false))).toEqual(['new']);
  });

  test('whoever is unclear, unknown or nowhere is asked about; one answer may stand for all of a kind', () => {
    const rows = [
      row('2026-11-02', 138, { meant: { maybe: ['a', 'b'], why: 'several' } }),
      row('2026-11-02', 138, { meant: { none: true }, committee: null }),
      row('2026-11-02', 138, { meant: { none: true } }),
      row('2026-11-02', 138, {}, 'wrong'),
      row('2026-11-02', 240, {}, 'unusual'),
    ];
    expect(states(plan(rows))).toEqual(['who?', 'unknown?', 'unknown?', 'wrong?', 'unusual?']);
    const decided = plan(rows, [], {
      rows: { 0: { person: 'b0000000-0000-4000-8000-000000000000' } },
      all: { unknown: { person: 'add' }, wrong: { without: true }, unusual: { confirm: '复测仍高' } },
    });
    expect(states(decided)).toEqual(['new', 'committee?', 'new', 'new', 'new']);
    expect(decided[2]).toMatchObject({ subject: 'add', write: 'create' });
    const out = plan(rows, [], { rows: { 1: { out: '已迁出' } }, all: { who: { out: '分不清' } } });
    expect(states(out).slice(0, 2)).toEqual(['out', 'out']);
  });
});

const anyRow = fc
  .record({
    day: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
    sys: fc.integer({ min: 110, max: 113 }),
    who: fc.constantFrom('wang', 'li'),
  })
  .map(({ day, sys, who }) => row(day, sys, { meant: { sure: who } }));
const decisions: FormDecisions = { rows: {}, all: { changed: { changed: 'correct' } } };

test('however files overlap: what was written is there already, nothing is doubled, nothing lost', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyRow, { maxLength: 12 }), { minLength: 1, maxLength: 4 }), (files) => {
      let stands: Standing[] = [];
      for (const [index, file] of files.entries()) {
        const planned = plan(file, stands, decisions).map((one) => ({
          ...one,
          index: one.index + index * 100,
        }));
        stands = written(planned, stands);
        const again = plan(file, stands, decisions);
        expect(again.every(({ state }) => state === 'same')).toBe(true);
      }
      const most = new Map<string, number>();
      for (const file of files) {
        const counts = new Map<string, number>();
        for (const { meant, read } of file) {
          const key = `${meant && 'sure' in meant ? meant.sure : ''} ${read.day}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        for (const [key, count] of counts) most.set(key, Math.max(most.get(key) ?? 0, count));
      }
      const stored = Map.groupBy(stands, ({ subject, day }) => `${subject} ${day}`);
      expect(Object.fromEntries([...stored].map(([key, list]) => [key, list.length]))).toEqual(
        Object.fromEntries(most),
      );
    }),
  );
});
