import { expect, test } from 'vitest';
import { type LogLine, outlineOf } from './outline.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 25, 6, minute)).toISOString();
const line = (minute: number, kind: string, more: Partial<LogLine> = {}): LogLine => ({
  at: at(minute),
  kind,
  venue: null,
  item: null,
  detail: null,
  ...more,
});

const meeting: LogLine[] = [
  line(0, 'grant', { venue: 'trying-out' }),
  line(1, 'return'),
  line(5, 'start'),
  line(6, 'item', { item: 'i1' }),
  line(10, 'raise', { venue: 'a', item: 'i1' }),
  line(11, 'grant', { venue: 'a', item: 'i1' }),
  line(14, 'finish', { venue: 'a', item: 'i1' }),
  line(15, 'grant', { venue: 'b', item: 'i1' }),
  line(16, 'grant', { venue: 'c', item: 'i1' }),
  line(20, 'item', { item: 'i2' }),
  line(22, 'return', { item: 'i2' }),
  line(24, 'notice', { item: 'i2', detail: { text: '请看材料第三页' } }),
  line(30, 'poll-close', {
    item: 'i2',
    detail: { question: '同意吗', choices: ['同意', '不同意'], votes: [30, 3] },
  }),
  line(40, 'end', { item: 'i2' }),
];

test('each item has its time and who spoke in it, from when to when', () => {
  const { from, until, parts } = outlineOf(meeting, at(59));
  expect([from, until]).toEqual([at(5), at(40)]);
  expect(parts.map(({ item, from: began, until: over }) => [item, began, over])).toEqual([
    [null, at(5), at(6)],
    ['i1', at(6), at(20)],
    ['i2', at(20), at(40)],
  ]);
  expect(parts[1]?.lines).toEqual([
    { kind: 'speech', venue: 'a', at: at(11), until: at(14) },
    { kind: 'speech', venue: 'b', at: at(15), until: at(16) },
    // It began under the first item and stands there, however long it lasted.
    { kind: 'speech', venue: 'c', at: at(16), until: at(22) },
  ]);
});

test('what was said to all and how venues voted stand at their time; what was tried out before does not', () => {
  const lines = outlineOf(meeting, at(59)).parts.flatMap((part) => part.lines);
  expect(lines.slice(3)).toEqual([
    { kind: 'notice', at: at(24), venue: null, text: '请看材料第三页' },
    {
      kind: 'poll',
      at: at(30),
      question: '同意吗',
      results: [
        { choice: '同意', votes: 30 },
        { choice: '不同意', votes: 3 },
      ],
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain('trying-out');
});

test('while the meeting goes on, who speaks speaks until now', () => {
  const { until, parts } = outlineOf(meeting.slice(0, 6), at(12));
  expect(until).toBeNull();
  expect(parts.at(-1)?.lines).toEqual([{ kind: 'speech', venue: 'a', at: at(11), until: at(12) }]);
});

test('a second tap on who speaks does not begin a second speech', () => {
  const twice = [
    line(0, 'start'),
    line(1, 'grant', { venue: 'a' }),
    line(2, 'grant', { venue: 'a' }),
    line(3, 'return'),
  ];
  expect(outlineOf(twice, at(9)).parts[0]?.lines).toEqual([
    { kind: 'speech', venue: 'a', at: at(1), until: at(3) },
  ]);
});

test('what was shown stands once with the pages gone through, and recording from when to when', () => {
  const paper = (minute: number, document: string | null, page: number) =>
    line(minute, 'document', { item: 'i1', detail: { document, page, title: document && '收集点方案' } });
  const log = [
    line(0, 'record'),
    paper(1, 'tried', 1),
    line(5, 'start'),
    line(6, 'item', { item: 'i1' }),
    paper(7, 'd', 1),
    paper(8, 'd', 3),
    paper(9, 'd', 2),
    paper(10, null, 1),
    paper(11, 'd', 5),
    line(12, 'allow-record', { item: 'i1', detail: { allowed: false } }),
    line(20, 'end', { item: 'i1' }),
  ];
  const [opening, first] = outlineOf(log, at(30)).parts;
  expect(opening?.lines).toEqual([{ kind: 'record', at: at(5), on: true }]);
  expect(first?.lines).toEqual([
    { kind: 'document', at: at(7), title: '收集点方案', pages: '1–3' },
    { kind: 'document', at: at(11), title: '收集点方案', pages: '5' },
    { kind: 'record', at: at(12), on: false },
  ]);
});

test('a meeting that never began has no outline', () => {
  expect(outlineOf([line(0, 'grant', { venue: 'a' })], at(9)).parts).toEqual([]);
});
