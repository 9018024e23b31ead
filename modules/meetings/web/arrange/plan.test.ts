import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MeetingRequest } from '../../contract.ts';
import { choose, emptyPlan, moved, type Plan, sittingDraftOf } from './plan.ts';

const request = (id: string, ...items: string[]) =>
  ({
    id,
    purpose: `事由${id}`,
    items: items.map((item) => ({ id: item })),
    when: { kind: 'fixed', startsAt: '2026-12-01T06:30:00.000Z' },
    mode: 'on_site',
    place: '怡康',
    revision: 3,
  }) as unknown as MeetingRequest;
const [a, b] = [request('a', 'a1', 'a2'), request('b', 'b1')];

test('the first request chosen sets name, time and place; the next ones only add their items', () => {
  const plan = choose(choose(emptyPlan, a), b);
  expect(plan).toMatchObject({
    title: '事由a',
    day: '2026-12-01',
    clock: '14:30',
    mode: 'on_site',
    place: '怡康',
  });
  expect(plan.order).toEqual(['a1', 'a2', 'b1']);
  expect(choose(plan, a)).toMatchObject({ chosen: ['b'], order: ['b1'] });
});

test('a plan is sent only when it is whole and its requests are still there', () => {
  const plan = choose(emptyPlan, a);
  expect(sittingDraftOf(plan, [a, b])).toMatchObject({
    startsAt: '2026-12-01T14:30:00+08:00',
    requests: [{ id: 'a', revision: 3 }],
  });
  expect(sittingDraftOf(plan, [b])).toBeNull();
  expect(sittingDraftOf({ ...plan, day: '' }, [a])).toBeNull();
});

test('moving an item loses none and doubles none, and moving back restores the order', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(ids, fc.nat(), (order, seed) => {
      const plan: Plan = { ...emptyPlan, order };
      const at = seed % (order.length - 1);
      const item = order[at] ?? '';
      const once = moved(plan, item, 1);
      expect(once.order.toSorted()).toEqual(order.toSorted());
      expect(moved(once, item, -1).order).toEqual(order);
      expect(moved(plan, order[0] ?? '', -1).order).toEqual(order);
    }),
  );
});
