import type { Platform } from '#platform/server/dependencies.ts';
import { createWebmScanner } from '../../domain/webm.ts';
import type { SittingKey } from '../repository.ts';
import { addChunk, addPart, partsOf } from './repository.ts';

/** Where a chunk's sealed bytes lie. Told by its place, so that writing it twice writes it once. */
export const chunkKey = (subdistrict: string, recording: string, part: number, chunk: number): string =>
  `${subdistrict}/recordings/${recording}/${part}/${chunk}`;

export interface PartWriter {
  /**
   * Keeps a piece of the stream: when it returns, power may fail. Pieces come one after the other.
   * @returns false while the stream's head is not whole: then nothing is kept yet
   */
  readonly write: (piece: Uint8Array) => Promise<boolean>;
}

/** What a few seconds of trouble with the database or the store may cost, in tries a second apart. */
const tries = 30;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The recorder's stream went to a recording that has been deleted. */
export class RecordingGone extends Error {}

/**
 * Writes one run of the recorder as the next part of a recording: each piece sealed, synced in the store, then
 * noted in the database with the places one can jump to.
 * @param firstAt when its first picture was taken, ISO 8601
 */
export const createPartWriter = async (
  { db, files, secrets }: Platform,
  key: SittingKey,
  recording: string,
  firstAt: string,
): Promise<PartWriter> => {
  const { subdistrict } = key;
  const scanner = createWebmScanner();
  const earlier = await db.read(key, (tx) => partsOf(tx, subdistrict, [recording]));
  const part = (earlier.at(-1)?.part ?? 0) + 1;
  /** The stream's beginning, until its head is whole. */
  let waiting: Uint8Array[] = [];
  let chunk = 0;

  const patiently = async (work: () => Promise<void>): Promise<void> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof RecordingGone || tried >= tries) throw error;
        await sleep(1_000);
      }
    }
  };

  const keep = async (bytes: Uint8Array, scanned: ReturnType<typeof scanner.read>): Promise<void> => {
    const name = chunkKey(subdistrict, recording, part, chunk);
    await files.put(name, secrets.sealBytes(name, bytes), 'application/octet-stream');
    const kept = await db.transaction(key, async (tx) => {
      if (chunk === 0)
        await addPart(tx, subdistrict, { recording, part, firstAt, headerBytes: scanned.headBytes ?? 0 });
      const row = { chunk, bytes: bytes.length, clusters: scanned.clusters };
      return addChunk(tx, subdistrict, { recording, part }, row, scanned.until);
    });
    if (!kept) {
      await files.remove(name);
      throw new RecordingGone('the recording was deleted');
    }
  };

  return {
    write: async (piece) => {
      const scanned = scanner.read(piece);
      waiting.push(piece);
      if (scanned.headBytes === null) return false;
      const bytes = Buffer.concat(waiting);
      waiting = [];
      await patiently(() => keep(bytes, scanned));
      chunk += 1;
      return true;
    },
  };
};
