import ExcelJS from 'exceljs';
import { openZip } from '../zip-parts.ts';

/** How a department's file is made for a test. */
export interface DepartmentFile {
  /** Ruled empty rows below the header. */
  readonly ready: number;
}

const THIN: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
};
const THICK_BOTTOM: Partial<ExcelJS.Borders> = { ...THIN, bottom: { style: 'medium' } };

const DRAW = 'http://schemas.openxmlformats.org/drawingml/2006';
const anchor = (row: number): string =>
  `<xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 5}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`;

/** A red ring with a star and the office's name: a seal drawn with Excel's own shapes, which is no picture. */
const seal = (row: number): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="${DRAW}/spreadsheetDrawing" xmlns:a="${DRAW}/main">${anchor(row)}<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="公章"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1200000" cy="1200000"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="38100"><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></a:ln></xdr:spPr><xdr:txBody><a:bodyPr anchor="ctr"/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="zh-CN" sz="1400"><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></a:rPr><a:t>★ 街道民政办</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const withSeal = (bytes: Uint8Array, row: number): Uint8Array => {
  const zip = openZip(bytes);
  const sheet = zip.text('xl/worksheets/sheet1.xml') ?? '';
  const types = zip.text('[Content_Types].xml') ?? '';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const drawn = sheet.replace(/(<legacyDrawing|<\/worksheet>)/, '<drawing r:id="rIdSeal"/>$1');
  return zip.repack(
    new Map([
      ['xl/worksheets/sheet1.xml', drawn],
      ['xl/drawings/drawing1.xml', seal(row)],
      [
        'xl/worksheets/_rels/sheet1.xml.rels',
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdSeal" Type="${relation}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      ],
      [
        '[Content_Types].xml',
        types.replace(
          '</Types>',
          '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
        ),
      ],
    ]),
  );
};

const NAMES = ['序号', '姓名', '随访日期', '收缩压', '舒张压', '合计'];

/**
 * A department's own form as its clerk made it: merged title and header, ruled rows, formulas, a total, signatures,
 * print set-up, a list, a coloured rule, a second sheet that looks at it, and a drawn seal. For tests.
 */
export const departmentFile = async ({ ready }: DepartmentFile): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('随访', {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      printTitlesRow: '1:4',
      printArea: `A1:G${ready + 7}`,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
  sheet.columns = [6, 14, 16, 12, 12, 12, 20].map((width) => ({ width }));
  sheet.mergeCells('A1:G1');
  sheet.getCell('A1').value = '高血压患者随访登记表';
  sheet.getCell('A1').style = {
    font: { name: '方正小标宋简体', size: 20 },
    alignment: { horizontal: 'center' },
  };
  sheet.mergeCells('A2:D2');
  sheet.getCell('A2').value = '填报单位：';
  sheet.mergeCells('F2:G2');
  sheet.getCell('F2').value = '2026年11月';
  for (const [index, name] of NAMES.entries()) {
    sheet.mergeCells(3, index + 1, 4, index + 1);
    sheet.getCell(3, index + 1).value = name;
  }
  sheet.mergeCells('G3:G4');
  sheet.getCell('G3').value = '备注';
  for (let row = 3; row <= 5 + ready; row += 1)
    for (let column = 1; column <= 7; column += 1) {
      const last = row === 4 + ready;
      sheet.getCell(row, column).style = {
        border: last ? THICK_BOTTOM : THIN,
        alignment: { horizontal: 'center', vertical: 'middle' },
        ...(row > 4 && column === 3 ? { numFmt: 'yyyy"年"m"月"d"日"' } : {}),
      };
    }
  for (let row = 5; row <= 4 + ready; row += 1) {
    sheet.getRow(row).height = 24;
    sheet.getCell(row, 6).value = { formula: `D${row}+E${row}`, result: 0 };
  }
  const total = 5 + ready;
  sheet.getCell(total, 1).value = '合计';
  sheet.mergeCells(total, 1, total, 3);
  sheet.getCell(total, 4).value = { formula: `SUM(D5:D${4 + ready})`, result: 0 };
  sheet.getCell(total + 1, 1).value = '填表人：';
  sheet.getCell(total + 1, 5).value = '审核人：';
  sheet.getCell(5, 7).dataValidation = { type: 'list', formulae: ['"复查,转诊"'], allowBlank: true };
  sheet.addConditionalFormatting({
    ref: `D5:D${4 + ready}`,
    rules: [
      {
        type: 'cellIs',
        operator: 'greaterThan',
        formulae: [140],
        priority: 1,
        style: { font: { color: { argb: 'FFC00000' } } },
      },
    ],
  });
  const other = workbook.addWorksheet('汇总');
  other.getCell('A1').value = { formula: `SUM(随访!D5:D${4 + ready})`, result: 0 };
  return withSeal(new Uint8Array(await workbook.xlsx.writeBuffer()), total + 1);
};
