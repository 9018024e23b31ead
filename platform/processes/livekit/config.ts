/** Ports of one engine. `signal` and `relay` are for our own server; the others must be open to the venues. */
export interface EnginePorts {
  readonly signal: number;
  /** ICE over TCP, for networks without UDP. */
  readonly tcp: number;
  /** All media of all venues over one UDP port. */
  readonly udp: number;
  /** TURN and STUN over UDP. */
  readonly turn: number;
  /** TURN whose TLS our own HTTPS port takes off; loopback is enough. Used with `turnDomain`. */
  readonly relay: number;
}

/** LiveKit's usual ones. */
export const USUAL_PORTS: EnginePorts = { signal: 7880, tcp: 7881, udp: 7882, turn: 3478, relay: 5349 };

export interface EngineKeys {
  readonly apiKey: string;
  /** At least 32 characters. */
  readonly apiSecret: string;
}

export interface EngineConfig {
  readonly ports: EnginePorts;
  readonly keys: EngineKeys;
  /** The address venues reach this computer at. */
  readonly nodeIp: string;
  /** It is an address of this very computer, not one translated to it: no other of its addresses is used. */
  readonly nodeIpIsOwn?: boolean | undefined;
  readonly webhookUrl?: string | undefined;
  /**
   * TURN over TLS for networks that let nothing but HTTPS out: the name or address our HTTPS certificate is for.
   * Browsers are always sent to port 443 of it.
   */
  readonly turnDomain?: string | undefined;
  /** Several engines that share their rooms. */
  readonly cluster?: EngineCluster | undefined;
}

/** Engines that know of each other by one Redis: a room lives on any, and moves to another when its own dies. */
export interface EngineCluster {
  /** `host:port`. */
  readonly redis: string;
  readonly password?: string | undefined;
  /** The address our server reaches this engine's signalling at; a loopback would be of no use to it. */
  readonly listenOn: string;
}

/** Enough for 34 venues relayed at once, few enough to open in a firewall. */
const RELAY_RANGE = { from: 49_160, to: 49_359 };

/** The engine's configuration file. It is JSON, which every YAML reader reads, so nothing needs escaping. */
export const engineConfig = (config: EngineConfig): string =>
  `${JSON.stringify(engineSettings(config), null, 2)}\n`;

const engineSettings = ({
  ports,
  keys,
  nodeIp,
  nodeIpIsOwn,
  webhookUrl,
  turnDomain,
  cluster,
}: EngineConfig) => ({
  port: ports.signal,
  // Our own origin proxies the signalling: one HTTPS port for everything but media.
  bind_addresses: [cluster?.listenOn ?? '127.0.0.1'],
  ...(cluster && { redis: redisSettings(cluster) }),
  keys: { [keys.apiKey]: keys.apiSecret },
  logging: { level: 'warn', json: false },
  rtc: {
    tcp_port: ports.tcp,
    udp_port: ports.udp,
    use_external_ip: false,
    node_ip: nodeIp,
    enable_loopback_candidate: isLoopback(nodeIp),
    // The engine names every address of the computer `node_ip`. On one with several, media would be waited for at the
    // wrong one, and neither its TCP nor the relay would get an answer.
    ...(nodeIpIsOwn && !isLoopback(nodeIp) && { ips: { includes: [`${nodeIp}/32`] } }),
    // The embedded TURN answers STUN; the stock list is abroad.
    stun_servers: [`${nodeIp}:${ports.turn}`],
  },
  turn: {
    enabled: true,
    udp_port: ports.turn,
    bind_addresses: [isLoopback(nodeIp) ? nodeIp : '0.0.0.0'],
    relay_range_start: RELAY_RANGE.from,
    relay_range_end: RELAY_RANGE.to,
    // A relay reaches the engine and nothing else in the office's network.
    allow_restricted_peer_cidrs: [`${nodeIp}/32`],
    deny_peer_cidrs: [],
    ...(turnDomain && { domain: turnDomain, tls_port: ports.relay, external_tls: true }),
  },
  // The hall opens a branch's microphone when it grants the floor. Rooms make themselves when the first comes
  // back after a restart of the engine; who may come is decided by the token, and only our server gives one.
  room: { auto_create: true, enable_remote_unmute: true },
  ...(webhookUrl && { webhook: { api_key: keys.apiKey, urls: [webhookUrl] } }),
});

const redisSettings = ({ redis, password }: EngineCluster) => ({
  address: redis,
  ...(password && { password }),
});

const isLoopback = (ip: string): boolean => ip.startsWith('127.');

/** The ports in a configuration file of ours, to find an engine again that an earlier run left behind. */
export const portsIn = (text: string): EnginePorts | undefined => {
  try {
    const { port, rtc, turn } = JSON.parse(text);
    const relay = turn.tls_port ?? USUAL_PORTS.relay;
    const ports = { signal: port, tcp: rtc.tcp_port, udp: rtc.udp_port, turn: turn.udp_port, relay };
    return Object.values(ports).every(Number.isInteger) ? ports : undefined;
  } catch {
    return undefined;
  }
};
