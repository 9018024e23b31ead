import { type Logger, pino } from 'pino';

/** The only things a line of the log may carry. A field that is not named here is dropped, so that no person's data slips in. */
const allowed = new Set([
  'route',
  'status',
  'ms',
  'account',
  'subdistrict',
  'committee',
  'part',
  'pid',
  'port',
  'path',
  'count',
  'code',
  'job',
  'reason',
  'version',
  'sitting',
  'venue',
  'rev',
  'attempt',
  'seconds',
  'bytes',
  'migration',
  'database',
]);

export interface Log {
  debug: (event: string, fields?: Record<string, unknown>) => void;
  info: (event: string, fields?: Record<string, unknown>) => void;
  warn: (event: string, fields?: Record<string, unknown>) => void;
  error: (event: string, fields?: Record<string, unknown>) => void;
}

/**
 * An error's name, code and stack only: database errors quote values of rows in `detail` and sometimes
 * in `message`, so the message is kept only for errors thrown by our own code paths without a SQL state.
 */
const errorFields = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: 'not an Error' };
  const code = (error as { code?: unknown }).code;
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const { table, constraint, column } = error as { table?: string; constraint?: string; column?: string };
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(fromDatabase ? { table, constraint, column } : {}),
    ...(fromDatabase || error.name === 'ZodError' ? {} : { message: mask(error.message) }),
    stack,
  };
};

/** Long digit runs (ID numbers, phones) never stand in a message, wherever it came from. */
const mask = (text: string): string => text.slice(0, 300).replace(/\d{7,}[\dXx]?/g, '***');

const clean = (fields: Record<string, unknown>): Record<string, unknown> => {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'error') Object.assign(kept, errorFields(value));
    else if (allowed.has(key)) kept[key] = typeof value === 'string' ? mask(value) : value;
  }
  return kept;
};

/** A log of JSON lines on standard error: events and allow-listed fields, never personal data. */
export const createLog = (
  level: string,
  stream: { write(line: string): unknown } = { write: (line) => process.stderr.write(line) },
): Log => {
  const out: Logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream as never);
  const say =
    (at: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: Record<string, unknown> = {}) =>
      out[at](clean(fields), event);
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
};
