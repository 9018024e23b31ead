import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

type Transport = 'tcp' | 'udp';

const tryTcp = (port: number, host: string | undefined): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });

const tryUdp = (port: number, host: string | undefined): Promise<number | undefined> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(undefined));
    socket.bind({ port, address: host, exclusive: true }, () => {
      const bound = socket.address().port;
      socket.close(() => resolve(bound));
    });
  });

const tryPort = (port: number, transport: Transport, host?: string) =>
  transport === 'tcp' ? tryTcp(port, host) : tryUdp(port, host);

/** Whether nobody listens on this port now. Without a host, on every address. */
export const isPortFree = async (
  port: number,
  transport: Transport = 'tcp',
  host?: string,
): Promise<boolean> => (await tryPort(port, transport, host)) !== undefined;

/**
 * The first free port from `preferred` on (at most `span` are tried), else any the system gives.
 * Free when looked at: the caller still has to be ready for somebody quicker.
 */
export const pickPort = async (
  preferred: number,
  { transport = 'tcp', host, span = 20, not = [] }: PickPort = {},
): Promise<number> => {
  for (let port = preferred; port > 0 && port < preferred + span; port++) {
    if (!not.includes(port) && (await isPortFree(port, transport, host))) return port;
  }
  const any = await tryPort(0, transport, host);
  if (any === undefined) throw new Error(`no free ${transport} port`);
  return any;
};

interface PickPort {
  transport?: Transport;
  host?: string | undefined;
  span?: number;
  /** Ports promised to somebody else already. */
  not?: readonly number[];
}
