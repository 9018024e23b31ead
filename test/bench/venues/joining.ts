import type { Browser, Page } from 'playwright-core';
import type { BenchEngine } from './engine.ts';
import type { BenchOffice } from './office.ts';
import { askedAt, firstFrames, framesOf, openScreen, sleep, until } from './screens.ts';

/** From asking for its way in to the programme's first frame, for one branch's screen opened anew; milliseconds. */
export const measureJoins = async (
  office: BenchOffice,
  browser: Browser,
  cookie: string,
  times: number,
): Promise<number[]> => {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const page = await openScreen(office, browser, 'branch', cookie);
    const shown = await until('the programme on a branch', 20, async () => {
      const frames = await firstFrames(page);
      return frames.find(({ name }) => name.startsWith('programme:'))?.at ?? null;
    });
    const asked = await askedAt(page);
    if (asked !== null) took.push(shown - asked);
    await page.context().close();
    await sleep(1_000);
  }
  return took;
};

/** Whether this many tiles and the programme decode new frames on the wall. */
const allMove = async (wall: Page, tiles: number): Promise<true | null> => {
  const before = await framesOf(wall);
  await sleep(250);
  const after = await framesOf(wall);
  const moving = Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));
  const live = moving.filter((name) => name.startsWith('tile:')).length >= tiles;
  return live && moving.some((name) => name.startsWith('programme:')) ? true : null;
};

/** Waits until the wall shows so many live tiles. */
export const allLive = (wall: Page, tiles: number, seconds = 60): Promise<true> =>
  until(`${tiles} live tiles and the programme`, seconds, () => allMove(wall, tiles));

/** Kills the engine. @returns seconds from its being back until every picture moves on the wall again */
export const measureRejoin = async (
  office: BenchOffice,
  engine: BenchEngine,
  wall: Page,
  tiles: number,
  awayMs = 0,
): Promise<number> => {
  const back = await engine.kill(office.dataDir, awayMs);
  await allLive(wall, tiles, 90);
  return (Date.now() - back) / 1000;
};
