/** What a command does with the words after its name. @returns the exit code */
export type Run = (words: readonly string[]) => Promise<number>;

/** One command of `qz`; its code is loaded only when it is asked for. */
export interface Command {
  /** One or two words: `serve`, `audit verify`. */
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  readonly load: () => Promise<{ run: Run }>;
}

/** Wrong usage: exit 2. */
export class UsageRefusal extends Error {}

/** Refused or failed: exit 1 with one line that says why and what to do. */
export class CommandRefusal extends Error {}

/** Data goes to standard output as JSON, words to standard error. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
