/** What the server gives the page it opened: a way to speak, and an ear of our own it speaks into. */
declare global {
  interface Window {
    qzSay?: (text: string) => void;
    qzRecorder?: (message: Heard) => void;
  }
}

interface Heard {
  /** The number of the question this answers. */
  readonly n?: number;
  readonly value?: unknown;
  readonly stop?: boolean;
}

export interface Channel {
  /** Asks the server; null when it has no answer now. */
  readonly ask: <T>(what: string, more?: object) => Promise<T | null>;
  readonly say: (message: object) => void;
  readonly onStop: (stop: () => void) => void;
}

/** A question without an answer for so long has none: the server was busy with dying. */
const patienceMs = 10_000;

/** The line to the server that opened this page, or null in anybody else's browser. */
export const openChannel = (): Channel | null => {
  const speak = window.qzSay;
  if (!speak) return null;
  const waiting = new Map<number, (value: unknown) => void>();
  let last = 0;
  let stopped: () => void = () => undefined;
  const say = (message: object): void => speak(JSON.stringify(message));
  window.qzRecorder = ({ n, value, stop }) => {
    if (stop) stopped();
    waiting.get(n ?? 0)?.(value ?? null);
    waiting.delete(n ?? 0);
  };
  return {
    say,
    ask: <T>(what: string, more: object = {}) =>
      new Promise<T | null>((resolve) => {
        last += 1;
        const n = last;
        const timer = setTimeout(() => {
          waiting.delete(n);
          resolve(null);
        }, patienceMs);
        waiting.set(n, (value) => {
          clearTimeout(timer);
          resolve(value as T | null);
        });
        say({ kind: 'ask', n, what, ...more });
      }),
    onStop: (stop) => {
      stopped = stop;
    },
  };
};
