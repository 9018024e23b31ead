import { inflateRawSync } from 'node:zlib';
import { SheetRefusal } from './refusal.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MOST_ENTRIES = 4000;

/** One file of a zip container as it stands there. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  /** As the directory says; it may lie. */
  readonly size: number;
  readonly packed: Buffer;
}

export const damaged = (): SheetRefusal => new SheetRefusal('damaged', 'the zip container is damaged');

const endOfDirectory = (bytes: Buffer): number => {
  const lowest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= lowest; at -= 1)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw damaged();
};

const packedBytes = (bytes: Buffer, at: number, size: number): Buffer => {
  if (bytes.readUInt32LE(at) !== LOCAL_ENTRY) throw damaged();
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + size > bytes.length) throw damaged();
  return bytes.subarray(start, start + size);
};

/** Every file the container's directory names. @throws SheetRefusal */
export function* entries(bytes: Buffer): Generator<Entry> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new SheetRefusal('unsafe-content', `${count} files in the container`);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const nameLength = bytes.readUInt16LE(at + 28);
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      checksum: bytes.readUInt32LE(at + 16),
      size: bytes.readUInt32LE(at + 24),
      packed: packedBytes(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20)),
    };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** Sizes written in a zip can lie, so each file is really unpacked, with what is left of the allowance. */
export const unpack = ({ method, packed }: Entry, allowance: number): Buffer => {
  if (method === 0) return packed;
  if (method !== 8) throw new SheetRefusal('unsupported-format', `zip method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, allowance) });
  } catch (error) {
    if (error instanceof RangeError) throw new SheetRefusal('too-large', 'unpacks to more than is allowed');
    throw damaged();
  }
};
