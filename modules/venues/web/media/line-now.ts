import type { VenueLine } from '../../contract.ts';
import { wayOf } from './way.ts';

/** Counters of the last look, to tell what was lost since. */
export interface LineCounters {
  readonly lost: number;
  readonly received: number;
}

type Stat = Readonly<Record<string, unknown>>;

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
const pictureOf = (stat: Stat | undefined): string | null =>
  stat?.frameWidth ? `${stat.frameWidth}×${stat.frameHeight}` : null;

/** What a venue's connection says of its line. @returns the line, and counters for the next look */
export const lineNow = (
  reports: readonly RTCStatsReport[],
  before: LineCounters | null,
): { line: VenueLine; counters: LineCounters } => {
  const all: Stat[] = reports.flatMap((report) => [...report.values()]);
  const inbound = all.filter(({ type }) => type === 'inbound-rtp');
  const counters = {
    lost: inbound.reduce((sum, { packetsLost }) => sum + numberIn(packetsLost), 0),
    received: inbound.reduce((sum, { packetsReceived }) => sum + numberIn(packetsReceived), 0),
  };
  const lost = counters.lost - (before?.lost ?? counters.lost);
  const came = counters.received - (before?.received ?? counters.received);
  const losses = all.flatMap(({ type, fractionLost }) =>
    type === 'remote-inbound-rtp' && typeof fractionLost === 'number' ? [fractionLost] : [],
  );
  const rtt = all.find(
    ({ type, nominated, currentRoundTripTime }) =>
      type === 'candidate-pair' && nominated && currentRoundTripTime !== undefined,
  )?.currentRoundTripTime;
  const sent = all
    .filter(
      ({ type, kind, active, frameWidth }) =>
        type === 'outbound-rtp' && kind === 'video' && active !== false && frameWidth,
    )
    .toSorted((a, b) => numberIn(b.frameWidth) - numberIn(a.frameWidth))[0];
  return {
    counters,
    line: {
      ms: rtt === undefined ? null : Math.min(60_000, Math.round(numberIn(rtt) * 1000)),
      // A track that ended takes its counters along.
      lossDown: lost >= 0 && came > 0 ? lost / (lost + came) : null,
      lossUp: losses.length > 0 ? Math.min(1, Math.max(0, ...losses)) : null,
      way: reports.map(wayOf).find((way) => way !== null) ?? null,
      sends: pictureOf(sent),
      gets: pictureOf(inbound.find(({ kind, frameWidth }) => kind === 'video' && frameWidth)),
    },
  };
};
