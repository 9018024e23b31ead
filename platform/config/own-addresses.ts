import { networkInterfaces } from 'node:os';

/** This computer's own IPv4 addresses that others may reach, in the order the system lists them. */
export const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address),
  );
