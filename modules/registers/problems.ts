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
  noHousehold: { status: 404, title: '底册里没有这一户', en: 'There is no such household in the register.' },
  noPlace: {
    status: 404,
    title: '底册里没有这处场所或单位',
    en: 'There are no such premises or organisation in the register.',
  },
  noMerge: {
    status: 404,
    title: '没有这次合并，或已经撤销',
    en: 'There is no such merge, or it was taken back already.',
  },
  fieldsWrong: {
    status: 422,
    title: '有几项需要修改，没有写入',
    en: 'Some fields need mending. Nothing was written.',
  },
  alreadyThere: {
    status: 409,
    title: '底册里已有这个人',
    en: 'This person is in the register already.',
  },
  knownElsewhere: {
    status: 409,
    title: '此人已在本街道另一居委会的底册中，请先与街道核对',
    en: "This person is in another committee's register. Please ask the office first.",
  },
  changedMeanwhile: {
    status: 409,
    title: '刚被别人改过，请看过再改',
    en: 'Somebody else has just changed it. Please look again first.',
  },
  leftAlready: {
    status: 409,
    title: '已经登记过搬走或去世',
    en: 'It is noted already that the person has left.',
  },
  notLeft: {
    status: 409,
    title: '没有登记过搬走或去世',
    en: 'Nobody has noted that the person left.',
  },
  leftOnWrong: {
    status: 422,
    title: '日期不能晚于今天，也不能早于出生',
    en: 'The day may not be later than today or before the birth.',
  },
  twoPeople: {
    status: 409,
    title: '两人的身份证号不同，不能合并；若有一个写错，请先改正',
    en: 'They have different ID numbers. If one is wrong, put it right first.',
  },
  mergedFurther: {
    status: 409,
    title: '合并之后又并入了别人，请先撤销后一次合并',
    en: 'The person was merged once more since. Take that merge back first.',
  },
  householdWrong: {
    status: 422,
    title: '一户只能有一位户主，同一个人只能列一次',
    en: 'A household has at most one head, and each person stands in it once.',
  },
  numberTaken: {
    status: 409,
    title: '这个户号已经用在另一户',
    en: 'Another household has this number already.',
  },
  placeThere: {
    status: 409,
    title: '底册里已有这个统一社会信用代码',
    en: 'This unified social credit code is in the register already.',
  },
});
