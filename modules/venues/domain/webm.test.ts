import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClusterPlace, createWebmScanner, seekableHead } from './webm.ts';

const bytes = (hex: string): number[] => (hex.match(/../g) ?? []).map((one) => Number.parseInt(one, 16));
/** An element with a size of one byte. */
const element = (name: string, ...content: number[]): number[] => [
  ...bytes(name),
  0x80 | content.length,
  ...content,
];
const unknown = '01ffffffffffffff';

const head = [
  ...element('1a45dfa3', ...element('4282', ...bytes('7765626d'))),
  ...bytes(`18538067${unknown}`),
  ...element('1549a966', ...element('2ad7b1', 0x0f, 0x42, 0x40)),
  ...element(
    '1654ae6b',
    ...element('ae', ...element('d7', 1), ...element('83', 2)),
    ...element('ae', ...element('d7', 2), ...element('83', 1)),
  ),
];

/** A cluster of unknown length, as a recorder writes one, with blocks at these ms after it. */
const cluster = (ms: number, ...blocks: number[]): number[] => [
  ...bytes(`1f43b675${unknown}`),
  ...element('e7', ms >> 8, ms & 0xff),
  ...blocks.flatMap((after) => element('a3', 0x82, after >> 8, after & 0xff, 0x80, ...Array(40).fill(0x1f))),
];

const stream = Uint8Array.from([
  ...head,
  ...cluster(0, 0, 400),
  ...cluster(5000, 0, 1200),
  ...cluster(9000, 7),
]);
const places: ClusterPlace[] = [
  [head.length, 0],
  [head.length + cluster(0, 0, 400).length, 5000],
  [head.length + cluster(0, 0, 400).length + cluster(5000, 0, 1200).length, 9000],
];

const scan = (cuts: readonly number[]) => {
  const scanner = createWebmScanner();
  const edges = [0, ...[...cuts].sort((a, b) => a - b), stream.length];
  const all = edges.slice(1).map((edge, at) => scanner.read(stream.subarray(edges[at], edge)));
  return { clusters: all.flatMap(({ clusters }) => clusters), last: all.at(-1) };
};

test('clusters are found however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: stream.length }), { maxLength: 30 }), (cuts) => {
      const { clusters, last } = scan(cuts);
      expect(clusters).toEqual(places);
      expect(last).toMatchObject({ until: 9007, headBytes: head.length });
    }),
  );
});

test('the new head points at each cluster, by the number of the picture’s track', () => {
  const made = seekableHead(stream.subarray(0, head.length), places, 9007);
  const whole = Uint8Array.from([...made, ...stream.subarray(head.length)]);
  const again = createWebmScanner().read(whole);
  expect(again.headBytes).toBe(made.length);
  const segment = element('1a45dfa3', ...element('4282', ...bytes('7765626d'))).length + 12;
  // CueTrack and CueClusterPosition with eight bytes each.
  const hex = Buffer.from(made).toString('hex');
  const positions = [...hex.matchAll(/f7010000000000000800000000000000(..)f10100000000000008(.{16})/g)];
  expect(positions.map(([, track]) => track)).toEqual(['02', '02', '02']);
  expect(positions.map(([, , at]) => Number.parseInt(at ?? '', 16) + segment)).toEqual(
    again.clusters.map(([at]) => at),
  );
});

test('what is no WebM is said to be none', () => {
  expect(() => createWebmScanner().read(new Uint8Array(64))).toThrow(TypeError);
  expect(() => seekableHead(new TextEncoder().encode('<html>'), [], 0)).toThrow(TypeError);
});
