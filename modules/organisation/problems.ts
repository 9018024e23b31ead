import { problemTable } from '#platform/contract/problem.ts';

/** Every refusal organisation can give. */
export const problems = problemTable('organisation', {
  unreadable: {
    status: 422,
    title: '这个文件读不出来，请用 .xlsx、.xls 或 .csv 文件',
    en: 'This file cannot be read. Please use an .xlsx, .xls or .csv file.',
  },
  importProblems: {
    status: 422,
    title: '表格里有需要修改的地方，什么都没有写入',
    en: 'The spreadsheet has places to mend. Nothing was written.',
  },
  importStale: {
    status: 409,
    title: '预览之后组织信息有过改动，请重新上传核对',
    en: 'The organisation was changed after this preview. Please upload the file again.',
  },
  importDone: {
    status: 409,
    title: '这份表格已经导入过了',
    en: 'This file has been imported already.',
  },
  yearOfDay: {
    status: 422,
    title: '日期不在所选的年份里',
    en: 'A day is not in the year chosen.',
  },
});
