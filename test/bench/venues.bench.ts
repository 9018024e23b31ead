import type { PictureShape } from '#app/rehearsal/synthetic.ts';
import { stopAll } from '#test/at-stop.ts';
import { rehearse } from '#test/venues/rehearsal.ts';
import { prepareEngine } from './venues/engine.ts';
import { quantile, say } from './venues/figures.ts';
import { allLive, measureJoins, measureRejoin } from './venues/joining.ts';
import { openBenchOffice } from './venues/office.ts';
import { findChild, startCores } from './venues/processor.ts';
import { openBrowser, openScreen, sleep } from './venues/screens.ts';
import { measureSteady, measureUpstream } from './venues/steady.ts';
import { measurePush, measureTakes } from './venues/switching.ts';

/** A camera as a branch's screen sends it: a small layer for tiles, a large one while somebody watches it. */
const camera: PictureShape = {
  width: 640,
  height: 360,
  framesPerSecond: 15,
  simulcast: true,
  dynacast: true,
};
const takes = 12;
const joins = 20;
const settleMs = 5_000;

const run = async (): Promise<void> => {
  const engine = await prepareEngine();
  const office = await openBenchOffice();
  const { committees, served } = office;
  const ids = committees.map(({ id }) => id);
  const fill = (venues: readonly string[], picture: PictureShape, watches: 'programme' | 'everybody') =>
    rehearse({
      origin: served.url,
      venues: ['hall', ...venues],
      ticketFor: office.ticketFor,
      manner: { picture, watches },
    });
  await office.act({ kind: 'start' });
  const wallBrowser = await openBrowser();
  const wallPid = findChild('chrom', '--user-data-dir');
  const wall = await openScreen(office, wallBrowser, 'wall', office.operator);

  // The whole meeting: 33 branches and the hall; every branch watches the programme.
  let meeting = fill(ids, camera, 'programme');
  await allLive(wall, ids.length, 90);
  await sleep(settleMs);
  const steady = await measureSteady(wall, meeting, { server: engine.pid(office.dataDir), wall: wallPid });
  say('tracks_up', steady.tracksUp, 'tracks', 2 * ids.length);
  say('loss', steady.loss * 100, '%', 1);
  say('server_cores', steady.serverCores, 'cores', 1);
  say('wall_fps_decoded', steady.wallFps, 'fps', ids.length);
  say('wall_frozen', steady.wallFrozen * 100, '%', ids.length);
  say('wall_cores', steady.wallCores, 'cores', 1);
  const upstream = await measureUpstream(meeting);

  const push = await measurePush(office, ids.length + 1, ids.slice(0, takes));
  say('push_p95', quantile(push, 0.95), 'ms', push.length);
  const warm = await measureTakes(office, wall, ids.slice(0, takes), true);
  const cold = await measureTakes(office, wall, ids.slice(takes, 2 * takes), false);
  say('take_p95', quantile(warm, 0.95), 'ms', warm.length);
  say('take_ratio', quantile(warm, 0.5) / quantile(cold, 0.5), 'ratio', cold.length, {
    against: `cold, median ${Math.round(quantile(cold, 0.5))} ms`,
  });

  say('rejoin_34', await measureRejoin(office, engine, wall, ids.length), 's', 1);
  await sleep(settleMs);
  say('rejoin_34_after_120', await measureRejoin(office, engine, wall, ids.length, 120_000), 's', 1);
  await meeting.stop();

  // One branch is a real browser that comes anew each time.
  const [first = '', ...others] = ids;
  meeting = fill(others, camera, 'programme');
  await allLive(wall, others.length, 90);
  const guest = await openBrowser({ fps: 10 });
  const secretary = await office.signIn('shuji01');
  const joined = await measureJoins(office, guest, secretary, joins);
  say('join_median', quantile(joined, 0.5), 'ms', joined.length);
  say('join_p95', quantile(joined, 0.95), 'ms', joined.length);
  await guest.close();
  await meeting.stop();

  meeting = fill([first], camera, 'programme');
  await sleep(20_000);
  await allLive(wall, 1);
  say('rejoin_2', await measureRejoin(office, engine, wall, 1), 's', 1);
  await meeting.stop();

  // The same meeting without dynacast: every camera sends every layer.
  meeting = fill(ids, { ...camera, dynacast: false }, 'programme');
  await allLive(wall, ids.length, 90);
  await sleep(settleMs);
  const all = await measureUpstream(meeting);
  say('upstream_ratio', upstream / all, 'ratio', 1, {
    against: `without dynacast ${all.toFixed(1)} Mbit/s, with it ${upstream.toFixed(1)}`,
  });
  await meeting.stop();

  // Everybody sees everybody, with a third of the branches: what selective subscription spares.
  const few = ids.slice(0, 11);
  const server = async (watches: 'programme' | 'everybody') => {
    const small = fill(few, camera, watches);
    await sleep(25_000);
    const cores = startCores(engine.pid(office.dataDir));
    await sleep(15_000);
    const used = cores();
    await small.stop();
    await sleep(settleMs);
    return used;
  };
  const selective = await server('programme');
  const everybody = await server('everybody');
  say('selective_ratio', selective / everybody, 'ratio', few.length, {
    against: `everybody sees everybody ${everybody.toFixed(2)} cores, selective ${selective.toFixed(2)}`,
  });
};

/** The meeting of 33 branches on one computer: real product, engine, wall and cameras. About ten minutes. */
export const bench = async (): Promise<void> => {
  try {
    await run();
  } finally {
    await stopAll();
  }
};
