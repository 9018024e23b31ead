import type { PictureShape } from '#app/rehearsal/synthetic.ts';
import { stopAll } from '#test/at-stop.ts';
import { rehearse } from '#test/venues/rehearsal.ts';
import { prepareEngine } from './venues/engine.ts';
import { part, quantile, say } from './venues/figures.ts';
import { allLive, measureJoins, measureRejoin } from './venues/joining.ts';
import { openBenchOffice } from './venues/office.ts';
import { findChild, startCores } from './venues/processor.ts';
import { openBrowser, openScreen, sleep } from './venues/screens.ts';
import { measureSteady, measureUpstream } from './venues/steady.ts';
import { measurePush, measureTakes } from './venues/switching.ts';

/** `BENCH_BRANCHES=8` for a look on shared cores; the published figures are of 33. */
const branches = Number(process.env.BENCH_BRANCHES ?? '33');

/** A camera as a branch's screen sends it: a small layer for tiles, a large one while somebody watches it. */
const camera: PictureShape = {
  width: 640,
  height: 360,
  framesPerSecond: 15,
  simulcast: true,
  dynacast: true,
};
const joins = 20;
const settleMs = 5_000;
const longestSeconds = 180;

const prepare = async () => {
  const engine = await prepareEngine();
  const office = await openBenchOffice();
  const ids = office.committees.slice(0, branches).map(({ id }) => id);
  await office.act({ kind: 'start' });
  const wallBrowser = await openBrowser();
  const wallPid = findChild('chrom', '--user-data-dir');
  const wall = await openScreen(office, wallBrowser, 'wall', office.operator);
  /** Fills the sitting for as long as `work` takes. */
  const filled = async <T>(
    venues: readonly string[],
    work: (meeting: ReturnType<typeof rehearse>) => Promise<T>,
    picture: PictureShape = camera,
    watches: 'programme' | 'everybody' = 'programme',
  ): Promise<T> => {
    const meeting = rehearse({
      origin: office.served.url,
      venues: ['hall', ...venues],
      ticketFor: office.ticketFor,
      manner: { picture, watches },
    });
    try {
      return await work(meeting);
    } finally {
      await meeting.stop();
    }
  };
  return { engine, office, ids, wall, wallPid, filled };
};
type Bench = Awaited<ReturnType<typeof prepare>>;
type Meeting = ReturnType<typeof rehearse>;

const steadyAndUpstream = async ({ engine, office, wall, wallPid, ids }: Bench, meeting: Meeting) => {
  await part('steady', async () => {
    const pids = { server: engine.pid(office.dataDir), product: process.pid, wall: wallPid };
    const steady = await measureSteady(wall, meeting, pids);
    say('tracks_up', steady.tracksUp, 'tracks', 2 * ids.length);
    say('loss', steady.loss * 100, '%', 1);
    say('server_cores', steady.serverCores, 'cores', 1);
    say('product_cores', steady.productCores, 'cores', 1);
    say('wall_fps_decoded', steady.wallFps, 'fps', ids.length);
    say('wall_frozen', steady.wallFrozen * 100, '%', ids.length);
    say('wall_cores', steady.wallCores, 'cores', 1);
  });
  return part('upstream', () => measureUpstream(meeting));
};

const switching = async ({ office, wall, ids }: Bench) => {
  const some = ids.slice(0, 12);
  await part('push', async () => {
    const push = await measurePush(office, ids.length + 1, some);
    say('push_p95', quantile(push, 0.95), 'ms', push.length);
  });
  await part('take', async () => {
    const warm = await measureTakes(office, wall, some, true);
    say('take_p95', quantile(warm, 0.95), 'ms', warm.length);
    const cold = await measureTakes(office, wall, ids.slice(-some.length), false);
    say('take_ratio', quantile(warm, 0.5) / quantile(cold, 0.5), 'ratio', cold.length, {
      against: `cold, median ${Math.round(quantile(cold, 0.5))} ms`,
    });
  });
};

const rejoin = (metric: string, { office, engine, wall }: Bench, tiles: number, awayMs = 0) =>
  part(metric, async () => {
    say(metric, await measureRejoin(office, engine, wall, tiles, awayMs), 's', 1);
    await sleep(settleMs);
  });

/** The whole meeting: all branches and the hall; every branch watches the programme. */
const wholeMeeting = (bench: Bench) =>
  bench.filled(bench.ids, async (meeting) => {
    await allLive(bench.wall, bench.ids.length, longestSeconds);
    await sleep(settleMs);
    const upstream = await steadyAndUpstream(bench, meeting);
    await switching(bench);
    await rejoin('rejoin_34', bench, bench.ids.length);
    await rejoin('rejoin_34_after_120', bench, bench.ids.length, 120_000);
    return upstream;
  });

/** One branch is a real browser that comes anew each time. */
const joining = ({ office, filled, wall, ids }: Bench) =>
  filled(ids.slice(1), async () => {
    await allLive(wall, ids.length - 1, longestSeconds);
    const guest = await openBrowser({ fps: 10 });
    const joined = await measureJoins(office, guest, await office.signIn('shuji01'), joins);
    await guest.close();
    say('join_median', quantile(joined, 0.5), 'ms', joined.length);
    say('join_p95', quantile(joined, 0.95), 'ms', joined.length);
  });

const pair = (bench: Bench) =>
  bench.filled(bench.ids.slice(0, 1), async () => {
    await allLive(bench.wall, 1, longestSeconds);
    await sleep(settleMs);
    await rejoin('rejoin_2', bench, 1);
  });

/** The same meeting without dynacast: every camera sends every layer. */
const withoutDynacast = ({ filled, wall, ids }: Bench, upstream: number) =>
  filled(
    ids,
    async (meeting) => {
      await allLive(wall, ids.length, longestSeconds);
      await sleep(settleMs);
      const all = await measureUpstream(meeting);
      say('upstream_ratio', upstream / all, 'ratio', 1, {
        against: `without dynacast ${all.toFixed(1)} Mbit/s, with it ${upstream.toFixed(1)}`,
      });
    },
    { ...camera, dynacast: false },
  );

/** Everybody sees everybody, with a third of the branches: what selective subscription spares. */
const everybody = async ({ engine, office, filled, wall, ids }: Bench) => {
  const few = ids.slice(0, Math.ceil(ids.length / 3));
  const server = (watches: 'programme' | 'everybody') =>
    filled(
      few,
      async () => {
        await allLive(wall, few.length, longestSeconds);
        await sleep(2 * settleMs);
        const cores = startCores(engine.pid(office.dataDir));
        await sleep(15_000);
        return cores();
      },
      camera,
      watches,
    );
  const selective = await server('programme');
  const all = await server('everybody');
  say('selective_ratio', selective / all, 'ratio', few.length, {
    against: `everybody sees everybody ${all.toFixed(2)} cores, selective ${selective.toFixed(2)}`,
  });
};

const run = async (): Promise<void> => {
  const bench = await prepare();
  const upstream = await part('meeting', () => wholeMeeting(bench));
  await part('join', () => joining(bench));
  await part('pair', () => pair(bench));
  if (upstream) await part('without_dynacast', () => withoutDynacast(bench, upstream));
  await part('everybody', () => everybody(bench));
};

/** The meeting of 33 branches on one computer: real product, engine, wall and cameras. About twelve minutes. */
export const bench = async (): Promise<void> => {
  try {
    await run();
  } finally {
    await stopAll();
  }
};
