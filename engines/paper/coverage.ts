/** Reads which characters a TrueType/OpenType file maps to a glyph (OpenType `cmap`, formats 4 and 12). */

const range = (into: Set<number>, from: number, to: number): void => {
  for (let code = from; code <= to; code += 1) into.add(code);
};

/** Format 4 covers the basic plane; a segment's codes count even where its glyph array has holes. */
const readFormat4 = (view: DataView, at: number, into: Set<number>): void => {
  const segments = view.getUint16(at + 6) / 2;
  for (let index = 0; index < segments; index += 1) {
    const end = view.getUint16(at + 14 + index * 2);
    const start = view.getUint16(at + 16 + segments * 2 + index * 2);
    if (end !== 0xffff) range(into, start, end);
  }
};

const readFormat12 = (view: DataView, at: number, into: Set<number>): void => {
  const groups = view.getUint32(at + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + index * 12;
    range(into, view.getUint32(group), Math.min(view.getUint32(group + 4), 0x10ffff));
  }
};

const readTable = (view: DataView, cmap: number, into: Set<number>): void => {
  const count = view.getUint16(cmap + 2);
  const offsets = Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 8 + index * 8));
  const full = offsets.find((at) => view.getUint16(at) === 12);
  if (full !== undefined) readFormat12(view, full, into);
  else for (const at of offsets) if (view.getUint16(at) === 4) readFormat4(view, at, into);
};

const fontOffsets = (view: DataView): number[] => {
  if (view.getUint32(0) !== 0x74746366) return [0];
  return Array.from({ length: view.getUint32(8) }, (_, index) => view.getUint32(12 + index * 4));
};

/** Adds the characters of a font file, or of every font in a collection; a broken file adds what could be read. */
export const readCoverage = (bytes: Uint8Array, into: Set<number>): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (const font of fontOffsets(view)) {
      const tables = view.getUint16(font + 4);
      for (let index = 0; index < tables; index += 1) {
        const record = font + 12 + index * 16;
        if (view.getUint32(record) === 0x636d6170) readTable(view, view.getUint32(record + 8), into);
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
};
