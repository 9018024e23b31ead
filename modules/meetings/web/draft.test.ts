import { expect, test } from 'vitest';
import { calledAudience, draftOf, missing, newForm, type RequestForm } from './draft.ts';

const filled: RequestForm = {
  ...newForm(),
  purpose: ' 冬季防火 ',
  items: [
    { key: 1, title: '隐患排查', minutes: 10, kind: 'discuss', presenter: '科员', posts: [] },
    {
      key: 2,
      title: '演练',
      minutes: 20,
      kind: 'train',
      presenter: '科员',
      posts: ['social_worker', 'secretary'],
    },
  ],
  posts: ['director', 'social_worker'],
};

test('items call the whole audience unless they are said to differ, and never more than it', () => {
  expect(draftOf(filled).items.map(({ audience }) => audience)).toEqual([null, null]);
  expect(draftOf({ ...filled, differs: true }).items.map(({ audience }) => audience?.posts)).toEqual([
    [],
    ['social_worker'],
  ]);
});

test('a post that no item names is not counted', () => {
  expect(calledAudience(filled).posts).toEqual(['director', 'social_worker']);
  expect(calledAudience({ ...filled, differs: true }).posts).toEqual(['social_worker']);
});

test('a fixed time is the office’s, whatever the zone of the browser', () => {
  const fixed = draftOf({ ...filled, fixed: true, day: '2026-12-01', clock: '14:00' });
  expect(fixed.when).toEqual({ kind: 'fixed', startsAt: '2026-12-01T14:00:00+08:00' });
});

test.each<[number, Partial<RequestForm>, string | null]>([
  [1, {}, null],
  [1, { purpose: ' ' }, 'meetings.missing-purpose'],
  [
    1,
    { items: [{ key: 1, title: '议题', minutes: 4, kind: 'discuss', presenter: '科员', posts: [] }] },
    'meetings.missing-item',
  ],
  [2, { everywhere: false }, 'meetings.missing-committee'],
  [2, { everywhere: false, posts: [] }, null],
  [3, { fixed: true }, 'meetings.missing-day'],
  [3, { earliest: '2026-12-02', latest: '2026-12-01' }, 'meetings.missing-day'],
  [3, { mode: 'on_site' }, 'meetings.missing-place'],
])('step %i with %j lacks %s', (step, change, lacks) => {
  expect(missing({ ...filled, ...change }, step)).toBe(lacks);
});
