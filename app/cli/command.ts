/** One command of `qz`. */
export interface Command {
  /** One or two words: `serve`, `audit verify`. */
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  /** @returns the exit code */
  readonly run: (words: readonly string[]) => Promise<number>;
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
