import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { atStop } from '#test/at-stop.ts';
import type { As } from '#test/office.ts';

/** Where pages are opened and who can sign in there: the small office of a test, or the product as a process. */
export interface Place {
  readonly origin: string;
  readonly as: (role: string, as?: As) => Promise<{ readonly cookie: string }>;
}

/** The system's Chromium; another one by `CHROMIUM`. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const sizes = {
  phone: { width: 390, height: 844 },
  pc: { width: 1366, height: 768 },
  wall: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof sizes;

export interface BrowserOptions {
  /** `fake`: camera and microphone made by Chromium, allowed at once. `denied`: the person said no. */
  readonly camera?: 'fake' | 'denied';
  /** Pictures a second of the fake camera. */
  readonly fps?: number;
  /** A WAV file that the fake microphone hears, over and over; otherwise it beeps. */
  readonly hears?: string;
}

const args = ({ camera = 'fake', fps = 10, hears }: BrowserOptions): string[] => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages that are not in front must go on as screens of their own would.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  `--use-fake-device-for-media-stream=fps=${fps}`,
  ...(camera === 'fake' ? ['--use-fake-ui-for-media-stream'] : []),
  ...(hears ? [`--use-file-for-fake-audio-capture=${hears}`] : []),
];

/** Starts Chromium with a profile of its own; it ends when the test file is done. */
export const openBrowser = async (options: BrowserOptions = {}): Promise<Browser> => {
  const folder = await mkdtemp(join(tmpdir(), 'qz-chromium-'));
  const browser = await chromium.launch({
    executablePath,
    args: args(options),
    env: { ...process.env, TMPDIR: folder },
  });
  atStop(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return browser;
};

/** A cookie header as a browser's context takes it. */
export const cookiesOf = (cookie: string, url: string) =>
  cookie.split('; ').map((one) => {
    const [name = '', ...value] = one.split('=');
    return { name, value: value.join('='), url };
  });

/** Signs a page in as the account that holds a role at a place; see `test/office.ts`. */
export const signIn = async (page: Page, office: Place, role: string, as?: As): Promise<void> => {
  const { cookie } = await office.as(role, as);
  await page.context().addCookies(cookiesOf(cookie, office.origin));
};

export interface PageOptions {
  readonly size?: Size;
  /** Signed in as this role; without it nobody is. */
  readonly role?: string;
  readonly as?: As;
  /** A script file that runs in the page before its own scripts. */
  readonly before?: string;
}

/** A window of its own with its own cookies, as on a device of its own. */
export const openPage = async (browser: Browser, office: Place, options: PageOptions = {}): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({
    viewport: sizes[options.size ?? 'pc'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: office.origin,
  });
  const page = await context.newPage();
  if (options.before) await page.addInitScript({ path: options.before });
  if (options.role) await signIn(page, office, options.role, options.as);
  return page;
};

/** Keeps a picture of the page in `test-results/`, for a person to look at. */
export const screenshot = async (page: Page, name: string): Promise<void> => {
  await mkdir('test-results', { recursive: true });
  await page.screenshot({ path: join('test-results', `${name}.png`) });
};

const quietMs = 700;

/** Waits until a page has asked for nothing more for a moment. Chromium's own idle state waits for the live stream too. */
export const untilQuiet = async (page: Page): Promise<void> => {
  let last = Date.now();
  const notice = () => {
    last = Date.now();
  };
  page.on('request', notice);
  page.on('requestfinished', notice);
  while (Date.now() - last < quietMs) await page.waitForTimeout(100);
  page.off('request', notice);
  page.off('requestfinished', notice);
};
