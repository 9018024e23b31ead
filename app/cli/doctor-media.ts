import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { ownAddresses } from '#platform/config/own-addresses.ts';
import { createLog } from '#platform/log/log.ts';
import { type EnginePorts, portsIn, USUAL_PORTS } from '#platform/processes/livekit/config.ts';
import { provisionMediaEngine } from '#platform/processes/livekit/provision.ts';
import { ENGINE_VERSION } from '#platform/processes/livekit/version.ts';
import { nodeIpOf, relayNameOf } from '../boot/media.ts';
import { processLogOf } from '../boot/serve.ts';
import { say } from './command.ts';
import type { Finding } from './doctor.ts';

const answerMs = 1_500;

const finding = (part: string, state: Finding['state'], text: string): Finding => ({ part, state, text });

/** Sends one datagram and waits for any answer. */
const answersUdp = (host: string, port: number, message: Uint8Array): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    const end = (heard: boolean) => {
      clearTimeout(timer);
      socket.close();
      resolve(heard);
    };
    const timer = setTimeout(() => end(false), answerMs);
    socket.once('message', () => end(true));
    socket.once('error', () => end(false));
    socket.send(message, port, host);
  });

/** A STUN binding request (RFC 8489, 5): type, length 0, the cookie, twelve bytes of our own. */
const bindingRequest = Uint8Array.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42, ...Array(12).fill(7)]);

/** Whether datagrams to an address of this computer arrive at a port that is free now. */
const arrivesAt = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const ear = createSocket('udp4', (message, from) => ear.send(message, from.port, from.address));
    ear.once('error', () => resolve(false));
    ear.bind(port, async () => {
      const arrived = await answersUdp(host, port, bindingRequest);
      ear.close(() => resolve(arrived));
    });
  });

const acceptsTcp = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: answerMs });
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });

/** The ports of the engine that runs on this data folder; null: none runs. */
const runningPorts = async (dataDir: string): Promise<EnginePorts | null> => {
  const text = await readFile(join(dataDir, 'livekit', 'livekit.yaml'), 'utf8').catch(() => '');
  const ports = portsIn(text);
  return ports && (await acceptsTcp('127.0.0.1', ports.signal)) ? ports : null;
};

const engine = async (isRunning: boolean): Promise<Finding> => {
  const found = await provisionMediaEngine({ log: processLogOf(createLog('error')), progress: say });
  if (found.kind === 'none') return finding('media', 'off', found.reason);
  const standing = isRunning ? '正在运行 · running' : '未运行 · not running now';
  return finding('media', 'ok', `livekit-server ≥ ${ENGINE_VERSION}，${standing}`);
};

/** Where branches send pictures and sound; tried from here, so a firewall in between is not seen. */
const ways = async (node: string, running: EnginePorts | null): Promise<Finding> => {
  const { udp, tcp } = running ?? USUAL_PORTS;
  const text = `${node}, UDP ${udp}, TCP ${tcp}`;
  if (node.startsWith('127.'))
    return finding('media-ways', 'off', `${text}：只有本机能用 · this computer only (HOST, QZ_NODE_IP)`);
  if (!ownAddresses().includes(node))
    return finding(
      'media-ways',
      'off',
      `${text}：不是本机地址，只在地址转换之后才对 · not an address of this computer: right only behind address translation`,
    );
  const reached = running ? await acceptsTcp(node, tcp) : await arrivesAt(node, udp);
  return reached
    ? finding('media-ways', 'ok', `${text}；各会场请在检查页试 · from a venue, its check page tells`)
    : finding('media-ways', 'broken', `${text}：到不了 · not reached`);
};

const stun = async (node: string, running: EnginePorts | null): Promise<Finding> => {
  const place = `${node}:${(running ?? USUAL_PORTS).turn}`;
  if (!running) return finding('stun', 'ok', `${place}，随引擎启动 · own, starts with the engine`);
  return (await answersUdp(node, running.turn, bindingRequest))
    ? finding('stun', 'ok', `${place}，已应答 · own, has answered`)
    : finding('stun', 'broken', `${place} 没有应答 · does not answer`);
};

const relay = (config: Config): Finding => {
  const name = relayNameOf(config);
  return name
    ? finding('relay', 'ok', `turns:${name}:443，走同一个 HTTPS 端口 · on the HTTPS port`)
    : finding(
        'relay',
        'off',
        '只有本程序在 443 端口提供 HTTPS 时才有 · only when this program itself serves HTTPS on port 443',
      );
};

const external = async (urls: readonly string[]): Promise<Finding> => {
  const told = await Promise.all(
    urls.map(async (url) => {
      const answer = await fetch(url.replace(/^ws/, 'http'), { signal: AbortSignal.timeout(answerMs) }).catch(
        () => null,
      );
      return { host: new URL(url).host, up: answer?.ok ?? false };
    }),
  );
  const text = told.map(({ host, up }) => `${host}${up ? '' : ' 没有应答 · does not answer'}`).join(', ');
  return finding('media', told.some(({ up }) => up) ? 'ok' : 'broken', `LIVEKIT_URL ${text}`);
};

/** What the video of a meeting stands on: the engine, the ways to it, its STUN and its relay. */
export const mediaFindings = async (config: Config): Promise<Finding[]> => {
  if (!config.QZ_MEDIA) return [finding('media', 'off', 'QZ_MEDIA=0')];
  if (config.LIVEKIT_URL) return [await external(config.LIVEKIT_URL)];
  const running = await runningPorts(config.QZ_DATA);
  const node = nodeIpOf(config);
  return [
    await engine(running !== null),
    await ways(node, running),
    await stun(node, running),
    relay(config),
  ];
};
