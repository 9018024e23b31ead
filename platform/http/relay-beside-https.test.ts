import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';
import { relayBesideHttps } from './relay-beside-https.ts';

const certificate = async () => {
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  x509.cryptoProvider.set(webcrypto as never);
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    notAfter: new Date(Date.now() + 60_000),
    keys: keys as webcrypto.CryptoKeyPair,
    signingAlgorithm,
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', (keys as webcrypto.CryptoKeyPair).privateKey);
  return { cert: made.toString('pem'), key: x509.PemConverter.encode(key, 'PRIVATE KEY') };
};

const start = async () => {
  // A relay that says back what it hears.
  const relay = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const fetch = async (request: Request) => new Response(`heard ${await request.text()}`);
  const listening = await listen({ fetch, port: 0, host: '127.0.0.1', tls: await certificate() });
  const end = relayBesideHttps(listening.server, () => (relay.address() as { port: number }).port);
  const stop = async () => {
    end();
    await listening.close();
    relay.close();
  };
  return { port: listening.port, stop };
};

const say = async (port: number, bytes: Buffer): Promise<string> => {
  const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  socket.write(bytes);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return answer.toString('latin1');
};

test('requests go to the pages and a relay’s messages to the relay, by one port', async () => {
  const { port, stop } = await start();
  const body = 'x'.repeat(50_000);
  const request = `POST / HTTP/1.1\r\nhost: office\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`;
  expect(await say(port, Buffer.from(request))).toContain('HTTP/1.1 200 OK');
  const allocate = Buffer.from([0x00, 0x03, 0x00, 0x00, 0x21, 0x12, 0xa4, 0x42]);
  expect(await say(port, allocate)).toBe(allocate.toString('latin1'));
  await stop();
});

test('a connection that says nothing does not hold up the end', async () => {
  const { port, stop } = await start();
  const silent = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
  silent.on('error', () => undefined);
  await once(silent, 'secureConnect');
  const closed = once(silent, 'close');
  await stop();
  await closed;
});
