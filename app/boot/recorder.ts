import { createHash, X509Certificate } from 'node:crypto';
import type { Config } from '#platform/config/config.ts';
import { findChromium } from '#platform/processes/chromium/find.ts';
import { openHeadlessPage } from '#platform/processes/chromium/headless-page.ts';
import type { ComposeOptions } from '../compose.ts';

export interface RecorderAddress {
  /** Where this server is listening now; null before it does. */
  readonly port: () => number | null;
  readonly host: string;
  /** PEM of our own certificate, when we speak HTTPS. */
  readonly cert: string | null;
}

/** What Chromium is told to trust besides the system's authorities: the key of our own certificate. */
const fingerprintOf = (cert: string): string =>
  createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');

/** A server that listens everywhere is reached by itself at the loopback. */
const ownHost = (host: string): string =>
  ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'].includes(host) ? '127.0.0.1' : host;

/** How the recorder's page is opened on this server, or null where there is no Chromium. */
export const recorderPageOf = (
  config: Pick<Config, 'QZ_CHROMIUM'>,
  { port, host, cert }: RecorderAddress,
): ComposeOptions['recorderPage'] => {
  const binary = findChromium(config.QZ_CHROMIUM);
  if (!binary) return null;
  return (onSaid) => {
    if (port() === null) throw new Error('the server does not listen yet');
    const address = `${cert ? 'https' : 'http'}://${ownHost(host)}:${port()}/recorder`;
    return openHeadlessPage({
      binary,
      address,
      certificate: cert ? fingerprintOf(cert) : undefined,
      onSaid,
    });
  };
};
