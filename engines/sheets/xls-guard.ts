import { SheetRefusal } from './refusal.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const has = (bytes: Buffer, name: string): boolean => bytes.includes(utf16(name));

const GLOBALS_START = 0x0809;
const FILE_PASS = 0x2f;

/** A protected .xls says so in one of the first records of its workbook stream, which starts on a sector. */
const isProtected = (bytes: Buffer): boolean => {
  for (let sector = 512; sector + 20 < bytes.length; sector += 512) {
    if (bytes.readUInt16LE(sector) !== GLOBALS_START || bytes.readUInt16LE(sector + 6) !== 5) continue;
    let at = sector;
    for (let record = 0; record < 4 && at + 4 < bytes.length; record += 1) {
      if (bytes.readUInt16LE(at) === FILE_PASS) return true;
      at += 4 + bytes.readUInt16LE(at + 2);
    }
  }
  return false;
};

/**
 * Looks at an OLE container (old .xls, or any Office file under a password) before a reader does.
 *
 * @throws SheetRefusal
 */
export const guardXls = (source: Uint8Array): void => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  if (has(bytes, 'EncryptedPackage') || isProtected(bytes))
    throw new SheetRefusal('encrypted', 'a workbook under a password');
  if (has(bytes, '_VBA_PROJECT')) throw new SheetRefusal('macro-file', 'a workbook with macros');
  if (!has(bytes, 'Workbook'))
    throw new SheetRefusal('not-a-workbook', 'an Office document that is no workbook');
};
