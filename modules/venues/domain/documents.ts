/** Longer than any paper read at a sitting; each page is kept and sent as a picture. */
export const mostPages = 200;
export const mostDocuments = 40;
/** A page is at most so large: a full page of print at 2000 pixels takes a tenth of it. */
export const pageBytes = 4 * 1024 * 1024;
/** More than a wall shows. */
const longestSide = 4096;

export interface PagePicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const pngSize = (bytes: Uint8Array): { width: number; height: number } => ({
  width: word(bytes, 16) * 65_536 + word(bytes, 18),
  height: word(bytes, 20) * 65_536 + word(bytes, 22),
});

/** Markers of a frame's head (SOF), which holds the size; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpegSize = (bytes: Uint8Array): { width: number; height: number } | null => {
  for (let at = 2; at + 9 < bytes.length; at += 2 + word(bytes, at + 2)) {
    if (bytes[at] !== 0xff) return null;
    if (isFrame(bytes[at + 1] ?? 0)) return { height: word(bytes, at + 5), width: word(bytes, at + 7) };
  }
  return null;
};

/** What picture these bytes begin like, by their own words; null for anything else, or one too large to draw. */
export const pagePicture = (bytes: Uint8Array): PagePicture | null => {
  const isPng = bytes.length > 24 && startsWith(bytes, pngSignature);
  const size = isPng ? pngSize(bytes) : startsWith(bytes, [0xff, 0xd8, 0xff]) ? jpegSize(bytes) : null;
  if (!size || size.width < 1 || size.height < 1) return null;
  if (size.width > longestSide || size.height > longestSide) return null;
  return { type: isPng ? 'image/png' : 'image/jpeg', ...size };
};
