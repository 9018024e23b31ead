import { joinedBytes } from '#platform/files/joined-bytes.ts';

/**
 * As much of WebM (Matroska, RFC 9559) as a recorder's stream needs: where its clusters begin while it comes
 * in, and a head that lets a player jump to them afterwards.
 */

/** Element ids, with their length marker as they stand in the file. */
const id = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  cluster: 0x1f43b675,
  timecode: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
} as const;

/** Those walked into; all others are stepped over. */
const entered: ReadonlySet<number> = new Set([id.segment, id.cluster, id.blockGroup]);

interface Element {
  readonly id: number;
  /** Of its content; null when the writer did not know it. */
  readonly size: number | null;
  /** Where its content begins. */
  readonly content: number;
}

/** Length of a variable-length number by its first byte, 1–8. */
const lengthOf = (first: number): number => Math.clz32(first) - 23;

/** The element that begins at `at`, or null when its head is not all there yet. */
const elementAt = (bytes: Uint8Array, at: number): Element | null => {
  const idLength = lengthOf(bytes[at] ?? 0);
  if (at >= bytes.length || idLength > 4) {
    if (at >= bytes.length) return null;
    throw new TypeError('not WebM');
  }
  const sizeAt = at + idLength;
  const sizeLength = lengthOf(bytes[sizeAt] ?? 0);
  if (sizeAt + sizeLength > bytes.length || sizeAt >= bytes.length) return null;
  let name = 0;
  for (let place = at; place < sizeAt; place += 1) name = name * 256 + (bytes[place] ?? 0);
  let size = (bytes[sizeAt] ?? 0) & (0xff >> sizeLength);
  let unknown = size === 0xff >> sizeLength;
  for (let place = sizeAt + 1; place < sizeAt + sizeLength; place += 1) {
    unknown &&= bytes[place] === 0xff;
    size = size * 256 + (bytes[place] ?? 0);
  }
  return { id: name, size: unknown ? null : size, content: sizeAt + sizeLength };
};

const numberIn = (bytes: Uint8Array, from: number, size: number): number => {
  let value = 0;
  for (let place = from; place < from + size; place += 1) value = value * 256 + (bytes[place] ?? 0);
  return value;
};

/** A place a player can jump to: the byte its cluster begins at, and when, in ms from the start. */
export type ClusterPlace = readonly [byte: number, ms: number];

/** What a piece of the stream held. */
export interface Scanned {
  readonly clusters: readonly ClusterPlace[];
  /** Up to when the stream reaches, ms. */
  readonly until: number;
  /** Length of the head, known from the first cluster on. */
  readonly headBytes: number | null;
}

/** Reads a stream piece by piece as it comes, keeping only what is not yet whole. */
export const createWebmScanner = () => {
  /** Bytes not read yet, and where in the stream they begin. */
  let rest: Uint8Array = new Uint8Array(0);
  let at = 0;
  let skip = 0;
  let time = 0;
  let until = 0;
  let headBytes: number | null = null;

  /** How much of a block is looked at: its track's number, and two bytes of time from its cluster's. */
  const blockHead = 4;

  const step = (clusters: ClusterPlace[]): number | null => {
    const element = elementAt(rest, 0);
    if (element === null) return null;
    const { id: name, size, content } = element;
    if (name === id.cluster) {
      headBytes ??= at;
      clusters.push([at, -1]);
      return content;
    }
    if (entered.has(name)) return content;
    const look =
      name === id.timecode ? (size ?? 0) : name === id.simpleBlock || name === id.block ? blockHead : 0;
    if (rest.length < content + look) return null;
    if (name === id.timecode) {
      time = numberIn(rest, content, size ?? 0);
      const last = clusters.at(-1);
      if (last) clusters[clusters.length - 1] = [last[0], time];
    }
    if (look === blockHead) {
      const offset = (numberIn(rest, content + 1, 2) << 16) >> 16;
      until = Math.max(until, time + offset);
    }
    return content + (size ?? 0);
  };

  return {
    /** @throws {TypeError} when it is no WebM */
    read: (piece: Uint8Array): Scanned => {
      const clusters: ClusterPlace[] = [];
      const skipped = Math.min(skip, piece.length);
      skip -= skipped;
      at += skipped;
      const left = piece.subarray(skipped);
      rest = rest.length === 0 ? left : joinedBytes([rest, left]);
      while (rest.length > 0) {
        // A cluster is only counted with its time: cut between the two, both wait for the next piece.
        const begins = elementAt(rest, 0)?.id === id.cluster;
        if (begins && rest.length < 32) break;
        const size = step(clusters);
        if (size === null) break;
        const here = Math.min(size, rest.length);
        skip = size - here;
        at += here;
        rest = rest.subarray(here);
      }
      rest = rest.slice();
      return { clusters: clusters.filter(([, ms]) => ms >= 0), until, headBytes };
    },
  };
};

const idBytes = (name: number): number[] => {
  const bytes = [24, 16, 8, 0].map((shift) => (name >>> shift) & 0xff);
  return bytes.slice(bytes.findIndex((one) => one !== 0));
};

const eight = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
};

/** Sizes take eight bytes always, so that the length of a head does not depend on what stands in it. */
const element = (name: number, ...content: readonly Uint8Array[]): Uint8Array => {
  const size = eight(content.reduce((sum, { length }) => sum + length, 0));
  size[0] = 0x01;
  return joinedBytes([Uint8Array.from(idBytes(name)), size, ...content]);
};

const cuePoint = (track: number, position: number, ms: number): Uint8Array =>
  element(
    id.cuePoint,
    element(id.cueTime, eight(ms)),
    element(
      id.cueTrackPositions,
      element(id.cueTrack, eight(track)),
      element(id.cueClusterPosition, eight(position)),
    ),
  );

/** Children of an element that is all there. */
const childrenOf = (
  bytes: Uint8Array,
  from: number,
  until: number,
): (Element & { readonly begins: number })[] => {
  const children: (Element & { begins: number })[] = [];
  for (let at = from; at < until; ) {
    const child = elementAt(bytes, at);
    if (child === null || child.size === null) break;
    children.push({ ...child, begins: at });
    at = child.content + child.size;
  }
  return children;
};

const sliceOf = (bytes: Uint8Array, one: Element & { readonly begins: number }): Uint8Array =>
  bytes.subarray(one.begins, one.content + (one.size ?? 0));

/** The number of the picture's track, which is what is jumped by; a sound alone has its own. */
const cueTrackOf = (bytes: Uint8Array, tracks: Element): number => {
  const entries = childrenOf(bytes, tracks.content, tracks.content + (tracks.size ?? 0))
    .filter((one) => one.id === id.trackEntry)
    .map((entry) => {
      const fields = childrenOf(bytes, entry.content, entry.content + (entry.size ?? 0));
      const value = (name: number): number => {
        const field = fields.find((one) => one.id === name);
        return field ? numberIn(bytes, field.content, field.size ?? 0) : 0;
      };
      return { number: value(id.trackNumber), type: value(id.trackType) };
    });
  return (entries.find(({ type }) => type === 1) ?? entries[0])?.number ?? 1;
};

/**
 * A head to stand in the place of the recorder's own: it says how long the part is and where its clusters
 * are, which a recorder cannot know while it writes. What follows the head is as it was written.
 * @param head the stream's first bytes, up to the first cluster
 * @param clusters places in the stream as it was written
 * @throws {TypeError} when the head is none
 */
export const seekableHead = (
  head: Uint8Array,
  clusters: readonly ClusterPlace[],
  milliseconds: number,
): Uint8Array<ArrayBuffer> => {
  const ebml = elementAt(head, 0);
  const segment = ebml && elementAt(head, ebml.content + (ebml.size ?? 0));
  if (ebml?.id !== id.ebml || segment?.id !== id.segment) throw new TypeError('not WebM');
  const parts = childrenOf(head, segment.content, head.length);
  const info = parts.find((one) => one.id === id.info);
  const tracks = parts.find((one) => one.id === id.tracks);
  if (!info || !tracks) throw new TypeError('not WebM');
  const length = new Uint8Array(8);
  new DataView(length.buffer).setFloat64(0, milliseconds);
  const facts = childrenOf(head, info.content, info.content + (info.size ?? 0))
    .filter((one) => one.id !== id.duration)
    .map((one) => sliceOf(head, one));
  const newInfo = element(id.info, ...facts, element(id.duration, length));
  const trackBytes = sliceOf(head, tracks);
  const track = cueTrackOf(head, tracks);
  const cuesFrom = (shift: number): Uint8Array =>
    element(id.cues, ...clusters.map(([byte, ms]) => cuePoint(track, byte + shift, ms)));
  // Positions count from the segment's content; how long the cues are does not depend on them.
  const before = newInfo.length + trackBytes.length + cuesFrom(0).length;
  return joinedBytes([
    head.subarray(0, segment.content),
    newInfo,
    trackBytes,
    cuesFrom(before - head.length),
  ]);
};
