import type { Readable, Writable } from 'node:stream';

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** Chromium's DevTools over two pipes: no port that another program could find. */
export interface DevtoolsPipe {
  /** @throws when the browser refuses, or is gone */
  readonly send: (
    method: string,
    params?: Readonly<Record<string, unknown>>,
    session?: string,
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** Ends everything that still waits. */
  readonly close: () => void;
}

/** Messages are JSON, each ended by a zero byte. A chunk of the recording is one, so that parts are joined once. */
const readMessages = (from: Readable, hear: (message: Answer) => void): void => {
  let parts: Buffer[] = [];
  from.on('data', (data: Buffer) => {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      parts = [];
      rest = rest.subarray(end + 1);
      hear(JSON.parse(text) as Answer);
    }
    if (rest.length > 0) parts.push(rest);
  });
  from.on('error', () => undefined);
};

export const openDevtoolsPipe = (
  to: Writable,
  from: Readable,
  onEvent: (method: string, params: Readonly<Record<string, unknown>>) => void,
): DevtoolsPipe => {
  const waiting = new Map<number, { done: (answer: Answer) => void; failed: (error: Error) => void }>();
  let last = 0;
  let closed = false;
  to.on('error', () => undefined);
  readMessages(from, (message) => {
    if (message.method !== undefined) return onEvent(message.method, message.params ?? {});
    const one = waiting.get(message.id ?? 0);
    waiting.delete(message.id ?? 0);
    if (message.error) one?.failed(new Error(message.error.message));
    else one?.done(message);
  });
  return {
    send: async (method, params = {}, session) => {
      if (closed) throw new Error('the browser is gone');
      last += 1;
      const id = last;
      const answer = await new Promise<Answer>((done, failed) => {
        waiting.set(id, { done, failed });
        to.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`);
      });
      return answer.result ?? {};
    },
    close: () => {
      closed = true;
      for (const { failed } of waiting.values()) failed(new Error('the browser is gone'));
      waiting.clear();
    },
  };
};
