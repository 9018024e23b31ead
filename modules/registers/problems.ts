import { problemTable } from '#platform/contract/problem.ts';

/** What the registers refuse. Titles never hold a person's data; cells are named in `errors`. */
export const problems = problemTable('registers', {
  noResident: { status: 404, title: '底册里没有这位居民', en: 'There is no such resident in the register.' },
  notATable: {
    status: 422,
    title: '这份文件读不出表格，请另存为 .xlsx 后再试',
    en: 'No table could be read from this file. Save it as .xlsx and try again.',
  },
  columnsMissing: {
    status: 422,
    title: '表里没有找到必需的列',
    en: 'Columns that are needed were not found.',
  },
  cellsWrong: {
    status: 422,
    title: '有单元格需要修改，一行也没有写入',
    en: 'Some cells need mending. Nothing was written.',
  },
  fileChanged: {
    status: 409,
    title: '文件与预览时的不同，请重新预览',
    en: 'The file is not the one that was previewed. Please preview it again.',
  },
  registerChanged: {
    status: 409,
    title: '底册刚被别人改过，请重新预览',
    en: 'The register has just been changed by somebody else. Please preview again.',
  },
  noCommittee: {
    status: 403,
    title: '只有居委会的人可以打开居民底册',
    en: 'Only people of a committee may open its register.',
  },
});
