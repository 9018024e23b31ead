import { expect, test } from 'vitest';
import { engineConfig, portsIn } from './config.ts';
import { isEngineOf } from './engine-process.ts';
import { archiveName, checksumOf } from './release.ts';
import { isUsableVersion } from './version.ts';

const config = {
  ports: { signal: 7880, tcp: 7881, udp: 7882, turn: 3478, relay: 5349 },
  keys: { apiKey: 'k: "x"\n', apiSecret: 's'.repeat(32) },
  nodeIp: '10.1.2.3',
};

test('the tested engine and later ones of its major will do, others not', () => {
  expect(['1.13.5', '1.13.6', '1.14.0'].map(isUsableVersion)).toEqual([true, true, true]);
  expect(['1.13.4', '1.9.9', '2.0.0', '0.99.0'].map(isUsableVersion)).toEqual([false, false, false, false]);
});

test('the release has an archive for Linux and Windows, none for macOS', () => {
  expect(archiveName('linux', 'x64')).toBe('livekit_1.13.5_linux_amd64.tar.gz');
  expect(archiveName('win32', 'arm64')).toBe('livekit_1.13.5_windows_arm64.zip');
  expect(archiveName('darwin', 'arm64')).toBeUndefined();
});

test('a checksum is taken from the line of that archive and no other', () => {
  const list = 'AA11  other.tar.gz\nBB22 *wanted.tar.gz\n';
  expect(checksumOf(list, 'wanted.tar.gz')).toBe('bb22');
  expect(checksumOf(list, 'wanted.tar')).toBeUndefined();
});

test('the configuration asks nobody abroad, answers on loopback only, and relays to itself only', () => {
  const text = engineConfig(config);
  const read = JSON.parse(text);
  expect(read.bind_addresses).toEqual(['127.0.0.1']);
  expect(read.rtc.stun_servers).toEqual(['10.1.2.3:3478']);
  expect(read.turn).toMatchObject({ enabled: true, allow_restricted_peer_cidrs: ['10.1.2.3/32'] });
  expect(read.turn).not.toHaveProperty('tls_port');
  expect(read.room.enable_remote_unmute).toBe(true);
  expect(read).not.toHaveProperty('redis');
  expect(Object.keys(read.keys)).toEqual([config.keys.apiKey]);
  expect(portsIn(text)).toEqual(config.ports);
  expect(portsIn('port: 7880')).toBeUndefined();
});

test('of a computer with several addresses media use the one told, unless it is translated elsewhere', () => {
  const ips = (given: object) => JSON.parse(engineConfig({ ...config, ...given })).rtc.ips;
  expect(ips({ nodeIpIsOwn: true })).toEqual({ includes: ['10.1.2.3/32'] });
  expect(ips({})).toBeUndefined();
  expect(ips({ nodeIp: '127.0.0.1', nodeIpIsOwn: true })).toBeUndefined();
});

test('over HTTPS the relay is named by what the certificate is for, and our port takes its TLS off', () => {
  const text = engineConfig({ ...config, ports: { ...config.ports, relay: 5350 }, turnDomain: '10.1.2.3' });
  expect(JSON.parse(text).turn).toMatchObject({ domain: '10.1.2.3', tls_port: 5350, external_tls: true });
  expect(portsIn(text)?.relay).toBe(5350);
});

test('engines of a cluster share a Redis and answer on the address our server reaches them at', () => {
  const cluster = { redis: '10.1.2.9:6379', password: 'p', listenOn: '10.1.2.3' };
  const read = JSON.parse(engineConfig({ ...config, cluster }));
  expect(read.redis).toEqual({ address: '10.1.2.9:6379', password: 'p' });
  expect(read.bind_addresses).toEqual(['10.1.2.3']);
});

test('only an engine with our configuration file is ours', () => {
  const files = { config: '/data/livekit/livekit.yaml' };
  expect(isEngineOf(files, '/x/livekit-server --config /data/livekit/livekit.yaml')).toBe(true);
  expect(isEngineOf(files, '/x/livekit-server --config /other/livekit.yaml')).toBe(false);
  expect(isEngineOf(files, undefined)).toBe(false);
});
