import { v7 } from 'uuid';

/** A new UUIDv7: sorts by time of making, needs no sequence, and is the same on every shard. */
export const newId = (): string => v7();
