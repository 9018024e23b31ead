import type { Page } from 'playwright-core';
import type { Rehearsed } from '#app/rehearsal/rehearsal.ts';
import { startCores } from './processor.ts';
import { framesOf, incomingOf, sleep } from './screens.ts';

export interface Steady {
  readonly tracksUp: number;
  /** Share of packets that never came, at wall and branches. */
  readonly loss: number;
  readonly serverCores: number;
  readonly productCores: number;
  readonly wallCores: number;
  /** Frames a second each tile decodes, mean over the tiles. */
  readonly wallFps: number;
  /** Share of the time tiles stood still, mean over the tiles. */
  readonly wallFrozen: number;
}

const seconds = 30;

/** Watches a meeting in which nothing happens: what the wall and the branches get, and what it costs. */
export const measureSteady = async (
  wall: Page,
  rehearsed: Rehearsed,
  pids: { readonly server: number; readonly product: number; readonly wall: number },
): Promise<Steady> => {
  const [wallBefore, linesBefore, framesBefore] = [
    await incomingOf(wall),
    await rehearsed.traffic(),
    await framesOf(wall),
  ];
  const [server, screen] = [startCores(pids.server), startCores(pids.wall)];
  const own = startCores(pids.product, false);
  await sleep(seconds * 1000);
  const [serverCores, wallCores, productCores] = [server(), screen(), own()];
  const [wallAfter, lines, frames] = [
    await incomingOf(wall),
    await rehearsed.traffic(),
    await framesOf(wall),
  ];
  const watching = lines.filter(
    ({ framesDecoded }, place) => framesDecoded > (linesBefore[place]?.framesDecoded ?? 0),
  ).length;
  const tiles = Object.keys(frames).filter((name) => name.startsWith('tile:'));
  const decoded = tiles.map((name) => (frames[name] ?? 0) - (framesBefore[name] ?? 0));
  const sum = (pick: (line: (typeof lines)[number]) => number, of: typeof lines) =>
    of.reduce((all, line) => all + pick(line), 0);
  const lost =
    wallAfter.lost -
    wallBefore.lost +
    sum(({ packetsLost }) => packetsLost, lines) -
    sum(({ packetsLost }) => packetsLost, linesBefore);
  const received =
    wallAfter.received -
    wallBefore.received +
    sum(({ packetsReceived }) => packetsReceived, lines) -
    sum(({ packetsReceived }) => packetsReceived, linesBefore);
  return {
    tracksUp: decoded.filter((count) => count > 0).length + watching,
    loss: lost / (lost + received),
    serverCores,
    productCores,
    wallCores,
    wallFps: decoded.reduce((all, count) => all + count, 0) / tiles.length / seconds,
    wallFrozen: (wallAfter.frozen - wallBefore.frozen) / Math.max(1, wallAfter.tracks) / seconds,
  };
};

/** Megabits a second that all cameras together send to the engine. */
export const measureUpstream = async (rehearsed: Rehearsed): Promise<number> => {
  const total = async () => (await rehearsed.traffic()).reduce((all, { bytesSent }) => all + bytesSent, 0);
  const watch = 15;
  const before = await total();
  await sleep(watch * 1000);
  return (((await total()) - before) * 8) / watch / 1e6;
};
