import { SheetRefusal } from './refusal.ts';

const decodeAs = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Text of a CSV as Chinese offices write it: UTF-8 with or without a mark, UTF-16 with one, else GB 18030
 * (Excel's own "CSV" in China). Strict UTF-8 first: Chinese text in GB 18030 is practically never valid UTF-8.
 *
 * @throws SheetRefusal encoding-unknown; not-a-workbook when it holds zero bytes
 */
export const decodeText = (bytes: Uint8Array): string => {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const text = marked ? decodeAs(marked[0], bytes) : (decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes));
  if (text === undefined) throw new SheetRefusal('encoding-unknown', 'neither UTF-8 nor GB 18030');
  if (text.includes('\0')) throw new SheetRefusal('not-a-workbook', 'not a text file');
  return text;
};
