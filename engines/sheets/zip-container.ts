import { constants, crc32, deflateRawSync } from 'node:zlib';

const UTF8_NAMES = 0x0800;
/** 1 January 1980, the first day a zip knows: the same input gives the same bytes. */
const DAY = 0x21;

const number16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const number32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

/** A file of a zip, packed already; `packed` may come in pieces. */
export interface PackedPart {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly packed: Buffer | readonly Buffer[];
}

/** A zip container of these files in their order. */
export const containerOf = (parts: readonly PackedPart[]): Uint8Array<ArrayBuffer> => {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, method, checksum, size, packed } of parts) {
    const path = Buffer.from(name);
    const pieces = Buffer.isBuffer(packed) ? [packed] : packed;
    const packedSize = pieces.reduce((sum, { length }) => sum + length, 0);
    const common = Buffer.concat([
      number16(20, UTF8_NAMES, method, 0, DAY),
      number32(checksum, packedSize, size),
    ]);
    const head = Buffer.concat([number32(0x04034b50), common, number16(path.length, 0), path]);
    directory.push(
      Buffer.concat([
        Buffer.concat([number32(0x02014b50), number16(20), common]),
        Buffer.concat([number16(path.length, 0, 0, 0, 0), number32(0, offset), path]),
      ]),
    );
    local.push(head, ...pieces);
    offset += head.length + packedSize;
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

export const packedPart = (name: string, text: string): PackedPart => {
  const raw = Buffer.from(text);
  return { name, method: 8, checksum: crc32(raw), size: raw.length, packed: deflateRawSync(raw) };
};

/** Text packed at once: long enough to pack well, short enough to stay small in memory. */
const PIECE = 512 * 1024;
/** A little less tight than usual: half the time, for files a tenth larger. */
const LEVEL = 4;
/** The empty last block that ends a stream of pieces. */
const END = Buffer.from([0x03, 0x00]);

/**
 * A long file of a zip, packed as it is written. Each piece ends on a whole byte (Z_SYNC_FLUSH), so that the
 * pieces one after the other are one stream.
 */
export class PartWriter {
  readonly #name: string;
  readonly #packed: Buffer[] = [];
  #waiting: string[] = [];
  #length = 0;
  #checksum = 0;
  #size = 0;

  constructor(name: string) {
    this.#name = name;
  }

  write(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= PIECE) this.#pack();
  }

  #pack(): void {
    const raw = Buffer.from(this.#waiting.join(''));
    [this.#waiting, this.#length] = [[], 0];
    this.#checksum = crc32(raw, this.#checksum);
    this.#size += raw.length;
    this.#packed.push(deflateRawSync(raw, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH }));
  }

  end(): PackedPart {
    if (this.#length > 0) this.#pack();
    return {
      name: this.#name,
      method: 8,
      checksum: this.#checksum,
      size: this.#size,
      packed: [...this.#packed, END],
    };
  }
}
