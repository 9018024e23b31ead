import type { RawReply } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { seekableHead } from '../../domain/webm.ts';
import { chunkKey } from './part-writer.ts';
import type { ChunkRow, PartRow } from './repository.ts';

/** First and last byte asked for, or null when the header asks for no range we know. */
export const rangeOf = (header: string | null, size: number): [number, number] | 'outside' | null => {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return null;
  const from = found[1] === '' ? Math.max(0, size - Number(found[2])) : Number(found[1]);
  const to = found[1] === '' || found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1);
  return from >= size || from > to ? 'outside' : [from, to];
};

/** A stretch of the part as it is played: the head made for jumping, then the chunks without the written head. */
interface Piece {
  readonly begins: number;
  readonly length: number;
  readonly bytes: () => Promise<Uint8Array>;
}

/** One part of a recording as a file that can be jumped in, opened chunk by chunk as it is asked for. */
export const createPartReader = ({ files, secrets }: Pick<Platform, 'files' | 'secrets'>) => {
  const open = async (name: string): Promise<Uint8Array> => {
    const sealed = await files.get(name);
    if (!sealed) throw new Error('a chunk of a recording is missing from the store');
    return secrets.openBytes(name, sealed);
  };

  const piecesOf = async (
    subdistrict: string,
    { recording, part, headerBytes, milliseconds }: PartRow,
    chunks: readonly ChunkRow[],
  ): Promise<Piece[]> => {
    const keyOf = (chunk: number) => chunkKey(subdistrict, recording, part, chunk);
    const first = await open(keyOf(0));
    const clusters = chunks.flatMap((one) => one.clusters);
    const head = seekableHead(first.subarray(0, headerBytes), clusters, milliseconds);
    const pieces: Piece[] = [{ begins: 0, length: head.length, bytes: async () => head }];
    let begins = head.length;
    for (const { chunk, bytes } of chunks) {
      const skip = chunk === 0 ? headerBytes : 0;
      const length = bytes - skip;
      pieces.push({ begins, length, bytes: async () => (await open(keyOf(chunk))).subarray(skip) });
      begins += length;
    }
    return pieces;
  };

  const streamOf = (pieces: readonly Piece[], from: number, to: number): ReadableStream<Uint8Array> => {
    const wanted = pieces.filter(({ begins, length }) => begins <= to && begins + length > from);
    let next = 0;
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const piece = wanted[next];
          if (!piece) return controller.close();
          next += 1;
          const bytes = await piece.bytes();
          controller.enqueue(bytes.subarray(Math.max(0, from - piece.begins), to + 1 - piece.begins));
        },
      },
      { highWaterMark: 0 },
    );
  };

  /** Answers a request for a part, or for a range of its bytes. */
  return async (
    subdistrict: string,
    part: PartRow,
    chunks: readonly ChunkRow[],
    range: string | null,
  ): Promise<RawReply> => {
    const pieces = await piecesOf(subdistrict, part, chunks);
    const size = pieces.reduce((sum, { length }) => sum + length, 0);
    const asked = rangeOf(range, size);
    const type = 'video/webm';
    if (asked === 'outside')
      return {
        type,
        content: new Uint8Array(),
        status: 416,
        headers: { 'content-range': `bytes */${size}` },
      };
    const [from, to] = asked ?? [0, size - 1];
    const headers = {
      'accept-ranges': 'bytes',
      'content-length': String(to - from + 1),
      ...(asked ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
    };
    return { type, content: streamOf(pieces, from, to), headers, ...(asked ? { status: 206 as const } : {}) };
  };
};
