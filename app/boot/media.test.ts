import { expect, test } from 'vitest';
import { readConfig } from '#platform/config/config.ts';
import { nodeIpOf, relayNameOf } from './media.ts';

const config = (settings: Record<string, string>) => readConfig({ QZ_DATA: '/tmp/none', ...settings });
const tls = { QZ_TLS_CERT: '/c.pem', QZ_TLS_KEY: '/k.pem', PORT: '443' };

test('media go to the address told, else the one listened on, and never to the loopback on a LAN', () => {
  expect(nodeIpOf(config({ QZ_NODE_IP: '10.1.2.3', HOST: '0.0.0.0' }))).toBe('10.1.2.3');
  expect(nodeIpOf(config({ HOST: '10.1.2.4' }))).toBe('10.1.2.4');
  expect(nodeIpOf(config({}))).toBe('127.0.0.1');
});

test('the relay is on our own HTTPS port, under the name the certificate is for', () => {
  expect(relayNameOf(config({ ...tls, HOST: '10.1.2.4' }))).toBe('10.1.2.4');
  expect(relayNameOf(config({ ...tls, QZ_PUBLIC_URL: 'https://qz.example.cn' }))).toBe('qz.example.cn');
});

test('there is none where browsers would not find it: on another port, or behind another’s HTTPS', () => {
  expect(relayNameOf(config({ ...tls, PORT: '8443', HOST: '10.1.2.4' }))).toBeNull();
  expect(relayNameOf(config({ ...tls, QZ_PUBLIC_URL: 'https://qz.example.cn:8443' }))).toBeNull();
  expect(relayNameOf(config({ PORT: '443', HOST: '10.1.2.4' }))).toBeNull();
  expect(relayNameOf(config({ ...tls, HOST: 'localhost' }))).toBeNull();
});

test('several engines are named with commas, each checked', () => {
  const keys = { LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's'.repeat(32) };
  const { LIVEKIT_URL } = config({ ...keys, LIVEKIT_URL: 'ws://10.1.2.3:7880, ws://10.1.2.4:7880' });
  expect(LIVEKIT_URL).toEqual(['ws://10.1.2.3:7880', 'ws://10.1.2.4:7880']);
  expect(() => config({ ...keys, LIVEKIT_URL: 'ws://10.1.2.3:7880,10.1.2.4' })).toThrow('LIVEKIT_URL');
  expect(() => config({ ...keys, LIVEKIT_URL: 'ws://10.1.2.3:7880,wss://b.example' })).toThrow('LIVEKIT_URL');
});
