import { parentPort, workerData } from 'node:worker_threads';
import { type RawLimits, type RawSheet, readRaw } from './read-raw.ts';
import { SheetRefusal, type SheetRefusalCode } from './refusal.ts';

export type ReadAnswer =
  | { readonly sheets: readonly RawSheet[] }
  | { readonly code: SheetRefusalCode; readonly message: string };

const { bytes, limits } = workerData as { bytes: Uint8Array; limits: RawLimits };

const answer = async (): Promise<ReadAnswer> => {
  try {
    return { sheets: await readRaw(bytes, limits) };
  } catch (error) {
    if (error instanceof SheetRefusal) return { code: error.code, message: error.message };
    return { code: 'damaged', message: 'the file cannot be read' };
  }
};

// The clock runs from here: on a busy machine starting a thread takes time that is not the file's fault.
parentPort?.postMessage('reading');
parentPort?.postMessage(await answer());
