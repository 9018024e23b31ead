import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Where signalling of the media engine lives under our own origin, so that one HTTPS port is enough. */
export const mediaPath = '/media';

const headLines = (request: IncomingMessage, path: string): string => {
  const headers: string[] = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2)
    headers.push(`${request.rawHeaders[index]}: ${request.rawHeaders[index + 1]}`);
  return [`GET ${path} HTTP/1.1`, ...headers, '', ''].join('\r\n');
};

const bridge = (socket: Duplex, head: Buffer, request: IncomingMessage, target: URL): void => {
  const path = (request.url ?? '').slice(mediaPath.length) || '/';
  const engine = connect(Number(target.port || 80), target.hostname, () => {
    engine.write(headLines(request, path));
    if (head.length > 0) engine.write(head);
    socket.pipe(engine).pipe(socket);
  });
  engine.setNoDelay(true);
  const end = () => {
    engine.destroy();
    socket.destroy();
  };
  engine.on('error', end).on('close', end);
  socket.on('error', end).on('close', end);
};

/**
 * Passes WebSocket upgrades below `/media` to the engine. Any other upgrade is refused.
 * @param engine the engine's address now, or null when there is none
 */
export const proxyUpgrades = (server: Server, engine: () => string | null): void => {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const target = engine();
    if (!target || !request.url?.startsWith(`${mediaPath}/`)) {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    bridge(socket, head, request, new URL(target));
  });
};
