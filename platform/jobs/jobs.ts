import { PgBoss } from 'pg-boss';
import type { Log } from '#platform/log/log.ts';

/** A piece of work outside a request. `data` never holds personal values: ids only. */
export interface Jobs {
  /** Registers the worker of a queue; call before `start`. Retried with back-off when it throws. */
  readonly work: (queue: string, run: (data: Readonly<Record<string, unknown>>) => Promise<void>) => void;
  /** A standing schedule in Shanghai time (cron). */
  readonly schedule: (queue: string, cron: string) => void;
  /** Puts a job in the queue; with `key`, only one such job waits at a time. */
  readonly send: (
    queue: string,
    data: Readonly<Record<string, unknown>>,
    options?: { key?: string; startAfter?: Date },
  ) => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly healthy: () => boolean;
}

type Run = (data: Readonly<Record<string, unknown>>) => Promise<void>;

/** Creates pg-boss's own tables as the database's owner. The app role may use, not change, them. */
export const migrateJobs = async (ownerUrl: string, appRole: string): Promise<void> => {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  const db = boss.getDb();
  await db.executeSql(`grant usage on schema pgboss to ${appRole}`);
  await db.executeSql(`grant select, insert, update, delete on all tables in schema pgboss to ${appRole}`);
  await db.executeSql(`grant execute on all functions in schema pgboss to ${appRole}`);
  await boss.stop({ graceful: false });
};

/** Jobs and schedules on pg-boss, in the same database. */
export const createJobs = (url: string, log: Log): Jobs => {
  const boss = new PgBoss({ connectionString: url, max: 3, migrate: false, createSchema: false });
  const workers = new Map<string, Run>();
  const schedules = new Map<string, string>();
  let healthy = false;
  boss.on('error', (error) => log.warn('jobs', { error }));

  const open = async ([queue, run]: [string, Run]): Promise<void> => {
    await boss.createQueue(queue, { retryLimit: 5, retryBackoff: true });
    await boss.work<Record<string, unknown>>(queue, async (jobs) => {
      for (const job of jobs) await run(job.data ?? {});
    });
  };

  return {
    work: (queue, run) => void workers.set(queue, run),
    schedule: (queue, cron) => void schedules.set(queue, cron),
    send: async (queue, data, options = {}) => {
      await boss.send(queue, data, {
        ...(options.key ? { singletonKey: options.key } : {}),
        ...(options.startAfter ? { startAfter: options.startAfter } : {}),
      });
    },
    start: async () => {
      await boss.start();
      await Promise.all([...workers].map(open));
      for (const [queue, cron] of schedules) await boss.schedule(queue, cron, {}, { tz: 'Asia/Shanghai' });
      healthy = true;
    },
    stop: async () => {
      healthy = false;
      await boss.stop({ graceful: true, timeout: 3_000 });
    },
    healthy: () => healthy,
  };
};
