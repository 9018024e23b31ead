import { createHash } from 'node:crypto';
import { cellOf, readFormSheets, SheetRefusal } from '#engines/sheets';
import { Refusal } from '#platform/contract/problem.ts';
import { type FormReading, readingOf } from '../../domain/forms/reading.ts';
import { fileProblem, problems } from '../../problems.ts';
import type { SealedFiles } from '../sealed-files.ts';

/** What a file is by its first bytes; the reader has made sure of it. */
export const kindOf = (bytes: Uint8Array): 'xlsx' | 'xls' | 'csv' => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
  return bytes[0] === 0xd0 && bytes[1] === 0xcf ? 'xls' : 'csv';
};

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads a department's file: every sheet as `qz sheet` reads it, those of the same columns together.
 * @param sheet another than the first in sight, from 0
 * @throws {Refusal} one of the file's, or formNothing
 */
export const readForm = async (bytes: Uint8Array, sheet?: number): Promise<FormReading> => {
  try {
    const reading = readingOf(await readFormSheets(bytes), cellOf, sheet);
    if (!reading) throw new Refusal(problems.formNothing);
    return reading;
  } catch (error) {
    if (error instanceof SheetRefusal) throw new Refusal(fileProblem(error.code));
    throw error;
  }
};

/** Somebody who goes through a form's rows page by page reads it from here; a few at once are all there are. */
const most = 4;

/** Readings lie sealed beside their files. */
export const createReadings = (store: SealedFiles) => {
  const recent = new Map<string, FormReading>();
  const remember = (key: string, reading: FormReading): FormReading => {
    if (recent.size >= most) recent.delete(recent.keys().next().value ?? '');
    recent.set(key, reading);
    return reading;
  };
  return {
    put: async (key: string, reading: FormReading): Promise<void> => {
      await store.put(key, Buffer.from(JSON.stringify(reading)));
      remember(key, reading);
    },
    get: async (key: string): Promise<FormReading> => {
      const known = recent.get(key);
      if (known) return known;
      const stored = await store.get(key);
      if (!stored) throw new Error('a form without its reading');
      return remember(key, JSON.parse(Buffer.from(stored).toString('utf8')) as FormReading);
    },
  };
};
export type Readings = ReturnType<typeof createReadings>;
