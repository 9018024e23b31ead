import { crc32, inflateRawSync } from 'node:zlib';
import { SheetRefusal } from './refusal.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MOST_ENTRIES = 4000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packed: Buffer;
}

const damaged = (): SheetRefusal => new SheetRefusal('damaged', 'the zip container is damaged');

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

function* entries(bytes: Buffer): Generator<Entry> {
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
      packed: packedBytes(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20)),
    };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** Sizes written in a zip can lie, so each file is really unpacked, with what is left of the allowance. */
const unpack = ({ method, packed }: Entry, allowance: number): Buffer => {
  if (method === 0) return packed;
  if (method !== 8) throw new SheetRefusal('unsupported-format', `zip method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, allowance) });
  } catch (error) {
    if (error instanceof RangeError) throw new SheetRefusal('too-large', 'unpacks to more than is allowed');
    throw damaged();
  }
};

const isEscaping = (name: string): boolean => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name);
const isMacro = (name: string): boolean => /vbaProject|macrosheets\//i.test(name);

const checkContentTypes = (types: string | undefined): void => {
  if (types === undefined) throw new SheetRefusal('not-a-workbook', 'a zip that is no workbook');
  if (/macroEnabled/i.test(types)) throw new SheetRefusal('macro-file', 'a workbook with macros');
  if (/sheet\.binary/i.test(types)) throw new SheetRefusal('unsupported-format', 'a binary workbook (.xlsb)');
  if (!types.includes('spreadsheetml.sheet.main+xml'))
    throw new SheetRefusal('not-a-workbook', 'an Office document that is no workbook');
};

/**
 * Looks through an .xlsx before any reader does: what it unpacks to in all, names that leave the container,
 * macros, document type declarations (XXE, entity bombs), and whether it is a workbook at all.
 *
 * @returns the bytes it unpacks to
 * @throws SheetRefusal
 */
export const guardZip = (source: Uint8Array, mostBytes: number): number => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  let left = mostBytes;
  let types: string | undefined;
  try {
    for (const entry of entries(bytes)) {
      if (entry.encrypted) throw new SheetRefusal('encrypted', 'the container is encrypted');
      if (isEscaping(entry.name))
        throw new SheetRefusal('unsafe-content', 'a name that leaves the container');
      if (isMacro(entry.name)) throw new SheetRefusal('macro-file', 'a workbook with macros');
      const content = unpack(entry, left);
      left -= content.length;
      if (left < 0) throw new SheetRefusal('too-large', 'unpacks to more than is allowed');
      if (crc32(content) !== entry.checksum) throw damaged();
      if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY'))
        throw new SheetRefusal('unsafe-content', 'a document type declaration');
      if (entry.name === '[Content_Types].xml') types = content.toString('utf8');
    }
  } catch (error) {
    throw error instanceof SheetRefusal ? error : damaged();
  }
  checkContentTypes(types);
  return mostBytes - left;
};
