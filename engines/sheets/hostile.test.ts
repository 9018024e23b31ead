import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { readTable, SheetRefusal } from './index.ts';
import { readRaw } from './read-raw.ts';
import { sheetRow, workbookFiles, type ZipFile, zipOf } from './zip-files.ts';

/** Small, so that a bomb in a test is cheap to build. */
const LIMITS = { maxRows: 1000, maxColumns: 200, maxUnpacked: 4_000_000 };
const good = workbookFiles(sheetRow('<c r="A1"><v>1</v></c>'));
const withFile = (name: string, content: string | Buffer, more: Partial<ZipFile> = {}): Buffer =>
  zipOf([...good, { name, content, ...more }]);
const sheetOf = (xml: string, before = ''): Buffer => {
  const files = workbookFiles(xml).map((file) =>
    file.name.endsWith('sheet1.xml') ? { ...file, content: before + String(file.content) } : file,
  );
  return zipOf(files);
};
const zeros = (size: number): Buffer => Buffer.alloc(size, 0x20);
const ole = (...names: string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1600),
    ...names.map((name) => Buffer.from(name, 'utf16le')),
    Buffer.alloc(1024),
  ]);
const protectedXls = (): Buffer => {
  const bytes = ole('Workbook');
  bytes.set([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00], 512);
  bytes.set([0x2f, 0x00, 0x36, 0x00], 512 + 20);
  return bytes;
};
/** Stored, not packed, so that only the checksum can tell. */
const flippedByte = (): Buffer => {
  const bytes = zipOf(good, 0);
  bytes.writeUInt8(0x39, bytes.indexOf('<v>1</v>') + 3);
  return bytes;
};
const ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const manyRows = (count: number): string =>
  `<sheetData>${Array.from({ length: count }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join('')}</sheetData>`;

test('the least workbook is read, so that the refusals below mean something', async () => {
  const { sheets } = await readTable(zipOf(good));
  expect(sheets[0]?.rows[0]?.[0]).toEqual({ address: 'A1', value: 1, text: '1' });
});

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
  ['an empty file', 'empty-file', () => new Uint8Array()],
  ['a picture', 'not-a-workbook', () => Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')],
  ['a PDF', 'not-a-workbook', () => Buffer.from('%PDF-1.7 …')],
  ['a web page called .xls', 'not-a-workbook', () => Buffer.from('<html><table><tr><td>1</td></tr></table>')],
  ['bytes without sense', 'not-a-workbook', () => Buffer.from([1, 2, 0, 3, 0, 0, 9])],
  ['text in no known encoding', 'encoding-unknown', () => Buffer.from([0x41, 0xff, 0xff, 0x0a])],
  ['a zip of something else', 'not-a-workbook', () => zipOf([{ name: 'a.txt', content: 'hello' }])],
  [
    'a Word document',
    'not-a-workbook',
    () =>
      zipOf(
        workbookFiles('', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
      ),
  ],
  ['a cut-off workbook', 'damaged', () => zipOf(good).subarray(0, 400)],
  ['a workbook with a flipped byte', 'damaged', flippedByte],
  [
    'a zip with a false directory',
    'damaged',
    () => {
      const bytes = zipOf(good);
      bytes.writeUInt32LE(7, bytes.length - 6);
      return bytes;
    },
  ],
  ['a bomb', 'too-large', () => withFile('xl/media/x.xml', zeros(20_000_000))],
  [
    'a bomb that lies about its size',
    'too-large',
    () => withFile('xl/x.xml', zeros(20_000_000), { claimedSize: 10 }),
  ],
  [
    'many small bombs',
    'too-large',
    () =>
      zipOf([
        ...good,
        ...Array.from({ length: 30 }, (_, index) => ({ name: `x${index}`, content: zeros(200_000) })),
      ]),
  ],
  [
    'five thousand files',
    'unsafe-content',
    () => zipOf(Array.from({ length: 5000 }, (_, index) => ({ name: `${index}`, content: '' }))),
  ],
  ['an outside entity (XXE)', 'unsafe-content', () => sheetOf('', EXTERNAL)],
  ['an entity bomb', 'unsafe-content', () => sheetOf('', ENTITIES)],
  ['a name that leaves the folder', 'unsafe-content', () => withFile('../../etc/x', 'x')],
  ['an absolute name', 'unsafe-content', () => withFile('/etc/x', 'x')],
  ['a Windows path', 'unsafe-content', () => withFile('C:\\x', 'x')],
  ['macros', 'macro-file', () => withFile('xl/vbaProject.bin', 'x')],
  ['a macro sheet', 'macro-file', () => withFile('xl/macrosheets/sheet1.xml', '<x/>')],
  [
    'a macro-enabled type',
    'macro-file',
    () => zipOf(workbookFiles('', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')),
  ],
  [
    'a binary workbook',
    'unsupported-format',
    () =>
      zipOf(
        workbookFiles('', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main').map((file) => ({
          ...file,
          content: String(file.content).replace('macroEnabled.', ''),
        })),
      ),
  ],
  ['a zip under a password', 'encrypted', () => withFile('x', 'x', { encrypted: true })],
  [
    'a workbook under a password',
    'encrypted',
    () =>
      writeXlsx({ sheets: [{ name: 's', rows: [['x']] }], encryption: { password: 'p', spinCount: 1000 } }),
  ],
  ['an old workbook under a password', 'encrypted', protectedXls],
  ['an old workbook with macros', 'macro-file', () => ole('Workbook', '_VBA_PROJECT')],
  ['an old Word document', 'not-a-workbook', () => ole('WordDocument')],
  ['an old workbook of zeros', 'damaged', () => ole('Workbook')],
  [
    'two cells a world apart',
    'too-large',
    () =>
      sheetOf(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
  ],
  [
    'a cell in the last row',
    'too-many-rows',
    () => sheetOf('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
  ],
  ['more rows than asked for', 'too-many-rows', () => sheetOf(manyRows(1001))],
  ['a cell in the last column', 'too-many-columns', () => sheetOf(sheetRow('<c r="XFD1"><v>1</v></c>'))],
  ['a CSV of a million lines', 'too-many-rows', () => Buffer.from('a\n'.repeat(1_000_000))],
  ['a CSV of a million columns', 'too-many-columns', () => Buffer.from(`${','.repeat(1_000_000)}1`)],
])('%s is refused as %s', async (_what, code, make) => {
  const refused = await readRaw(await make(), LIMITS).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(SheetRefusal);
  expect(refused).toMatchObject({ code });
});

test('the reading thread hands a refusal over, and unpacks at most twenty times the size allowed', async () => {
  const bomb = withFile('xl/x.xml', zeros(30_000_000));
  await expect(readTable(bomb, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'too-large' });
});

test('a file larger than allowed is refused before it is opened', async () => {
  await expect(readTable(new Uint8Array(11), { maxBytes: 10 })).rejects.toMatchObject({ code: 'too-large' });
});

test('formatted but empty cells down to the last row are no reason to refuse', async () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576" s="0"/></row>';
  const { sheets } = await readTable(sheetOf(`<sheetData>${rows}</sheetData>`));
  expect(sheets[0]?.rows).toHaveLength(1);
});

test('a refusal never repeats what stands in the file', async () => {
  const file = withFile('../310106195001011234', '310106195001011234');
  const refused = await readTable(file).catch((error: Error) => error);
  expect(String(refused)).not.toContain('310106');
});
