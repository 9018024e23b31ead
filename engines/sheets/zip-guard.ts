import { crc32 } from 'node:zlib';
import { SheetRefusal } from './refusal.ts';
import { damaged, entries, unpack } from './zip-entries.ts';

const isEscaping = (name: string): boolean => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name);
const isMacro = (name: string): boolean => /vbaProject|macrosheets\//i.test(name);

/** What a file must be: a workbook (.xlsx) or a Word document (.docx). */
export type OfficeKind = 'workbook' | 'document';

const MAIN_TYPE: Record<OfficeKind, string> = {
  workbook: 'spreadsheetml.sheet.main+xml',
  document: 'wordprocessingml.document.main+xml',
};

const checkContentTypes = (types: string | undefined, kind: OfficeKind): void => {
  if (types === undefined) throw new SheetRefusal('not-a-workbook', 'a zip that is no workbook');
  if (/macroEnabled/i.test(types)) throw new SheetRefusal('macro-file', 'an Office file with macros');
  if (/sheet\.binary/i.test(types)) throw new SheetRefusal('unsupported-format', 'a binary workbook (.xlsb)');
  if (!types.includes(MAIN_TYPE[kind]))
    throw new SheetRefusal('not-a-workbook', `an Office file that is no ${kind}`);
};

/**
 * Looks through an .xlsx before any reader does: what it unpacks to in all, names that leave the container,
 * macros, document type declarations (XXE, entity bombs), and whether it is a workbook (or Word document) at all.
 *
 * @returns the bytes it unpacks to
 * @throws SheetRefusal
 */
export const guardZip = (source: Uint8Array, mostBytes: number, kind: OfficeKind = 'workbook'): number => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  let left = mostBytes;
  let types: string | undefined;
  try {
    for (const entry of entries(bytes)) {
      if (entry.encrypted) throw new SheetRefusal('encrypted', 'the container is encrypted');
      if (isEscaping(entry.name))
        throw new SheetRefusal('unsafe-content', 'a name that leaves the container');
      if (isMacro(entry.name)) throw new SheetRefusal('macro-file', 'an Office file with macros');
      const content = unpack(entry, left);
      left -= content.length;
      if (left < 0) throw new SheetRefusal('too-large', 'unpacks to more than is allowed');
      if (crc32(content) !== entry.checksum) throw damaged();
      if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY'))
        throw new SheetRefusal('unsafe-content', 'a document type declaration');
      if (entry.name === '[Content_Types].xml') types = content.toString('utf8');
    }
  } catch (error) {
    throw error instanceof SheetRefusal ? error : damaged();
  }
  checkContentTypes(types, kind);
  return mostBytes - left;
};
