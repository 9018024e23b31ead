import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** A file of an archive; its name may be Chinese and have folders (`附件/…`). */
export interface Packed {
  readonly name: string;
  readonly content: Uint8Array;
}

const deflate = promisify(deflateRaw);
const words16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const words32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

/** Bit 11: names are UTF-8. Windows' own unpacker reads them so. */
const utf8Names = 0x0800;
const deflated = 8;
/** 1980-01-01: the same contents always make the same archive. */
const noTime = [0, 0x21] as const;

/** Packs files into one archive (ZIP); each is compressed off the main thread. */
export const zip = async (files: readonly Packed[]): Promise<Uint8Array<ArrayBuffer>> => {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const packed = await deflate(content);
    const path = Buffer.from(name);
    const about = Buffer.concat([
      words16(20, utf8Names, deflated, ...noTime),
      words32(crc32(content), packed.length, content.length),
      words16(path.length, 0),
    ]);
    const head = Buffer.concat([words32(0x04034b50), about, path]);
    directory.push(
      Buffer.concat([words32(0x02014b50), words16(20), about, words16(0, 0, 0), words32(0, offset), path]),
    );
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.concat([
    words32(0x06054b50),
    words16(0, 0, files.length, files.length),
    words32(entries.length, offset),
    words16(0),
  ]);
  return new Uint8Array(Buffer.concat([...local, entries, end]));
};
