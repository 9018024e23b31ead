import { expect, test } from 'vitest';
import { createQueue } from './bounded-queue.ts';

/** Work that ends when told. */
const gate = () => {
  let open = () => {};
  const done = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { done, open };
};

test('no more run at once than may, and all come to their turn', async () => {
  const queue = createQueue(3, 100);
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  await Promise.all(Array.from({ length: 50 }, () => queue(work)));
  expect(most).toBe(3);
});

test('who finds the queue full is told to come back; a failure frees its place', async () => {
  const queue = createQueue(1, 1);
  const { done, open } = gate();
  const first = queue(() => done.then(() => Promise.reject(new Error('broken'))));
  const second = queue(async () => 'second');
  await expect(queue(async () => 'third')).rejects.toThrow('identity.busy');
  open();
  await expect(first).rejects.toThrow('broken');
  expect(await second).toBe('second');
  expect(await queue(async () => 'fourth')).toBe('fourth');
});
