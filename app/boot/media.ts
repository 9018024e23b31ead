import type { Config } from '#platform/config/config.ts';
import { startMediaEngine } from '#platform/processes/livekit/engine.ts';
import { provisionMediaEngine } from '#platform/processes/livekit/provision.ts';
import type { ProcessLog } from '#platform/processes/process-log.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { MediaEngine } from '../compose.ts';

export interface OpenedMedia {
  readonly engine: MediaEngine | null;
  /** True when browsers reach its signalling below our own origin. */
  readonly throughOrigin: boolean;
  /** Why there is none, in one line, and what still works. */
  readonly missing: string | null;
  readonly stop: () => Promise<void>;
}

const ownKeys = (secrets: Secrets): Pick<MediaEngine, 'apiKey' | 'apiSecret'> => ({
  apiKey: 'qingzhuang',
  apiSecret: secrets.keyFor('media').toString('hex'),
});

const externalEngine = (config: Config): MediaEngine => ({
  url: config.LIVEKIT_URL ?? '',
  apiKey: config.LIVEKIT_API_KEY ?? '',
  apiSecret: config.LIVEKIT_API_SECRET ?? '',
});

/** What makes tickets for the engine of a running server. Our own is reached through the server: its port does not matter. */
export const ticketsOnly = (config: Config, secrets: Secrets): Omit<OpenedMedia, 'missing' | 'stop'> =>
  config.LIVEKIT_URL
    ? { engine: externalEngine(config), throughOrigin: false }
    : { engine: { url: 'ws://127.0.0.1:9', ...ownKeys(secrets) }, throughOrigin: true };

const none = (missing: string | null): OpenedMedia => ({
  engine: null,
  throughOrigin: true,
  missing,
  stop: async () => undefined,
});

const external = (config: Config): OpenedMedia => ({
  engine: externalEngine(config),
  throughOrigin: false,
  missing: null,
  stop: async () => undefined,
});

/** Media must be sent to an address the branches can reach; on a PC of its own that is the loopback. */
const nodeIpOf = (config: Config): string =>
  config.QZ_NODE_IP ??
  (/^\d+\.\d+\.\d+\.\d+$/.test(config.HOST) && config.HOST !== '0.0.0.0' ? config.HOST : '127.0.0.1');

/**
 * Where the engine tells of comings and goings. Hints only, presence is corrected by polling: so over HTTPS,
 * whose certificate the engine need not trust, there are none.
 */
const webhookOf = (config: Config): string | undefined =>
  config.PORT === 0 || config.QZ_TLS_CERT ? undefined : `http://127.0.0.1:${config.PORT}/api/venues/webhook`;

/** The external engine when one is named, else our own, found or brought and supervised. Never refuses the start. */
export const openMedia = async (
  config: Config,
  secrets: Secrets,
  log: ProcessLog,
  progress: (text: string) => void,
): Promise<OpenedMedia> => {
  if (!config.QZ_MEDIA) return none(null);
  if (config.LIVEKIT_URL) return external(config);
  const found = await provisionMediaEngine({ log, progress });
  if (found.kind === 'none') return none(found.reason);
  try {
    const engine = await startMediaEngine({
      binary: found.path,
      dataDir: config.QZ_DATA,
      keys: ownKeys(secrets),
      nodeIp: nodeIpOf(config),
      webhookUrl: webhookOf(config),
      log,
    });
    return { engine, throughOrigin: true, missing: null, stop: () => engine.stop() };
  } catch (error) {
    return none(error instanceof Error ? error.message : String(error));
  }
};
