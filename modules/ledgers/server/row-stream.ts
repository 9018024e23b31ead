import type { Database, Db, Tenant } from '#platform/database/database.ts';

/**
 * Rows read in one read-only transaction, handed on as they come: the reader sets the pace, and going
 * away ends the transaction.
 */
export const streamFrom = <T>(
  db: Database,
  who: Tenant,
  rows: (tx: Db) => AsyncIterable<T>,
): ReadableStream<T> => {
  const { readable, writable } = new TransformStream<T, T>();
  const writer = writable.getWriter();
  const send = async (tx: Db): Promise<void> => {
    for await (const one of rows(tx)) {
      await writer.ready;
      await writer.write(one);
    }
  };
  db.read(who, send).then(
    () => writer.close().catch(() => undefined),
    (error: unknown) => writer.abort(error).catch(() => undefined),
  );
  return readable;
};
