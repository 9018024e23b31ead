import type { Config } from '#platform/config/config.ts';
import { ownAddresses } from '#platform/config/own-addresses.ts';
import { startMediaEngine } from '#platform/processes/livekit/engine.ts';
import { provisionMediaEngine } from '#platform/processes/livekit/provision.ts';
import type { ProcessLog } from '#platform/processes/process-log.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { MediaEngine } from '../compose.ts';
import { externalEngines } from './external-engines.ts';

export interface OpenedMedia {
  readonly engine: MediaEngine | null;
  /** True when browsers reach its signalling below our own origin. */
  readonly throughOrigin: boolean;
  /** Where the relay listens on this computer, for our HTTPS port to pass on to; null: there is none. */
  readonly relayPort: number | null;
  /** Why there is none, in one line, and what still works. */
  readonly missing: string | null;
  readonly stop: () => Promise<void>;
}

const ownKeys = (secrets: Secrets): Pick<MediaEngine, 'apiKey' | 'apiSecret'> => ({
  apiKey: 'qingzhuang',
  apiSecret: secrets.keyFor('media').toString('hex'),
});

const ownEngine = (url: string, config: Config, secrets: Secrets): MediaEngine => ({
  ...ownKeys(secrets),
  url,
  ticketSeconds: config.QZ_TICKET_SECONDS,
});

/** What makes tickets for the engine of a running server. Our own is reached through the server: its port does not matter. */
export const ticketsOnly = (
  config: Config,
  secrets: Secrets,
): Pick<OpenedMedia, 'throughOrigin'> & { engine: MediaEngine } =>
  config.LIVEKIT_URL
    ? externalEngines(config)
    : { engine: ownEngine('ws://127.0.0.1:9', config, secrets), throughOrigin: true };

const none = (missing: string | null): OpenedMedia => ({
  engine: null,
  throughOrigin: true,
  relayPort: null,
  missing,
  stop: async () => undefined,
});

const everywhere = ['0.0.0.0', '::'];

/**
 * The address media are sent to, which the branches must reach: the one told, the one listened on, or this
 * computer's first one when listening on all. A PC that listens to itself alone uses the loopback.
 */
export const nodeIpOf = (config: Pick<Config, 'HOST' | 'QZ_NODE_IP'>): string => {
  if (config.QZ_NODE_IP) return config.QZ_NODE_IP;
  if (everywhere.includes(config.HOST)) return ownAddresses()[0] ?? '127.0.0.1';
  return /^\d+\.\d+\.\d+\.\d+$/.test(config.HOST) ? config.HOST : '127.0.0.1';
};

/**
 * The name browsers know our HTTPS port by, when it is 443: they look for a relay on no other. Null: HTTPS ends
 * elsewhere or on another port.
 */
export const relayNameOf = (
  config: Pick<Config, 'HOST' | 'QZ_NODE_IP' | 'QZ_PUBLIC_URL' | 'PORT' | 'QZ_TLS_CERT'>,
) => {
  if (!config.QZ_TLS_CERT) return null;
  const known = config.QZ_PUBLIC_URL ? new URL(config.QZ_PUBLIC_URL) : null;
  const port = known ? Number(known.port || (known.protocol === 'https:' ? 443 : 80)) : config.PORT;
  const name = known?.hostname ?? nodeIpOf(config);
  // The engine takes only a name with a dot; this computer itself needs no relay.
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name) && !name.startsWith('127.');
  return port === 443 && isName ? name : null;
};

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
  if (config.LIVEKIT_URL) return { ...externalEngines(config), relayPort: null, missing: null };
  const found = await provisionMediaEngine({ log, progress });
  if (found.kind === 'none') return none(found.reason);
  const turnDomain = relayNameOf(config) ?? undefined;
  const nodeIp = nodeIpOf(config);
  try {
    const engine = await startMediaEngine({
      binary: found.path,
      dataDir: config.QZ_DATA,
      keys: ownKeys(secrets),
      nodeIp,
      nodeIpIsOwn: ownAddresses().includes(nodeIp),
      webhookUrl: webhookOf(config),
      turnDomain,
      log,
    });
    const relayPort = turnDomain ? engine.ports.relay : null;
    return {
      engine: ownEngine(engine.url, config, secrets),
      throughOrigin: true,
      relayPort,
      missing: null,
      stop: () => engine.stop(),
    };
  } catch (error) {
    return none(error instanceof Error ? error.message : String(error));
  }
};
