import { sql } from 'kysely';
import { Client } from 'pg';
import type { Db } from '#platform/database/database.ts';
import type { Log } from '#platform/log/log.ts';

/** Something changed: `topic` says what (`sitting:<id>`, `committee:<id>`, `account:<id>`, `office`), `data` how, if small. */
export interface LiveEvent {
  readonly subdistrict: string;
  readonly topic: string;
  readonly data: unknown;
}

type Listener = (event: LiveEvent | 'resync') => void;

export interface Live {
  /** Tells every process when (and only if) the transaction commits. At most ~7 kB of JSON. */
  readonly publish: (tx: Db, subdistrict: string, topic: string, data?: unknown) => Promise<void>;
  /** Hears everything; `resync` means events may have been missed: read afresh. */
  readonly subscribe: (listener: Listener) => () => void;
  readonly stop: () => Promise<void>;
  readonly connected: () => boolean;
}

const channel = 'qz_live';
/** Short enough that a screen hardly notices, long enough not to hammer a database that is starting. */
const retryMs = 300;

/** Live updates over LISTEN/NOTIFY: one listening connection a process, reconnected for ever. */
export const startLive = (url: string, log: Log): Live => {
  const listeners = new Set<Listener>();
  let client: Client | null = null;
  let stopped = false;
  let wasConnected = false;

  const tell = (event: LiveEvent | 'resync') => {
    for (const listener of listeners) listener(event);
  };

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => payload && tell(JSON.parse(payload) as LiveEvent));
    next.on('error', () => undefined);
    next.on('end', () => {
      if (client === next) client = null;
      if (!stopped) setTimeout(keepConnected, retryMs).unref();
    });
    await next.connect();
    await next.query(`listen ${channel}`);
    if (stopped) return next.end();
    client = next;
    if (wasConnected) tell('resync');
    wasConnected = true;
  };

  const keepConnected = (): void => {
    if (stopped || client) return;
    connect().catch(() => {
      log.debug('live-reconnect');
      if (!stopped) setTimeout(keepConnected, retryMs).unref();
    });
  };
  keepConnected();

  return {
    publish: async (tx, subdistrict, topic, data = null) => {
      await sql`select pg_notify(${channel}, ${JSON.stringify({ subdistrict, topic, data })})`.execute(tx);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      stopped = true;
      await client?.end();
    },
    connected: () => client !== null,
  };
};
