import { join, resolve } from 'node:path';
import { readConfig } from '#platform/config/config.ts';
import { ownAddresses } from '#platform/config/own-addresses.ts';
import { printJson, type Run, say, UsageRefusal } from './command.ts';
import { serverDays, writeCertificate } from './pilot-certificate.ts';

/** A certificate for a pilot on a LAN: cameras need HTTPS anywhere but on localhost. */
export const run: Run = async (words) => {
  if (words.some((word) => word.startsWith('-') || !/^[a-z0-9.:-]+$/i.test(word)))
    throw new UsageRefusal('qz certificate [HOST …]');
  const folder = join(resolve(readConfig(process.env).QZ_DATA), 'certificate');
  const hosts = words.length > 0 ? [...words] : ['localhost', '127.0.0.1', ...ownAddresses()];
  const { ca, cert, key } = await writeCertificate(folder, hosts);
  printJson({
    ca,
    QZ_TLS_CERT: cert,
    QZ_TLS_KEY: key,
    hosts,
    days: serverDays,
  });
  say(
    '请在每台会场电脑上信任 ca.pem，再以 QZ_TLS_CERT、QZ_TLS_KEY 启动 · Trust ca.pem on every device, then start with QZ_TLS_CERT and QZ_TLS_KEY',
  );
  return 0;
};
