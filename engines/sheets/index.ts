export { type Cell, type CellProblem, cellAddress } from './cells.ts';
export { CSV_MARK, type CsvValue, csvField, csvLine, csvLineOf, writeCsv } from './csv.ts';
export type { DocumentFill, DocumentMark } from './fill/fill-document.ts';
export type { FormFill } from './fill/fill-form.ts';
export type { FillValue } from './fill/sheet-xml.ts';
export { fillDocument, fillForm, readMarks } from './fill-files.ts';
export { FillRefusal, type FillRefusalCode } from './fill-refusal.ts';
export type { FormCells, FormKind, FormLine, NotUnderstood, ReadColumn, ReadForm } from './form/form.ts';
export { FormDocument } from './form-document.ts';
export {
  type ColumnFormat,
  FormWorkbook,
  sheetName,
  type WorkbookForm,
  type WorkbookHead,
  writeFormWorkbook,
} from './form-workbook.ts';
export { type HeaderMatch, matchHeader, type WantedColumn } from './match-header.ts';
export { cellOf, type FormFile, readFormFile, readFormSheets } from './read-form-file.ts';
export type { Merge } from './read-raw.ts';
export { type ReadLimits, readTable, type SheetTable, type TableSheet } from './read-table.ts';
export { SheetRefusal, type SheetRefusalCode } from './refusal.ts';
export { refusalWords } from './refusal-words.ts';
export type { FormSheet } from './sheet-worker.ts';
export type { WorkbookValue } from './write/cells-xml.ts';
export { type TemplateColumn, type TemplateNames, writeTemplate } from './write-template.ts';
