import type { SheetRefusalCode } from './refusal.ts';

/** What is the matter with a file that is not read, and what to do about it: the same words at every door. */
export const refusalWords: Readonly<Record<SheetRefusalCode, { readonly zh: string; readonly en: string }>> =
  {
    'empty-file': {
      zh: '文件是空的，请选有内容的文件',
      en: 'The file is empty. Choose one that holds something.',
    },
    'too-large': {
      zh: '文件太大（或解开后太大），请分成几份',
      en: 'The file is too large, or unpacks to too much. Split it.',
    },
    'too-many-rows': {
      zh: '行数太多（最多十万行），请分成几份',
      en: 'Too many rows (100,000 at most). Split it.',
    },
    'too-many-columns': {
      zh: '列数太多（最多四百列），请删去用不到的列',
      en: 'Too many columns (400 at most). Remove those not needed.',
    },
    'not-a-workbook': {
      zh: '不是 Excel 工作簿或 CSV，请选 .xlsx、.xls 或 .csv',
      en: 'Neither an Excel workbook nor a CSV. Choose an .xlsx, .xls or .csv.',
    },
    'unsupported-format': {
      zh: '不支持这种格式，请另存为 .xlsx',
      en: 'This format is not read. Save it as .xlsx.',
    },
    encrypted: { zh: '文件有密码，请先取消密码', en: 'The file is under a password. Remove it first.' },
    'macro-file': { zh: '文件含宏，请另存为 .xlsx', en: 'The file holds macros. Save it as .xlsx.' },
    'unsafe-content': {
      zh: '文件内有不安全的内容，未读取，请用 Excel 打开后另存为 .xlsx',
      en: 'The file holds unsafe content and was not read. Open it in Excel and save it as .xlsx.',
    },
    damaged: {
      zh: '文件已损坏，请用 Excel 打开后另存为 .xlsx',
      en: 'The file is damaged. Open it in Excel and save it as .xlsx.',
    },
    'encoding-unknown': {
      zh: '文字编码无法识别，请另存为 UTF-8 或 .xlsx',
      en: 'The encoding is unknown. Save it as UTF-8 or .xlsx.',
    },
    'took-too-long': { zh: '读取时间过长，请分成几份', en: 'Reading took too long. Split the file.' },
  };
