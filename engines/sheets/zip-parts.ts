import { crc32, deflateRawSync } from 'node:zlib';
import { type Entry, entries, unpack } from './zip-entries.ts';

/** The files of an Office document by name, in their order. Guard it before opening. */
export interface ZipParts {
  readonly names: readonly string[];
  text(name: string): string | undefined;
  /** The document again: parts given are new or added, parts given as null are gone, all others byte for byte as they were. */
  repack(changes: ReadonlyMap<string, string | null>): Uint8Array;
}

const MOST = 300_000_000;
const UTF8_NAMES = 0x0800;

const number16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const number32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

type Part = Pick<Entry, 'name' | 'method' | 'checksum' | 'size' | 'packed'>;

const partOf = (name: string, text: string): Part => {
  const raw = Buffer.from(text);
  return { name, method: 8, checksum: crc32(raw), size: raw.length, packed: deflateRawSync(raw) };
};

/** 1 January 1980, the first day a zip knows: the same input gives the same bytes. */
const DAY = 0x21;

const containerOf = (parts: readonly Part[]): Uint8Array => {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, method, checksum, size, packed } of parts) {
    const path = Buffer.from(name);
    const common = Buffer.concat([
      number16(20, UTF8_NAMES, method, 0, DAY),
      number32(checksum, packed.length, size),
    ]);
    const head = Buffer.concat([number32(0x04034b50), common, number16(path.length, 0), path, packed]);
    directory.push(
      Buffer.concat([
        Buffer.concat([number32(0x02014b50), number16(20), common]),
        Buffer.concat([number16(path.length, 0, 0, 0, 0), number32(0, offset), path]),
      ]),
    );
    local.push(head);
    offset += head.length;
  }
  const index = Buffer.concat(directory);
  const end = [
    number32(0x06054b50),
    number16(0, 0, parts.length, parts.length),
    number32(index.length, offset),
    number16(0),
  ];
  return new Uint8Array(Buffer.concat([...local, index, ...end]));
};

export const openZip = (source: Uint8Array): ZipParts => {
  const all = [...entries(Buffer.from(source.buffer, source.byteOffset, source.byteLength))];
  const byName = new Map(all.map((entry) => [entry.name, entry]));
  return {
    names: all.map(({ name }) => name),
    text: (name) => {
      const entry = byName.get(name);
      return entry
        ? unpack(entry, MOST)
            .toString('utf8')
            .replace(/^\ufeff/, '')
        : undefined;
    },
    repack: (changes) => {
      const kept = all.flatMap((entry) => {
        const change = changes.get(entry.name);
        if (change === null) return [];
        return change === undefined ? [entry] : [partOf(entry.name, change)];
      });
      const added = [...changes].flatMap(([name, text]) =>
        text === null || byName.has(name) ? [] : [partOf(name, text)],
      );
      return containerOf([...kept, ...added]);
    },
  };
};
