import type { Config } from '#platform/config/config.ts';
import type { MediaEngine } from '../compose.ts';

const lookEveryMs = 1_000;
const answerMs = 1_500;

/** Whether an engine answers on its signalling port. */
const isAlive = (url: string): Promise<boolean> =>
  fetch(url.replace(/^ws/, 'http'), { signal: AbortSignal.timeout(answerMs) }).then(
    ({ ok }) => ok,
    () => false,
  );

export interface ExternalEngines {
  readonly engine: MediaEngine;
  /**
   * True when their addresses are of the server room (`ws:`), which pages by HTTPS may not call: browsers reach
   * them below our own origin. A `wss:` address is called by the browsers themselves.
   */
  readonly throughOrigin: boolean;
  readonly stop: () => Promise<void>;
}

/**
 * The office's own engines. Of several that share their rooms (by one Redis) all calls and signalling go to one that
 * answers: the one in use for as long as it does, then the next in the order given.
 */
export const externalEngines = (config: Config): ExternalEngines => {
  const urls = config.LIVEKIT_URL ?? [];
  let current = urls[0] ?? '';
  const look = async (): Promise<void> => {
    if (await isAlive(current)) return;
    const answers = await Promise.all(urls.map(isAlive));
    current = urls.find((_, place) => answers[place]) ?? current;
  };
  let looking = false;
  const timer = setInterval(async () => {
    if (looking || urls.length < 2) return;
    looking = true;
    await look();
    looking = false;
  }, lookEveryMs);
  timer.unref();
  return {
    engine: {
      apiKey: config.LIVEKIT_API_KEY ?? '',
      apiSecret: config.LIVEKIT_API_SECRET ?? '',
      ticketSeconds: config.QZ_TICKET_SECONDS,
      get url() {
        return current;
      },
    },
    throughOrigin: current.startsWith('ws:'),
    stop: async () => clearInterval(timer),
  };
};
