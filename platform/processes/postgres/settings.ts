import { totalmem } from 'node:os';

/** Server settings by name, as `postgres -c name=value` takes them. */
export type Settings = Readonly<Record<string, string>>;

const MB = 1024 * 1024;

/**
 * Settings for one office on one PC of 8 GB or a small server. Durability stays at PostgreSQL's own
 * defaults (fsync, synchronous_commit, full_page_writes, checksums): an acknowledged entry survives a cut.
 */
export const defaultSettings = (memory: number = totalmem()): Settings => ({
  // The app's pool, jobs, listeners and a few tools; each idle connection costs ~2 MB.
  max_connections: '100',
  // An eighth of the memory, within what a shared PC can spare.
  shared_buffers: `${Math.round(Math.min(Math.max(memory / 8 / MB, 64), 512))}MB`,
  effective_cache_size: `${Math.round(memory / 2 / MB)}MB`,
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  // Solid-state disks are the rule; the default of 4 makes it shy away from indexes.
  random_page_cost: '1.1',
  // Fewer checkpoints on a quiet office server; recovery of 1 GB of log takes seconds.
  checkpoint_timeout: '15min',
  max_wal_size: '1GB',
  wal_compression: 'on',
  // The bundle has no compiler, and office queries are too short to gain from one.
  jit: 'off',
  max_parallel_workers_per_gather: '2',
  // A page closed in the middle of a transaction must not hold its locks for ever.
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Logs never hold personal data: an error's text, its detail and its statement can carry a resident's
  // name. They go to the caller; the log has the server's own life only (LOG, FATAL, PANIC).
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_line_prefix: '',
  log_destination: 'stderr',
  logging_collector: 'off',
});

/** Settings as command-line arguments; a later group overrides an earlier one. */
export const settingArguments = (...groups: readonly Settings[]): string[] =>
  Object.entries(Object.assign({}, ...groups)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
