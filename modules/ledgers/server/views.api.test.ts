import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Db } from '#platform/database/database.ts';
import { type Office, startOffice } from '#test/office.ts';
import { type Column, isSortable, type LedgerDefinition } from '../domain/definition.ts';
import type { Expression } from '../domain/expression.ts';
import type { Filter } from '../domain/filter.ts';
import { scopeOf } from '../domain/scope.ts';
import { typeOf, vocabularyOf } from '../domain/typing.ts';
import { narrowedBy } from './filters.ts';
import {
  type NaiveAct,
  type NaiveOffice,
  type NaivePerson,
  naiveEvents,
  naiveRoster,
  naiveSummary,
} from './naive-ledger.ts';
import { streamTraced } from './row-stream.ts';
import { isLong, readPage, readRows } from './rows.ts';
import { readSummary } from './summary.ts';
import { eventView, rosterView } from './views.ts';

const today = officeDay();
const month = '2026-09';
const elements = [
  { code: 'bp.sys', type: 'int' },
  { code: 'bp.dia', type: 'int' },
  { code: 'act.mode', type: 'code' },
  { code: 'act.note', type: 'text' },
  { code: 'act.next', type: 'date' },
  { code: 'act.satisfied', type: 'bool' },
  { code: 'person.living', type: 'code' },
  { code: 'person.chronic', type: 'multi' },
];
let office: Office;
let naive: NaiveOffice;
const read = <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
  office.platform.db.read({ subdistrict: office.ids.subdistrict }, work);

/** The same office every time: chance from a seed, wrong types and rare characters included. */
const [planted] = fc.sample(
  fc.record({
    people: fc.array(
      fc.record({
        name: fc.constantFrom('王秀英', '𠮷田', '欧阳文静', "O'Brien"),
        sex: fc.constantFrom('1', '2', '0'),
        birth: fc.option(fc.constantFrom('1936-02-29', '1944-09-15', '1950-12-31', '2026-09-20')),
        building: fc.constantFrom('1', '3', '12', '甲'),
        room: fc.constantFrom('101', '502'),
        left: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
        attributes: fc.record(
          {
            'person.living': fc.constantFrom('alone', 'family'),
            'person.chronic': fc.subarray(['hypertension', 'diabetes']),
          },
          { requiredKeys: [] },
        ),
      }),
      { minLength: 30, maxLength: 30 },
    ),
    acts: fc.array(
      fc.record({
        person: fc.nat(29),
        committee: fc.nat(2),
        activity: fc.constantFrom('home_visit', 'phone_call', 'other'),
        day: fc.constantFrom('2026-08-31', '2026-09-01', '2026-09-15', '2026-09-30', '2026-10-01'),
        voided: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        values: fc.record(
          {
            'bp.sys': fc.oneof(
              { weight: 8, arbitrary: fc.integer({ min: 90, max: 200 }) },
              { weight: 1, arbitrary: fc.constant('180') },
            ),
            'bp.dia': fc.integer({ min: 50, max: 120 }),
            'act.mode': fc.constantFrom('home', 'phone', ''),
            'act.note': fc.constantFrom('复查', "'); drop table record;--", '100%', ''),
            'act.next': fc.constantFrom('2026-10-01', '2026-12-31'),
            'act.satisfied': fc.boolean(),
            'person.living': fc.constantFrom('alone', 'family'),
            'person.chronic': fc.subarray(['hypertension', 'diabetes']),
          },
          { requiredKeys: [] },
        ),
      }),
      { minLength: 160, maxLength: 160 },
    ),
  }),
  { seed: 20261124, numRuns: 1 },
);

const plant = async (): Promise<NaiveOffice> => {
  const who = { subdistrict: office.ids.subdistrict };
  const { registers, records, organisation } = office.app.modules;
  const ids = ['c01', 'c02', 'c03'].map((code) => office.ids.committees[code] ?? '');
  return office.platform.db.transaction(who, async (tx) => {
    const people: NaivePerson[] = [];
    for (const [index, person] of (planted?.people ?? []).entries()) {
      const committee = ids[index % 3] ?? '';
      const { birth, left, ...rest } = person;
      const [id = ''] = await registers.plant(tx, who, committee, [
        { ...rest, ...(birth ? { birth } : {}), sealed: {} },
      ]);
      if (left)
        await tx
          .updateTable('resident')
          .set({ left_on: '2026-09-20', left_for: 'moved' })
          .where('id', '=', id)
          .execute();
      const door = person.building === '甲' ? `甲 ${person.room}` : `${person.building}号楼${person.room}`;
      people.push({ ...person, id, committee, door, place: [person.building, person.room] });
    }
    const acts: NaiveAct[] = [];
    for (const act of planted?.acts ?? []) {
      const committee = ids[act.committee] ?? '';
      const subject = people[act.person]?.id ?? '';
      const values = act.values as Record<string, never>;
      const record = {
        committee,
        activity: act.activity,
        subject,
        occurredOn: act.day,
        values,
        author: who.subdistrict,
        authorName: '李社',
      };
      const [id = ''] = await records.plant(tx, who, [record]);
      acts.push({
        id,
        activity: act.activity,
        committee,
        subject,
        day: act.day,
        worker: '李社',
        values,
        voided: act.voided,
      });
    }
    const voided = acts.filter((act) => act.voided).map(({ id }) => id);
    await tx
      .updateTable('record')
      .set({ voided_at: `${today}T00:00:00Z`, voided_reason: '错' })
      .where('id', 'in', voided)
      .execute();
    await tx.deleteFrom('current_value').execute();
    for (const act of acts
      .filter((one) => !one.voided)
      .toSorted((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1)))
      for (const [element, value] of Object.entries(act.values))
        await tx
          .insertInto('current_value')
          .values({
            subdistrict_id: who.subdistrict,
            subject_id: act.subject,
            element,
            value: JSON.stringify(value),
            record_id: act.id,
            as_of: act.day,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['subdistrict_id', 'subject_id', 'element'])
              .doUpdateSet({ value: JSON.stringify(value) }),
          )
          .execute();
    const committees = (await organisation.committees(tx)).map(({ id, shortName }) => ({ id, shortName }));
    return { acts, people, committees, types: vocabularyOf(elements).elements };
  });
};

beforeAll(async () => {
  office = await startOffice();
  naive = await plant();
});

const number = fc.oneof(
  fc.constantFrom<Expression>({ known: 'bp.sys' }, { register: 'age' }, { value: 140 }),
  fc.constantFrom<Expression>(
    { element: 'bp.sys' },
    { element: 'bp.dia' },
    { difference: [{ element: 'bp.sys' }, { element: 'bp.dia' }] },
  ),
  fc.constantFrom<Expression>({ sum: [{ known: 'bp.sys' }, { known: 'bp.dia' }] }),
);
const text = fc.constantFrom<Expression>(
  { known: 'person.living' },
  { register: 'name' },
  { register: 'sex' },
  { register: 'address' },
  { act: 'committee' },
  { act: 'worker' },
  { joined: [{ known: 'bp.sys' }, { known: 'bp.dia' }], by: '/' },
  { element: 'act.mode' },
  { element: 'act.note' },
);
const day = fc.constantFrom<Expression>({ known: 'act.next' }, { register: 'birth' }, { act: 'date' });
const words = fc.constantFrom('alone', 'home', '李社', '', "'); drop table record;--");

const conditionOf = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.record({
      is: fc.constantFrom('=', '≠', '<', '≤', '>', '≥'),
      left: number,
      right: number,
    }),
    fc.record({
      is: fc.constantFrom('<', '≥', '='),
      left: day,
      right: fc.constantFrom<Expression>({ value: '2026-09-15' }, { act: 'date' }),
    }),
    fc.record({
      is: fc.constantFrom('=', '≠'),
      left: text,
      right: words.map((value) => ({ value })),
    }),
    fc.record({ one: text, of: fc.array(words, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      list: fc.constant<Expression>({ known: 'person.chronic' }),
      has: fc.constantFrom('hypertension', 'x'),
    }),
    fc.record({
      filled: fc.oneof(text, number, day, fc.constant<Expression>({ known: 'person.chronic' })),
    }),
    fc.constant<Expression>({ known: 'act.satisfied' }),
    fc.record({ not: tie('any') }),
    fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ when: tie('any'), gives: tie('any'), otherwise: tie('any') }),
  ) as fc.Arbitrary<Expression>,
})).any;

const columnOf = (expression: Expression, index: number): Column => ({
  key: `c${index}`,
  path: [`列${index}`],
  shows: { expression },
  width: { share: 1 },
});
const layout = {
  title: '表',
  paper: 'A4',
  orientation: 'portrait',
  rowsPerPage: 10,
  meta: { left: [], right: [] },
  footer: [],
} as const;
const definitionOf = (grain: LedgerDefinition['grain']) => {
  return fc.record({
    grain: fc.constant(grain),
    activities: fc.constantFrom(['home_visit'], ['home_visit', 'phone_call']),
    condition: fc.option(conditionOf),
    columns: fc
      .array(fc.oneof(number, text, day, conditionOf), { minLength: 1, maxLength: 5 })
      .map((expressions) => expressions.map(columnOf)),
    detail: fc.constant([]),
    order: fc.boolean().map((newestFirst) => ({ columns: [], newestFirst })),
    period: fc.constant('month'),
    layout: fc.constant(layout),
  }) as fc.Arbitrary<LedgerDefinition>;
};
const committee = fc.option(fc.constantFrom('c01', 'c02', 'c03'));
const idOf = (code: string | null) => (code ? (office.ids.committees[code] ?? '') : null);
const shown = (rows: readonly { key: string; values: readonly unknown[] }[]) =>
  rows.map(({ key, values }) => ({ key, values }));
const runs = { numRuns: 60, endOnFailure: true };

test('an event ledger shows what a plain walk over all acts shows', async () => {
  await fc.assert(
    fc.asyncProperty(definitionOf('event'), committee, async (definition, code) => {
      const scope = scopeOf('event', idOf(code), month);
      const view = eventView(definition, vocabularyOf(elements), scope);
      const { rows } = await read((tx) => readPage(tx, view, definition.columns, null, 500, 0));
      expect(shown(rows)).toEqual(naiveEvents(naive, definition, scope));
    }),
    runs,
  );
});

test('a roster shows everybody who meets its condition today, with the latest act', async () => {
  await fc.assert(
    fc.asyncProperty(definitionOf('resident'), committee, async (definition, code) => {
      const view = rosterView(definition, vocabularyOf(elements), idOf(code), today);
      const { rows } = await read((tx) => readPage(tx, view, definition.columns, null, 500, 0));
      expect(shown(rows)).toEqual(naiveRoster(naive, definition, idOf(code), today));
    }),
    runs,
  );
});

test('a summary counts what a plain walk counts, with zeros where nothing was done', async () => {
  const measures = fc.array(
    fc.record({ count: fc.constantFrom('records', 'residents'), where: fc.option(conditionOf) }),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(definitionOf('summary'), measures, committee, async (drawn, counts, code) => {
      const columns = counts.map((shows, index) => ({ ...columnOf({ value: 1 }, index), shows })) as Column[];
      const definition = { ...drawn, columns };
      const scope = scopeOf('summary', idOf(code), month);
      const view = eventView(definition, vocabularyOf(elements), scope);
      const rows = await read((tx) => readSummary(tx, view, definition, scope, naive.committees));
      expect(rows).toEqual(naiveSummary(naive, definition, scope));
    }),
    runs,
  );
});

/** What of a filter a plain walk would keep: unknown never holds. */
const keeps = ({ is, value: wanted }: Filter, value: unknown, type: string): boolean => {
  const filled = type === 'list' ? Array.isArray(value) && value.length > 0 : value !== null && value !== '';
  if (is === 'empty' || is === 'filled') return filled === (is === 'filled');
  if (value === null || wanted === null) return false;
  if (is === 'has') return String(value).toLowerCase().includes(String(wanted).toLowerCase());
  const [left, right] = type === 'number' ? [Number(value), Number(wanted)] : [String(value), String(wanted)];
  return is === '=' ? left === right : is === '≥' ? left >= right : left <= right;
};

const filterOf = (type: string) => {
  const open = fc.record({ is: fc.constantFrom('empty', 'filled'), value: fc.constant(null) });
  const typed: Record<string, fc.Arbitrary<unknown>> = {
    number: fc.record({ is: fc.constantFrom('=', '≥', '≤'), value: fc.constantFrom(80, 140, 165.5) }),
    text: fc.record({
      is: fc.constantFrom('has', '=', '≥'),
      value: fc.constantFrom('alone', '秀', 'DROP', '100%'),
    }),
    day: fc.record({
      is: fc.constantFrom('=', '≥', '≤'),
      value: fc.constantFrom('2026-09-15', '1950-01-01'),
    }),
  };
  const own = typed[type];
  return (own ? fc.oneof(open, own) : open) as fc.Arbitrary<Omit<Filter, 'column'>>;
};

/** Known before unknown, whichever way it is sorted. */
const inOrder = (values: readonly unknown[], type: string, descending: boolean): unknown[] => {
  const known = values.filter((one) => one !== null);
  const sorted = known.toSorted((a, b) =>
    type === 'text' || type === 'day'
      ? Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
      : Number(a) - Number(b),
  );
  const unknown = values.filter((one) => one === null);
  return [...(descending ? sorted.toReversed() : sorted), ...unknown];
};

test('narrowed and sorted by any column, it shows what a plain walk keeps, in that order, nothing known last', async () => {
  const words = vocabularyOf(elements);
  const drawn = fc.constantFrom('event' as const, 'resident' as const).chain(definitionOf);
  const asked = drawn.chain((definition) => {
    const types = definition.columns.map(({ shows }) =>
      'expression' in shows ? typeOf(shows.expression, words) : 'text',
    );
    const filters = fc.tuple(...types.map((type) => fc.option(filterOf(type))));
    const by = fc.nat(definition.columns.length - 1);
    return fc.record({
      definition: fc.constant(definition),
      types: fc.constant(types),
      filters,
      by,
      down: fc.boolean(),
    });
  });
  await fc.assert(
    fc.asyncProperty(asked, committee, async ({ definition, types, filters, by, down }, code) => {
      const event = definition.grain === 'event';
      const scope = scopeOf('event', idOf(code), month);
      const plain = event
        ? eventView(definition, words, scope)
        : rosterView(definition, words, idOf(code), today);
      const given = filters.flatMap((one, at) => (one ? [{ ...one, column: `c${at}` }] : []));
      const view = narrowedBy(plain, definition.columns, given, new Map());
      const column = definition.columns[by] as Column;
      const order = isSortable(column, words) ? { column, descending: down } : null;
      const { rows, total } = await read((tx) => readPage(tx, view, definition.columns, order, 500, 0));
      const all = event
        ? naiveEvents(naive, definition, scope)
        : naiveRoster(naive, definition, idOf(code), today);
      const kept = all.filter(({ values }) =>
        filters.every(
          (one, at) => !one || keeps({ ...one, column: '' }, values[at] ?? null, types[at] ?? ''),
        ),
      );
      const byKey = (list: readonly { key: string }[]) => list.map(({ key }) => key).toSorted();
      expect([total, byKey(rows)]).toEqual([kept.length, byKey(kept)]);
      const shownValues = rows.map(({ values }) => values[by]);
      if (order)
        expect(shownValues).toEqual(
          inOrder(
            kept.map(({ values }) => values[by] ?? null),
            types[by] ?? '',
            down,
          ),
        );
      else expect(rows.map(({ key }) => key)).toEqual(kept.map(({ key }) => key));
    }),
    runs,
  );
});

test('pages put together, and a stream, are the whole ledger once', async () => {
  const [definition] = fc.sample(definitionOf('event'), { seed: 7, numRuns: 1 }) as [LedgerDefinition];
  const all = { ...definition, condition: null };
  const view = eventView(all, vocabularyOf(elements), scopeOf('event', null, month));
  await read(async (tx) => {
    const page = async (limit: number, offset: number) =>
      (await readPage(tx, view, all.columns, null, limit, offset)).rows;
    const whole = await page(500, 0);
    const parts = [await page(20, 0), await page(480, 20)];
    expect(parts.flat()).toEqual(whole);
    const streamed = [];
    for await (const chunk of streamTraced(tx, view, all.columns)) streamed.push(...chunk);
    expect(streamed).toEqual(
      whole.map(({ key, record, revision, values }) => ({ key, record, revision, values })),
    );
    expect(whole.length).toBeGreaterThan(40);
  });
});

test('a long ledger is shown row for row like a short one, whatever it is sorted by', async () => {
  const drawn = fc.sample(definitionOf('event'), { seed: 11, numRuns: 6 });
  await read(async (tx) => {
    for (const definition of drawn) {
      const view = eventView(definition, vocabularyOf(elements), scopeOf('event', null, month));
      const { columns } = definition;
      const sorted = columns.filter((column) => isSortable(column, view.words));
      const orders = sorted.flatMap((column) => [true, false].map((descending) => ({ column, descending })));
      for (const order of [null, ...orders]) {
        const { rows: whole } = await readPage(tx, view, columns, order, 500, 0);
        const parts = [];
        for (let at = 0; at <= whole.length; at += 9)
          parts.push(...(await readRows(tx, view, columns, order, 9, at)));
        expect(parts).toEqual(whole);
      }
      expect(await isLong(tx, view)).toBe(false);
    }
  });
});
