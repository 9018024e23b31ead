import { createHash, X509Certificate } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { writeCertificate } from '#app/cli/pilot-certificate.ts';
import { atStop } from '#test/at-stop.ts';
import { type BenchOffice, openBenchOffice } from '../bench/venues/office.ts';
import { browserPath } from '../browser-path.ts';
import { cookiesOf } from '../journeys/browser.ts';
import { inPage, until } from '../journeys/screens.ts';
import { type Line, layLine } from './line.ts';
import { writeVoice } from './sound.ts';

const lineScript = fileURLToPath(new URL('./in-page.js', import.meta.url));

/** A meeting whose one branch sits at the end of a line of ours: hall and wall in the office, all real browsers. */
export interface Meeting {
  readonly office: BenchOffice;
  readonly line: Line;
  readonly wall: Page;
  readonly branch: Page;
  /** The branch's id. */
  readonly venue: string;
  /** Opens a further page beside the wall, as the operator. */
  readonly open: (path: string) => Promise<Page>;
}

/** The name Chromium knows a certificate's key by, to trust it and no other. */
const keyPrint = (certificate: string): string => {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
};

/** Chromium, in the namespace when one is named; its microphone hears a voice without end. */
const openBrowserIn = async (
  folder: string,
  namespace: string | null,
  certificate: string,
): Promise<Browser> => {
  const real = browserPath() ?? '/usr/bin/chromium';
  const program = join(folder, `chromium-${namespace ?? 'office'}`);
  const before = namespace ? `ip netns exec ${namespace} ` : '';
  writeFileSync(program, `#!/bin/sh\nexec ${before}${real} "$@"\n`);
  chmodSync(program, 0o755);
  const browser = await chromium.launch({
    executablePath: program,
    env: { ...process.env, TMPDIR: folder },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
      '--disable-background-timer-throttling',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      `--ignore-certificate-errors-spki-list=${keyPrint(certificate)}`,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream=fps=15',
      `--use-file-for-fake-audio-capture=${join(folder, 'voice.wav')}`,
    ],
  });
  atStop(() => browser.close());
  return browser;
};

const openPage = async (office: BenchOffice, browser: Browser, cookie: string, path: string) => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    baseURL: office.served.url,
  });
  await context.addCookies(cookiesOf(cookie, office.served.url).map((one) => ({ ...one, secure: true })));
  const page = await context.newPage();
  for (const script of [inPage, lineScript]) await page.addInitScript({ path: script });
  await page.goto(path);
  return page;
};

/** Trusts a pilot's authority in this process too. */
const trust = (authority: string): void => setDefaultCACertificates([...getCACertificates(), authority]);

/** Opens the meeting; the branch has the floor, and everybody sees the hall. */
export const openMeeting = async (): Promise<Meeting> => {
  const folder = await mkdtemp(join(tmpdir(), 'qz-network-'));
  atStop(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const line = await layLine();
  const { ca, cert, key } = await writeCertificate(join(folder, 'certificate'), [line.office]);
  trust(readFileSync(ca, 'utf8'));
  const office = await openBenchOffice({
    HOST: line.office,
    // Browsers look for a relay over TLS on this port only.
    PORT: '443',
    QZ_TLS_CERT: cert,
    QZ_TLS_KEY: key,
  });
  writeVoice(join(folder, 'voice.wav'));
  const certificate = readFileSync(cert, 'utf8');
  const hall = await openBrowserIn(folder, null, certificate);
  const open = (path: string) =>
    openPage(office, hall, office.operator, `/sittings/${office.sitting}/${path}`);
  await office.act({ kind: 'start' });
  await open('hall');
  const wall = await open('wall');
  const far = await openBrowserIn(folder, line.namespace, certificate);
  const secretary = await office.signIn('shuji01');
  const branch = await openPage(office, far, secretary, `/sittings/${office.sitting}/branch`);
  const venue = office.committees[0]?.id ?? '';
  await office.act({ kind: 'grant', venue });
  await office.act({ kind: 'take', venue: 'hall' });
  return { office, line, wall, branch, venue, open };
};

/** Waits until the branch hears and sees the hall, and the wall the branch. @returns milliseconds it took */
export const untilLive = ({ wall, branch, venue }: Meeting, seconds = 40): Promise<number> =>
  until('hall and branch see and hear each other', seconds, async () => {
    const [here, there] = await Promise.all([
      glance(wall, `tile:${venue}`),
      glance(branch, 'programme:hall'),
    ]);
    return here && there;
  });

const glance = async (page: Page, picture: string): Promise<boolean> => {
  const look = () =>
    page.evaluate<[number, number]>(
      `Promise.all([qzScreen.sound(), qzScreen.frames()[${JSON.stringify(picture)}] ?? 0])`,
    );
  const [soundBefore, framesBefore] = await look();
  await page.waitForTimeout(500);
  const [sound, frames] = await look();
  return sound > soundBefore && frames > framesBefore;
};
