import type { Geometry, PaperForm } from '#engines/paper';
import { escapeXml } from '../xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const PAPER = { A4: 9, A3: 8 };
/** Lines above the header: the title, and the line of unit and period. */
const TOP_LINES = 2;
/** A little less than the paper has, so that a printer's own measures never push a column over the edge. */
const SAFE = 0.97;

/** Column width in characters of the default font, which are 7 pixels at 96 dpi with 5 around. */
const characters = (mm: number): number => Math.max(2, ((mm * SAFE * 96) / 25.4 - 5) / 7);
const inches = (mm: number): number => mm / 25.4;
const short = (value: number): number => Math.round(value * 1000) / 1000;

/** What stands before the rows: the header stays in view, columns have the paper's widths. */
export const sheetHead = ({ grid, columnWidths }: Geometry): string => {
  const frozen = grid.levels + TOP_LINES;
  const columns = columnWidths
    .map(
      (mm, at) => `<col min="${at + 1}" max="${at + 1}" width="${short(characters(mm))}" customWidth="1"/>`,
    )
    .join('');
  return `${START}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`;
};

/** `&` starts a code in a workbook's page header. */
const headerText = (text: string): string => text.replaceAll('&', '&&').slice(0, 200);

const headerFooter = ({ lang, watermark }: Pick<PaperForm, 'lang' | 'watermark'>): string => {
  const footer = lang === 'zh' ? '&C第 &P 页 共 &N 页' : '&CPage &P of &N';
  const header = watermark ? `<oddHeader>${escapeXml(`&R${headerText(watermark)}`)}</oddHeader>` : '';
  return `<headerFooter>${header}<oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`;
};

const margins = ({ margin }: Geometry): string => {
  const sides: Record<string, number> = {
    left: margin.x,
    right: margin.x,
    top: margin.top,
    bottom: margin.bottom,
    header: margin.top / 2,
    footer: margin.bottom / 2,
  };
  const attributes = Object.entries(sides).map(([side, mm]) => `${side}="${short(inches(mm))}"`);
  return `<pageMargins ${attributes.join(' ')}/>`;
};

/** What stands behind the rows. Never "fit to page": Excel then ignores page breaks, and with them the rows a page. */
export const sheetTail = (
  form: Pick<PaperForm, 'lang' | 'watermark' | 'paper'>,
  geometry: Geometry,
  merges: readonly string[],
  breaks: readonly number[],
): string => {
  const merged = merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
  const broken = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  const counts = `count="${breaks.length}" manualBreakCount="${breaks.length}"`;
  return [
    '</sheetData>',
    merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    margins(geometry),
    `<pageSetup paperSize="${PAPER[form.paper.size]}" scale="100" orientation="${form.paper.orientation}"/>`,
    headerFooter(form),
    broken && `<rowBreaks ${counts}>${broken}</rowBreaks>`,
    '</worksheet>',
  ].join('');
};

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${START}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** Everything of the file but the sheet, its texts and its looks. */
export const packageParts = (sheet: string, { grid }: Geometry): { name: string; xml: string }[] => {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const titles = `'${sheet.replaceAll("'", "''")}'!$1:$${grid.levels + TOP_LINES}`;
  return [
    {
      name: '[Content_Types].xml',
      xml: `${START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`,
    },
    { name: '_rels/.rels', xml: relationships([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      xml: `${START}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeXml(titles)}</definedName></definedNames></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      xml: relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    },
  ];
};
