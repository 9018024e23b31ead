import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGroups, type GroupOptions } from './groups.ts';

type Work = { readonly key: string; readonly value: number };

const setUp = (more: Partial<GroupOptions<Work, number>> = {}) => {
  const ran: number[][] = [];
  const groups = createGroups<Work, number>({
    run: async (group) => {
      ran.push(group.map(({ value }) => value));
      await sleep(5);
      return group.map(({ value }) => ({ status: 'fulfilled', value: value * 10 }));
    },
    apart: () => '',
    alone: ({ key }) => [key],
    most: 50,
    atOnce: 1,
    ...more,
  });
  const add = (...works: Work[]) => Promise.all(works.map(groups.add));
  return { ran, add, groups };
};

const work = (value: number, key = String(value)): Work => ({ key, value });

test('what comes together goes together, what comes meanwhile as the next group', async () => {
  const { ran, add, groups } = setUp();
  const first = add(work(1), work(2));
  await sleep(1);
  const rest = add(work(3), work(4));
  expect(await first).toEqual([10, 20]);
  expect(await rest).toEqual([30, 40]);
  expect(await groups.add(work(5))).toBe(50);
  expect(ran).toEqual([[1, 2], [3, 4], [5]]);
});

test('of those about the same the later waits, and overtakes nobody', async () => {
  const { ran, add } = setUp({ atOnce: 2 });
  await add(work(1, 'a'), work(2, 'a'), work(3, 'b'), work(4, 'a'));
  expect(ran).toEqual([[1, 3], [2], [4]]);
});

test('tenants go apart and groups have an end', async () => {
  const { ran, add } = setUp({ apart: ({ value }) => String(value % 2), most: 2 });
  await add(...[1, 2, 3, 4, 5, 6].map((value) => work(value)));
  expect(ran.toSorted()).toEqual([[1, 3], [2, 4], [5], [6]]);
});

test('one refusal is one’s own; a failed group is done one by one', async () => {
  const { groups } = setUp({
    run: async (group) => {
      if (group.length > 1 && group.some(({ value }) => value === 3)) throw new Error('undone');
      return group.map(({ value }) =>
        value === 1 || value === 3
          ? { status: 'rejected', reason: new Error(`no ${value}`) }
          : { status: 'fulfilled', value },
      );
    },
  });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map((value) => groups.add(work(value))));
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
    'no 1',
    2,
    'no 3',
    4,
  ]);
});
