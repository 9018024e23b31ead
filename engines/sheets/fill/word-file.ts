import { zipOf } from '../zip-files.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A paragraph of one run a piece: a mark that Word has cut is given in pieces. */
export const paragraph = (...pieces: string[]): string =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${pieces.map((piece) => `<w:r><w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr><w:t>${piece}</w:t></w:r>`).join('')}</w:p>`;

export const tableRow = (...cells: string[]): string =>
  `<w:tr w14:paraId="0A0B0C0D"><w:trPr><w:trHeight w:val="454"/></w:trPr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${cell.startsWith('<w:p') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`;

export const table = (...rows: string[]): string =>
  `<w:tbl><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders></w:tblPr>${rows.join('')}</w:tbl>`;

/** A seal of Word's own shapes. */
const SEAL = `<w:p><w:r><w:pict><v:oval xmlns:v="urn:schemas-microsoft-com:vml" style="width:90pt;height:90pt" filled="f" strokecolor="#c00000" strokeweight="3pt"><v:textbox><w:txbxContent>${paragraph('★ {{部门}}')}</w:txbxContent></v:textbox></v:oval></w:pict></w:r></w:p>`;

/** A department's Word form with a header line, a seal and this body. For tests. */
export const wordFile = (body: string): Uint8Array =>
  new Uint8Array(
    zipOf([
      {
        name: '[Content_Types].xml',
        content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/></Types>`,
      },
      {
        name: '_rels/.rels',
        content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      },
      {
        name: 'word/_rels/document.xml.rels',
        content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/header" Target="header1.xml"/></Relationships>`,
      },
      {
        name: 'word/header1.xml',
        content: `<w:hdr xmlns:w="${MAIN}">${paragraph('{{居委会}}台账')}</w:hdr>`,
      },
      {
        name: 'word/document.xml',
        content: `<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>${body}${SEAL}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
      },
    ]),
  );
