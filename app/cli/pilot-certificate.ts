import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;
/** Browsers refuse server certificates that live longer than 398 days. */
export const serverDays = 397;
const authorityDays = 3_650;

x509.cryptoProvider.set(webcrypto as never);

const keyPair = () =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

const privatePem = async (key: webcrypto.CryptoKey): Promise<string> =>
  x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');

const validFor = (days: number) => ({
  notBefore: new Date(Date.now() - dayMs),
  notAfter: new Date(Date.now() + days * dayMs),
});

const serial = () => Buffer.from(webcrypto.getRandomValues(new Uint8Array(16))).toString('hex');

interface Authority {
  readonly certificate: x509.X509Certificate;
  readonly key: webcrypto.CryptoKey;
}

const makeAuthority = async (folder: string): Promise<Authority> => {
  const keys = await keyPair();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: 'CN=Qingzhuang pilot CA',
    ...validFor(authorityDays),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  await writeFile(join(folder, 'ca.pem'), certificate.toString('pem'));
  await writeFile(join(folder, 'ca.key'), await privatePem(keys.privateKey), { mode: 0o600 });
  return { certificate, key: keys.privateKey };
};

/** The pilot's authority: made once, so that devices that trust it go on doing so. */
const authorityIn = async (folder: string): Promise<Authority> => {
  const known = await access(join(folder, 'ca.pem')).then(
    () => true,
    () => false,
  );
  if (!known) return makeAuthority(folder);
  const pem = await readFile(join(folder, 'ca.key'), 'utf8');
  const key = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), algorithm, true, [
    'sign',
  ]);
  return { certificate: new x509.X509Certificate(await readFile(join(folder, 'ca.pem'), 'utf8')), key };
};

const makeServer = async (folder: string, hosts: readonly string[], authority: Authority): Promise<void> => {
  const keys = await keyPair();
  const names = hosts.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value }));
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: `CN=${hosts[0]}`,
    issuer: authority.certificate.subject,
    ...validFor(serverDays),
    publicKey: keys.publicKey,
    signingKey: authority.key,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
    ],
  });
  await writeFile(join(folder, 'server.pem'), certificate.toString('pem'));
  await writeFile(join(folder, 'server.key'), await privatePem(keys.privateKey), { mode: 0o600 });
};

export interface PilotCertificate {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/**
 * Writes a certificate for these names and addresses, signed by the folder's own authority.
 * @returns the files
 */
export const writeCertificate = async (
  folder: string,
  hosts: readonly string[],
): Promise<PilotCertificate> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await makeServer(folder, hosts, await authorityIn(folder));
  return {
    ca: join(folder, 'ca.pem'),
    cert: join(folder, 'server.pem'),
    key: join(folder, 'server.key'),
  };
};
