import { stopAll } from '#test/at-stop.ts';
import { rehearse } from '#test/venues/rehearsal.ts';
import { print } from './print.ts';
import { prepareEngine } from './venues/engine.ts';
import { allLive } from './venues/joining.ts';
import { openBenchOffice } from './venues/office.ts';
import { findChild, memoryOf } from './venues/processor.ts';
import { openBrowser, openScreen, sleep } from './venues/screens.ts';
import { watchStandingStill } from './venues/standing-still.ts';

/** Two hours are `BENCH_MINUTES=120`; a short one shows that it works. */
const minutes = Number(process.env.BENCH_MINUTES ?? 3);
/** Small pictures without layers: what is looked for grows with time and packets, not with pixels. */
const picture = {
  width: 320,
  height: 180,
  framesPerSecond: Number(process.env.BENCH_FPS ?? 8),
  simulcast: false,
  dynacast: false,
};
const lookMs = 5_000;
const takeEvery = 6;
const frozenMs = 15_000;
/** What is loaded, compiled and buffered at first is no growth. */
const warmShare = 0.1;

type Part = 'wall' | 'engine' | 'server' | 'venues';
interface Sample {
  readonly hours: number;
  readonly megabytes: number;
}

/** Megabytes an hour, by least squares. */
const growthOf = (samples: readonly Sample[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [mean(samples.map(({ hours }) => hours)), mean(samples.map(({ megabytes }) => megabytes))];
  const across = samples.reduce((sum, { hours }) => sum + (hours - x) ** 2, 0);
  return samples.reduce((sum, { hours, megabytes }) => sum + (hours - x) * (megabytes - y), 0) / across;
};

const say = (metric: string, value: number, unit: string, n: number): void =>
  print({ bench: 'soak', metric, value: Number(value.toFixed(2)), unit, n });

const run = async (): Promise<void> => {
  const engine = await prepareEngine();
  const office = await openBenchOffice();
  const ids = office.committees.map(({ id }) => id);
  await office.act({ kind: 'start' });
  const browser = await openBrowser();
  const wallPid = findChild('chrom', '--user-data-dir');
  const wall = await openScreen(office, browser, 'wall', office.operator);
  const meeting = rehearse({
    origin: office.served.url,
    venues: ['hall', ...ids],
    ticketFor: office.ticketFor,
    manner: { picture },
  });
  let isOver = false;
  void meeting.ended.then(() => {
    isOver = true;
  });
  await allLive(wall, ids.length, 120);

  const parts: Record<Part, () => number> = {
    wall: () => memoryOf(wallPid),
    engine: () => memoryOf(engine.pid(office.dataDir)),
    server: () => process.memoryUsage.rss() / 2 ** 20,
    venues: () => memoryOf(findChild('synthetic-process')),
  };
  const samples: Record<Part, Sample[]> = { wall: [], engine: [], server: [], venues: [] };
  const still = watchStandingStill(wall);
  const frozen = new Map<string, number>();
  const began = performance.now();
  const hours = () => (performance.now() - began) / 3_600_000;
  for (let turn = 0; hours() * 60 < minutes; turn += 1) {
    await sleep(lookMs);
    if (isOver) throw new Error('the synthetic venues ended by themselves');
    if (turn % takeEvery === 0)
      await office.act({ kind: 'take', venue: ids[(turn / takeEvery) % ids.length] ?? 'hall' });
    for (const name of await still.look(frozenMs)) frozen.set(name, (frozen.get(name) ?? 0) + 1);
    if (hours() < (warmShare * minutes) / 60) continue;
    for (const part of Object.keys(parts) as Part[])
      samples[part].push({ hours: hours(), megabytes: parts[part]() });
    if (turn % 60 === 0) {
      const now = Object.entries(samples).map(
        ([part, all]) => `${part} ${all.at(-1)?.megabytes.toFixed(0)} MB`,
      );
      process.stderr.write(
        `${(hours() * 60).toFixed(0)} min: ${still.pictures()} pictures, longest still ${Math.round(still.longest())} ms, ${now.join(', ')}\n`,
      );
    }
  }
  say('frozen_tiles', frozen.size, 'tiles', still.pictures());
  say('longest_still', still.longest() / 1000, 's', still.pictures());
  for (const [part, all] of Object.entries(samples)) {
    say(`${part}_memory`, all.at(-1)?.megabytes ?? 0, 'MB', all.length);
    say(`${part}_growth`, growthOf(all), 'MB/h', all.length);
  }
};

/** A meeting of 33 branches that goes on and on: memory stays flat, no tile stands still. */
export const bench = async (): Promise<void> => {
  try {
    await run();
  } finally {
    await stopAll();
  }
};
