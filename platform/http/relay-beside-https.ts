import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { TLSSocket } from 'node:tls';

/** As long as Node itself waits for the head of a request. */
const silentMs = 60_000;

/** A relay's messages begin with two zero bits (RFC 8656, 12), requests of HTTP with a letter. */
const isRelayed = (first: number): boolean => first < 0x40;

/** The first bytes a connection brings, put back for who reads it next; none: it ended or stayed silent. */
const peek = (socket: TLSSocket): Promise<number | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => socket.destroy(), silentMs);
    const look = () => {
      const bytes: Buffer | null = socket.read();
      if (bytes === null) return void socket.once('readable', look);
      clearTimeout(timer);
      socket.unshift(bytes);
      resolve(bytes[0] ?? null);
    };
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(null);
    });
    look();
  });

const bridge = (socket: TLSSocket, port: number): void => {
  const relay = connect(port, '127.0.0.1');
  relay.setNoDelay(true);
  socket.setNoDelay(true);
  const end = () => {
    relay.destroy();
    socket.destroy();
  };
  relay.on('error', end).on('close', end);
  socket.on('error', end).on('close', end);
  socket.pipe(relay).pipe(socket);
};

/**
 * Lets the media relay (TURN over TLS) live on the HTTPS port, so that a network which lets nothing but HTTPS out
 * still has pictures and sound, and the office opens no second port. Our port takes the TLS off.
 * @param relay the relay's port on this computer now; null while there is none
 * @returns what ends the connections that are not HTTP, which the server's own end waits for
 */
export const relayBesideHttps = (server: Server, relay: () => number | null): (() => void) => {
  const takers = server.listeners('secureConnection') as ((socket: TLSSocket) => void)[];
  const others = new Set<TLSSocket>();
  let over = false;
  server.removeAllListeners('secureConnection');
  server.on('secureConnection', async (socket: TLSSocket) => {
    if (over) return void socket.destroy();
    others.add(socket);
    socket.once('close', () => others.delete(socket));
    socket.on('error', () => socket.destroy());
    const first = await peek(socket);
    if (first === null) return;
    const port = relay();
    if (isRelayed(first)) return port === null ? void socket.destroy() : bridge(socket, port);
    others.delete(socket);
    for (const take of takers) take.call(server, socket);
  });
  return () => {
    over = true;
    for (const socket of others) socket.destroy();
  };
};
