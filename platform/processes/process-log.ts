/** What a supervisor writes to. A pino logger is one. */
export interface ProcessLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** For tests and one-off commands that have nothing to say. */
export const silentLog: ProcessLog = { info: () => {}, warn: () => {}, error: () => {} };
