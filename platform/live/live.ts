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
  /**
   * Tells every process soon, after the caller's transaction has committed. PostgreSQL lets transactions that
   * notify commit one after the other only; so what is written often is told this way, together with whatever
   * else waits. A process that dies in between takes the hint with it: for hints only.
   */
  readonly tell: (event: LiveEvent) => void;
  /** Hears everything; `resync` means events may have been missed: read afresh. */
  readonly subscribe: (listener: Listener) => () => void;
  readonly stop: () => Promise<void>;
  readonly connected: () => boolean;
}

const channel = 'qz_live';
/** Short enough that a screen hardly notices, long enough not to hammer a database that is starting. */
const retryMs = 300;
/** Hints kept while there is no connection; what is beyond is told by the `resync` that follows. */
const maxKept = 1_000;

/** Live updates over LISTEN/NOTIFY: one listening connection a process, reconnected for ever. */
export const startLive = (url: string, log: Log): Live => {
  const listeners = new Set<Listener>();
  let client: Client | null = null;
  let stopped = false;
  let wasConnected = false;

  const hints: string[] = [];
  let telling = false;

  const tell = (event: LiveEvent | 'resync') => {
    for (const listener of listeners) listener(event);
  };

  /** All that wait, in one statement; what comes meanwhile goes with the next. */
  const tellHints = async (): Promise<void> => {
    if (telling || !client || hints.length === 0) return;
    telling = true;
    try {
      await client.query('select pg_notify($1, hint) from unnest($2::text[]) hint', [
        channel,
        hints.splice(0),
      ]);
    } catch {
      log.debug('live-hints-lost');
    } finally {
      telling = false;
    }
    void tellHints();
  };

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => payload && tell(JSON.parse(payload) as LiveEvent));
    next.on('error', () => undefined);
    next.on('end', () => {
      if (client !== next) return;
      client = null;
      again();
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    if (stopped) return next.end();
    client = next;
    if (wasConnected) tell('resync');
    wasConnected = true;
  };

  // One at a time: a failed attempt both ends and throws, and two for each would be thousands within seconds.
  let connecting = false;
  const keepConnected = async (): Promise<void> => {
    if (stopped || client || connecting) return;
    connecting = true;
    try {
      await connect();
    } catch {
      log.debug('live-reconnect');
      again();
    } finally {
      connecting = false;
    }
  };
  const again = (): void => {
    if (!stopped) setTimeout(keepConnected, retryMs).unref();
  };
  void keepConnected();

  return {
    publish: async (tx, subdistrict, topic, data = null) => {
      await sql`select pg_notify(${channel}, ${JSON.stringify({ subdistrict, topic, data })})`.execute(tx);
    },
    tell: (event) => {
      if (hints.length < maxKept) hints.push(JSON.stringify(event));
      void tellHints();
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
