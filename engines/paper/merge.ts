import { PDFDocument } from 'pdf-lib';

/** Joins parts into one document in order; the same parts always give the same bytes. */
export const mergePdf = async (parts: readonly Uint8Array[], title: string): Promise<Uint8Array> => {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = await PDFDocument.create({ updateMetadata: false });
  whole.setTitle(title);
  for (const part of parts) {
    const source = await PDFDocument.load(part, { updateMetadata: false });
    for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
  }
  return whole.save({ objectsPerTick: Number.POSITIVE_INFINITY });
};
