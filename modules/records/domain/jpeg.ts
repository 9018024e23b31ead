import { joinedBytes } from '#platform/files/joined-bytes.ts';

/** Markers of a JPEG stream (ITU-T T.81, table B.1). */
const startOfImage = 0xd8;
const startOfScan = 0xda;
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
const comment = 0xfe;
/** APP0 holds the pixel density, APP14 how colours are coded: a picture without them looks wrong. */
const harmless = new Set([0xe0, 0xee]);

/**
 * Takes everything out of a JPEG that is no picture: where it was taken (EXIF, XMP), by what, when, comments.
 * @returns null for bytes that are no JPEG
 */
export const withoutTraces = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === startOfScan) {
      kept.push(bytes.subarray(at));
      return joinedBytes(kept);
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    const traces = (isApplication(marker) && !harmless.has(marker)) || marker === comment;
    if (!traces) kept.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  return null;
};
