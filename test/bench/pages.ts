import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserPath } from '../browser-path.ts';

export interface Measure {
  /** Bytes as sent, everything the page loads, nothing cached. */
  readonly signInBytes: number;
  readonly todayBytes: number;
  /** Seconds from opening to the main button being there, throttled; a value a turn. */
  readonly todayUsable: readonly number[];
}

/** Chromium's own preset "Slow 4G", bytes a second and milliseconds. */
const slow4G = {
  offline: false,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
  latency: 150 * 3.75,
};
const slowerProcessor = 4;
const turns = 5;

const open = async (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });

const signIn = async (context: BrowserContext, url: string): Promise<void> => {
  const response = await context.request.post(`${url}/api/session`, {
    data: { username: 'shegong01', password: 'qingzhuang' },
  });
  if (!response.ok()) throw new Error(`sign-in: ${response.status()}`);
};

const bytesOf = async (page: Page, url: string): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.locator('h1').first().waitFor();
  // The live stream never ends, so the network is never idle: after loading, wait until nothing more arrives.
  for (let before = -1; before !== bytes || bytes === 0; ) {
    before = bytes;
    await page.waitForTimeout(1_500);
  }
  return bytes;
};

const usable = async (context: BrowserContext, url: string): Promise<number> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', slow4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
  await page.goto(url, { waitUntil: 'commit' });
  await page
    .getByRole('link', { name: '记一件事' })
    .or(page.getByRole('button', { name: '记一件事' }))
    .first()
    .waitFor();
  const ms = await page.evaluate(() => performance.now());
  await page.close();
  return ms / 1000;
};

/** Weighs sign-in and Today and takes the time of Today on a slow phone, on a product that runs at `url`. */
export const measurePages = async (url: string): Promise<Measure> => {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('Chromium is needed');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const stranger = await open(browser);
    const signInBytes = await bytesOf(await stranger.newPage(), url);
    const cadre = await open(browser);
    await signIn(cadre, url);
    const todayBytes = await bytesOf(await cadre.newPage(), url);
    const todayUsable: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) todayUsable.push(await usable(cadre, url));
    return { signInBytes, todayBytes, todayUsable };
  } finally {
    await browser.close();
  }
};
