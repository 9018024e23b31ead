import { expect, test } from 'vitest';
import { lineNow } from './line-now.ts';

const report = (...stats: Record<string, unknown>[]) =>
  new Map(stats.map((stat, at) => [String(stat.id ?? at), stat])) as unknown as RTCStatsReport;

const connection = (lost: number, received: number) =>
  report(
    { type: 'transport', selectedCandidatePairId: 'pair' },
    {
      id: 'pair',
      type: 'candidate-pair',
      localCandidateId: 'mine',
      nominated: true,
      currentRoundTripTime: 0.0421,
    },
    { id: 'mine', type: 'local-candidate', candidateType: 'relay', protocol: 'udp' },
    {
      type: 'inbound-rtp',
      kind: 'video',
      frameWidth: 640,
      frameHeight: 360,
      packetsLost: lost,
      packetsReceived: received,
    },
    { type: 'outbound-rtp', kind: 'video', active: true, frameWidth: 320, frameHeight: 180 },
    { type: 'outbound-rtp', kind: 'video', active: false, frameWidth: 960, frameHeight: 540 },
    { type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.08 },
  );

test('a venue tells what was lost since the last look, how far it is, by which way, and what it sends and gets', () => {
  const { counters } = lineNow([connection(5, 900)], null);
  expect(lineNow([connection(15, 990)], counters).line).toEqual({
    ms: 42,
    lossDown: 0.1,
    lossUp: 0.08,
    way: 'relay',
    sends: '320×180',
    gets: '640×360',
  });
});

test('nothing is told of what cannot be known', () => {
  const unknown = { ms: null, lossDown: null, lossUp: null, way: null, sends: null, gets: null };
  expect(lineNow([], null).line).toEqual(unknown);
  expect(lineNow([connection(1, 10)], { lost: 50, received: 900 }).line.lossDown).toBeNull();
});
