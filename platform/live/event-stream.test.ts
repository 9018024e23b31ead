import { expect, test } from 'vitest';
import { eventStream } from './event-stream.ts';
import type { Live, LiveEvent } from './live.ts';

type Hear = Parameters<Live['subscribe']>[0];

/** A stream of one page and what it hears from. */
const openOne = (topics: readonly string[] = ['office']) => {
  const listeners = new Set<Hear>();
  const abort = new AbortController();
  const live: Pick<Live, 'subscribe'> = {
    subscribe: (listener: Hear) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const stream = eventStream({
    live,
    subdistrict: 'a',
    topics: new Set(topics),
    account: 'me',
    stillAllowed: async () => true,
    signal: abort.signal,
  });
  const tell = (event: LiveEvent | 'resync') => {
    for (const listener of [...listeners]) listener(event);
  };
  return { stream, tell, listeners, abort };
};

const office = (data: unknown): LiveEvent => ({ subdistrict: 'a', topic: 'office', data });

test('a reader that never reads is let go of, and what was sent to it ends', async () => {
  const { stream, tell, listeners } = openOne();
  for (let n = 0; n < 2_000; n += 1) tell(office(n));
  expect(listeners.size).toBe(0);
  let parts = 0;
  for await (const _ of stream) parts += 1;
  expect(parts).toBeLessThan(600);
});

test('a reader that reads hears everything of its topics and its subdistrict', async () => {
  const { stream, tell, abort } = openOne();
  const reader = stream.getReader();
  const heard: string[] = [];
  for (let n = 0; n < 2_000; n += 1) {
    tell({ subdistrict: 'b', topic: 'office', data: 'not ours' });
    tell({ subdistrict: 'a', topic: 'committee:x', data: 'not asked for' });
    tell(office(n));
    heard.push(new TextDecoder().decode((await reader.read()).value));
  }
  abort.abort();
  expect(heard).toHaveLength(2_000);
  expect(heard.join('')).not.toMatch(/not ours|not asked/);
});

test('leaving ends the listening, whichever side leaves', async () => {
  const left = openOne();
  await left.stream.cancel();
  const ended = openOne();
  ended.abort.abort();
  expect([left.listeners.size, ended.listeners.size]).toEqual([0, 0]);
});
