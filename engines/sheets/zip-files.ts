import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly content: string | Buffer;
  /** Written instead of the true size, as a bomb does that hides. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
}

const number16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const number32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

/** Builds a zip by hand, wrong ones too. For tests. */
export const zipOf = (files: readonly ZipFile[], method: 0 | 8 = 8): Buffer => {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, encrypted } of files) {
    const raw = Buffer.from(content as string);
    const packed = method === 8 ? deflateRawSync(raw) : raw;
    const path = Buffer.from(name);
    const sizes = number32(crc32(raw), packed.length, claimedSize ?? raw.length);
    const flags = number16(20, encrypted ? 1 : 0, method, 0, 0);
    const head = Buffer.concat([number32(0x04034b50), flags, sizes, number16(path.length, 0), path, packed]);
    const attributes = Buffer.concat([number16(path.length, 0, 0, 0, 0), number32(0, offset)]);
    directory.push(Buffer.concat([number32(0x02014b50), number16(20), flags, sizes, attributes, path]));
    local.push(head);
    offset += head.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.concat([number32(0x06054b50), number16(0, 0, files.length, files.length)]);
  return Buffer.concat([...local, entries, end, number32(entries.length, offset), number16(0)]);
};

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The least files of a workbook with one sheet of this XML between <worksheet> tags. For tests. */
export const workbookFiles = (sheet: string, type = TYPES): ZipFile[] => [
  {
    name: '[Content_Types].xml',
    content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
  },
  {
    name: '_rels/.rels',
    content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: 'xl/worksheets/sheet1.xml', content: `<worksheet xmlns="${MAIN}">${sheet}</worksheet>` },
];

export const sheetRow = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;
