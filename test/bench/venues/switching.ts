import type { Page } from 'playwright-core';
import type { BenchOffice } from './office.ts';
import { firstFrames, sleep, until } from './screens.ts';

const settleMs = 1_500;
/** Long enough for a picture to be there before it is taken, as an operator would see it. */
const previewMs = 2_500;

/** From the act at the console to the picture's first frame on the wall, in milliseconds. */
const takeOnce = async (
  office: BenchOffice,
  wall: Page,
  venue: string,
  isPrepared: boolean,
): Promise<number> => {
  if (isPrepared) {
    await office.act({ kind: 'preview', venue });
    await sleep(previewMs);
  }
  const since = Date.now();
  await office.act(isPrepared ? { kind: 'take' } : { kind: 'take', venue });
  const shown = await until('the picture taken is on the wall', 15, async () => {
    const frames = await firstFrames(wall);
    return frames.find(({ name, at }) => name === `programme:${venue}` && at >= since)?.at ?? null;
  });
  return shown - since;
};

/** Takes one venue after the other, prepared in the preview or cold. */
export const measureTakes = async (
  office: BenchOffice,
  wall: Page,
  venues: readonly string[],
  isPrepared: boolean,
): Promise<number[]> => {
  const taken: number[] = [];
  for (const venue of venues) {
    taken.push(await takeOnce(office, wall, venue, isPrepared));
    await sleep(settleMs);
  }
  return taken;
};

/** One server-sent stream that notes when it hears of a sitting. */
const listenTo = async (office: BenchOffice, heard: () => void): Promise<() => void> => {
  const stop = new AbortController();
  const response = await fetch(`${office.served.url}/api/live?topics=sitting:${office.sitting}`, {
    headers: { cookie: office.operator },
    signal: stop.signal,
  });
  const read = async () => {
    const text = new TextDecoder();
    for await (const part of response.body ?? []) if (text.decode(part).includes('"rev"')) heard();
  };
  read().catch(() => undefined);
  return () => stop.abort();
};

/** From the act at the console to each of so many screens hearing of it, in milliseconds. */
export const measurePush = async (
  office: BenchOffice,
  screens: number,
  venues: readonly string[],
): Promise<number[]> => {
  const took: number[] = [];
  let since = 0;
  const stops = await Promise.all(
    Array.from({ length: screens }, () => listenTo(office, () => took.push(performance.now() - since))),
  );
  await sleep(500);
  for (const [round, venue] of venues.entries()) {
    since = performance.now();
    await office.act({ kind: 'preview', venue });
    await until('every screen has heard', 10, async () =>
      took.length >= screens * (round + 1) ? took.length : null,
    );
  }
  for (const stop of stops) stop();
  return took;
};
