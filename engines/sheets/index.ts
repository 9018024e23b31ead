export { type Cell, type CellProblem, cellAddress } from './cells.ts';
export { CSV_MARK, type CsvValue, csvLine, writeCsv } from './csv.ts';
export { sheetName, type WorkbookForm, type WorkbookValue, writeFormWorkbook } from './form-workbook.ts';
export { type HeaderMatch, matchHeader, type WantedColumn } from './match-header.ts';
export type { Merge } from './read-raw.ts';
export { type ReadLimits, readTable, type SheetTable, type TableSheet } from './read-table.ts';
export { SheetRefusal, type SheetRefusalCode } from './refusal.ts';
export { type TemplateColumn, type TemplateNames, writeTemplate } from './write-template.ts';
