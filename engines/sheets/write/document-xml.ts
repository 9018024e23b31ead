import type { Geometry, PaperForm } from '#engines/paper';
import { escapeXml } from '../xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Twentieths of a point, in which Word measures. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);

/** Of a line, em. */
const LINE_HEIGHT = 1.2;

interface ParagraphLook {
  readonly align: string;
  /** Points. */
  readonly size: number;
  readonly style?: string;
}

/** Text is text: nothing in it is ever a field. */
const run = (lines: readonly string[], size: number): string =>
  `<w:r><w:rPr><w:sz w:val="${Math.round(size * 2)}"/></w:rPr>${lines
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`;

export const paragraph = (lines: readonly string[], { align, size, style }: ParagraphLook): string => {
  const empty = lines.every((line) => line === '');
  // Lines of the height they were fitted with, whatever the font's own is.
  const styled = style
    ? `<w:pStyle w:val="${style}"/><w:spacing w:line="${Math.round(size * LINE_HEIGHT * 20)}" w:lineRule="exact"/>`
    : '';
  return `<w:p><w:pPr>${styled}<w:jc w:val="${align}"/></w:pPr>${empty ? '' : run(lines, size)}</w:p>`;
};

const pageSetup = (
  { page, margin, tableTop, footerTop }: Geometry,
  orientation: PaperForm['paper']['orientation'],
): string => {
  const below = page.height - footerTop + 1;
  const landscape = orientation === 'landscape' ? ' w:orient="landscape"' : '';
  return `<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"${landscape}/><w:pgMar w:top="${twips(tableTop)}" w:right="${twips(margin.x)}" w:bottom="${twips(below)}" w:left="${twips(margin.x)}" w:header="${twips(margin.top)}" w:footer="${twips(margin.bottom - 2)}" w:gutter="0"/>`;
};

/** A line no higher than a point: a table needs a paragraph behind it. */
const thin = (more = ''): string =>
  `<w:p><w:pPr>${more}<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`;

/** What stands around the tables of the pages. */
export const sectionXml = {
  start: `${START}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>`,
  pageBreak: thin('<w:pageBreakBefore/>'),
  end: (geometry: Geometry, orientation: PaperForm['paper']['orientation']): string =>
    `${thin()}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>${pageSetup(geometry, orientation)}</w:sectPr></w:body></w:document>`,
};

const tabs = (mm: number): string =>
  `<w:tabs><w:tab w:val="center" w:pos="${twips(mm / 2)}"/><w:tab w:val="right" w:pos="${twips(mm)}"/></w:tabs>`;

/** Items spread over a line: left, middle, right. */
const spread = (items: readonly string[], width: number): string => {
  const [first = '', ...rest] = items;
  const last = rest.pop();
  const texts = last === undefined ? ['', '', first] : [first, rest.join('　　'), last];
  return `<w:p><w:pPr>${tabs(width)}</w:pPr>${texts.map((text) => run([text], 10)).join('<w:r><w:tab/></w:r>')}</w:p>`;
};

const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** 第 {page} 页 共 {pages} 页, counted by Word. */
const pageLabel = ({ pageLabel: label, lang }: Pick<PaperForm, 'pageLabel' | 'lang'>): string => {
  const text = label ?? (lang === 'zh' ? '第 {page} 页　共 {pages} 页' : 'Page {page} of {pages}');
  const pieces = text.split(/(\{page\}|\{pages\})/).map((piece) => {
    if (piece === '{page}') return field('PAGE');
    return piece === '{pages}' ? field('NUMPAGES') : run([piece], 9);
  });
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${pieces.join('')}</w:p>`;
};

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

const styles = `${START}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style><w:style w:type="table" w:styleId="Form"><w:name w:val="Form"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${SIDES.map(border).join('')}</w:tblBorders><w:tblCellMar><w:left w:w="${twips(1.1)}" w:type="dxa"/><w:right w:w="${twips(1.1)}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

const relationships = (targets: readonly (readonly [string, string])[]): string =>
  `${START}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

type Lines = Pick<PaperForm, 'title' | 'meta' | 'footer' | 'pageLabel' | 'lang'>;

const headerXml = ({ title, meta }: Lines, width: number): string => {
  const lines = [meta.left, meta.right].map((texts) => texts.join('　　'));
  const heading = `<w:p><w:pPr><w:spacing w:after="160"/><w:jc w:val="center"/></w:pPr>${run([title], 20)}</w:p>`;
  return `${START}<w:hdr xmlns:w="${MAIN}">${heading}${lines.some((text) => text !== '') ? spread(lines, width) : ''}</w:hdr>`;
};

const footerXml = (form: Lines, width: number): string =>
  `${START}<w:ftr xmlns:w="${MAIN}">${form.footer.length > 0 ? spread(form.footer, width) : ''}${pageLabel(form)}</w:ftr>`;

/** Everything of the file but its body. */
export const documentParts = (form: Lines, { contentWidth }: Geometry): { name: string; xml: string }[] => {
  const override = (part: string, type: string): string =>
    `<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const parts = [
    override('document', 'document.main'),
    override('styles', 'styles'),
    override('header1', 'header'),
    override('footer1', 'footer'),
  ];
  return [
    {
      name: '[Content_Types].xml',
      xml: `${START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`,
    },
    { name: '_rels/.rels', xml: relationships([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      xml: relationships([
        ['styles', 'styles.xml'],
        ['header', 'header1.xml'],
        ['footer', 'footer1.xml'],
      ]),
    },
    { name: 'word/styles.xml', xml: styles },
    { name: 'word/header1.xml', xml: headerXml(form, contentWidth) },
    { name: 'word/footer1.xml', xml: footerXml(form, contentWidth) },
  ];
};
