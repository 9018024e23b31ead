import type { ColumnType } from 'kysely';

/** A timestamptz: read as ISO 8601 text in UTC, written as such or as a Date. */
export type Instant = ColumnType<string, string | Date, string | Date>;
