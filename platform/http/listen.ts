import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';

export interface ListenOptions {
  readonly fetch: (request: Request, env: unknown) => Response | Promise<Response>;
  readonly port: number;
  readonly host: string;
  readonly tls?: { readonly cert: string; readonly key: string } | null;
}

export interface Listening {
  readonly server: Server;
  readonly port: number;
  /** Stops taking calls, gives those under way a moment, then ends them. */
  readonly close: () => Promise<void>;
}

/** Long enough for a save under way, short enough for a hand on Ctrl-C. */
const graceMs = 1_500;

const closeGently = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });

/**
 * Listens, over TLS when a certificate is given.
 * @throws the socket's error (`EADDRINUSE`, `EACCES`) when the port cannot be had
 */
export const listen = ({ fetch, port, host, tls }: ListenOptions): Promise<Listening> => {
  const listener = getRequestListener(fetch as never);
  const server = (tls ? createHttpsServer(tls, listener) : createHttpServer(listener)) as Server;
  // Server-sent events stay open; a proxy's keep-alive must not outlast ours.
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve({ server, port: actual, close: () => closeGently(server) });
    });
  });
};
