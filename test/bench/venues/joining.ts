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

/** What decodes new frames on the wall now. */
const movingOn = async (wall: Page): Promise<{ tiles: number; programme: boolean }> => {
  const before = await framesOf(wall);
  await sleep(250);
  const after = await framesOf(wall);
  const moving = Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));
  return {
    tiles: moving.filter((name) => name.startsWith('tile:')).length,
    programme: moving.some((name) => name.startsWith('programme:')),
  };
};

/** Waits until the wall shows so many live tiles and the programme. @throws saying how many there were last */
export const allLive = async (wall: Page, tiles: number, seconds: number): Promise<void> => {
  let last = { tiles: 0, programme: false };
  const look = async () => {
    last = await movingOn(wall);
    return last.tiles >= tiles && last.programme ? true : null;
  };
  await until('all live', seconds, look).catch(() => {
    throw new Error(
      `not within ${seconds} s: ${last.tiles} of ${tiles} tiles live, programme ${last.programme ? '' : 'not '}live`,
    );
  });
};

/** Kills the engine. @returns seconds from its being back until every picture moves on the wall again */
export const measureRejoin = async (
  office: BenchOffice,
  engine: BenchEngine,
  wall: Page,
  tiles: number,
  awayMs = 0,
): Promise<number> => {
  const back = await engine.kill(office.dataDir, awayMs);
  await allLive(wall, tiles, 120);
  return (Date.now() - back) / 1000;
};
