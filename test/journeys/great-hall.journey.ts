import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type GreatHall, openGreatHall } from '#test/venues/great-hall.ts';
import { openBrowser, openPage, type Size, screenshot } from './browser.ts';
import { hears, inPage, movesSoon, until } from './screens.ts';

/** 30 of the 33 branches are synthetic; real devices take the place of the first three. */
const branchCount = 33;
/** Over long before the meeting is: no screen may depend on the way it came in by. */
const ticketSeconds = 5;

/** Lines of the small picture that tiles show. */
const lowHeight = 180;
/** Seconds; only ends what hangs. */
const patience = 150;

let hall: GreatHall;
let wall: Page;
let operator: Page;
let second: Page;
const branches: Page[] = [];
const ids: string[] = [];

const at = <T>(list: readonly T[], place: number): T => {
  const one = list[place];
  if (one === undefined) throw new Error(`none at ${place}`);
  return one;
};
const branch = (place: number): Page => at(branches, place);
const browserOf = (page: Page): Browser => page.context().browser() as Browser;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const screen = async (browser: Browser, name: string, role: string, size: Size): Promise<Page> => {
  const page = await openPage(browser, hall, { size, role, before: inPage });
  await page.goto(`/sittings/${hall.sitting}/${name}`);
  return page;
};

beforeAll(async () => {
  const browsers = Promise.all(Array.from({ length: 5 }, () => openBrowser({ fps: 5 })));
  hall = await openGreatHall(branchCount, { QZ_TICKET_SECONDS: String(ticketSeconds) });
  ids.push(...(await hall.view()).venues.map(({ id }) => id));
  const [forWall, forConsole, ...others] = await browsers;
  wall = await screen(forWall as Browser, 'wall', 'huichang', 'wall');
  operator = await screen(forConsole as Browser, 'console', 'huichang', 'pc');
  for (const [place, browser] of others.entries())
    branches.push(await screen(browser, 'branch', `shuji0${place + 1}`, place === 1 ? 'phone' : 'pc'));
}, 600_000);

/** Every branch moves on a screen, and the programme. */
const allLive = (page: Page): Promise<boolean> =>
  movesSoon(
    page,
    (names) =>
      names.filter((name) => name.startsWith('tile:')).length === branchCount &&
      names.some((name) => name.startsWith('programme:')),
  );
const shows = (page: Page, picture: string): Promise<boolean> =>
  movesSoon(page, (names) => names.includes(picture));
const heightOf = (page: Page, picture: string): Promise<number> =>
  page.evaluate(`document.querySelector('video[data-picture="${picture}"]')?.videoHeight ?? 0`);

/** The hand goes up, the console's tap gives the floor, the wall shows and hears it. */
const grant = async (place: number, console: Page): Promise<void> => {
  await branch(place).getByRole('button', { name: '举手发言' }).click();
  await console
    .getByRole('button', { name: /^请发言：/ })
    .first()
    .click();
  await until('seen on the wall', patience, () => shows(wall, `programme:${at(ids, place)}`));
  await until('heard in the hall', patience, () => hears(wall));
};

/** What must be so whatever has died: 33 live tiles, the same floor seen and heard, the speaker told so. */
const goesOn = async (place: number): Promise<number> => {
  const speaking = `programme:${at(ids, place)}`;
  const ms = await until('the speaker is seen', patience, () => shows(wall, speaking));
  await until('and heard', patience, () => hears(wall));
  await until('all tiles are live', patience, () => allLive(wall));
  await until('seen at a branch', patience, () => shows(branch(0), speaking));
  await branch(place).getByText('麦克风已打开，全场听得到').waitFor({ timeout: 60_000 });
  const { state } = await hall.view();
  expect([state.floor, state.programme]).toEqual([at(ids, place), at(ids, place)]);
  return ms;
};

test('33 branches are live on the wall, three of them real devices in the place of synthetic ones', async () => {
  say(`33 tiles live after ${await until('all live on the wall', patience, () => allLive(wall))} ms`);
  for (const page of branches) await until('own picture', patience, () => shows(page, 'own'));
  await until('all live on the console', patience, () => allLive(operator));
  await screenshot(wall, 'great-hall-wall');
});

test('a question is asked by a raised hand, heard everywhere, and the floor goes back', async () => {
  await operator.getByRole('button', { name: '开始会议' }).click();
  await grant(0, operator);
  await until('heard at another branch', patience, () => hears(branch(2)));
  await branch(0).getByRole('button', { name: '发言完毕' }).click();
  await until('silence in the hall', patience, async () => !(await hears(wall)));
  await wall.locator('[data-picture="programme:hall"]').waitFor();
});

test('the picture chosen next is large before it is taken, so that its first frame on all screens is sharp', async () => {
  const next = at(ids, 2);
  const tile = operator.locator(`.venue-desk-tiles [data-venue="${next}"]`);
  const firstHeight = `new Promise((resolve) => {
    const look = () => {
      const height = document.querySelector('video[data-picture="programme:${next}"]')?.videoHeight;
      height ? resolve(height) : requestAnimationFrame(look);
    };
    look();
  })`;
  // A busy computer's camera may drop its large picture for a moment; one not made ready is never large at first.
  const heights: number[] = [];
  while (heights.length < 5 && (heights.at(-1) ?? 0) <= lowHeight) {
    await tile.click();
    await until(
      'the large picture has come',
      patience,
      async () => (await heightOf(wall, `tile:${next}`)) > lowHeight,
    );
    const first = wall.evaluate<number>(firstHeight);
    await operator.keyboard.press('Space');
    heights.push(await first);
    await operator.keyboard.press('h');
    await wall.locator(`[data-picture="programme:${next}"]`).waitFor({ state: 'detached' });
  }
  say(`first frames after a take: ${heights} lines`);
  expect(heights.at(-1)).toBeGreaterThan(lowHeight);
});

test('two operators at once: an act from a picture that is out of date is refused, with what changed', async () => {
  second = await screen(browserOf(wall), 'console', 'huichang', 'pc');
  await second.locator('.venue-desk-tiles [data-venue]').nth(1).waitFor();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await second.route('**/control', async (route) => {
    await held;
    await route.continue();
  });
  await second.locator(`.venue-desk-tiles [data-venue="${at(ids, 4)}"]`).click();
  await operator.locator(`.venue-desk-tiles [data-venue="${at(ids, 3)}"]`).click();
  await until('the first act counts', patience, async () => (await hall.view()).state.next === at(ids, 3));
  letGo();
  await second.getByRole('alert').getByText('另一位操作员').waitFor();
  await screenshot(second, 'great-hall-stale');
  await second.unroute('**/control');
  expect((await hall.view()).state.next).toBe(at(ids, 3));
  await second.locator(`.venue-desk-tiles [data-venue="${at(ids, 4)}"]`).click();
  await until(
    'looked at again, it counts',
    patience,
    async () => (await hall.view()).state.next === at(ids, 4),
  );
  await second.getByRole('alert').waitFor({ state: 'detached' });
});

test('the engine is killed while a branch speaks: all come back by themselves with the same floor', async () => {
  await grant(1, operator);
  await hall.kill('engine');
  await until(
    'the pictures have stopped',
    patience,
    async () => !(await shows(wall, `programme:${at(ids, 1)}`)),
  );
  say(`seen again ${await goesOn(1)} ms after they stopped`);
});
