import type { Live, LiveEvent } from './live.ts';

/** Shorter than the idle limits of proxies in government networks (often 30 s). */
const heartbeatMs = 15_000;
/** Events that may wait for a reader. One further behind is gone or hopeless; it comes back and reads afresh. */
const maxWaiting = 500;

export interface EventStreamOptions {
  readonly live: Pick<Live, 'subscribe'>;
  readonly subdistrict: string;
  readonly topics: ReadonlySet<string>;
  /** Asked at each heartbeat and on `account:` events: false ends the stream. */
  readonly stillAllowed: () => Promise<boolean>;
  readonly account: string;
  readonly signal: AbortSignal;
}

/** A server-sent event stream of the topics asked for; `resync` tells the page to read afresh. */
export const eventStream = (options: EventStreamOptions): ReadableStream<Uint8Array> => {
  const { live, subdistrict, topics, account, signal } = options;
  const encoder = new TextEncoder();
  let letGo: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      let open = true;
      const write = (text: string) => {
        if (!open) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -maxWaiting) end();
      };
      const check = () => {
        options.stillAllowed().then(
          (allowed) => !allowed && end(),
          () => undefined,
        );
      };
      const hear = (event: LiveEvent | 'resync') => {
        if (event === 'resync') return write('event: resync\ndata: null\n\n');
        if (event.subdistrict !== subdistrict) return;
        if (event.topic === `account:${account}`) check();
        if (topics.has(event.topic)) write(`event: ${event.topic}\ndata: ${JSON.stringify(event.data)}\n\n`);
      };
      const unsubscribe = live.subscribe(hear);
      const heartbeat = setInterval(() => {
        write(': \n\n');
        check();
      }, heartbeatMs);
      letGo = () => {
        open = false;
        clearInterval(heartbeat);
        unsubscribe();
      };
      const end = () => {
        if (!open) return;
        letGo();
        controller.close();
      };
      signal.addEventListener('abort', end, { once: true });
      write('retry: 1000\n\n');
    },
    // The reader went away: the stream is closed already.
    cancel: () => letGo(),
  });
};
