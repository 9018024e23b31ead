import { problemTable } from '#platform/contract/problem.ts';

/** What the ledgers refuse. Somebody else's ledger and one that is not there look the same. */
export const problems = problemTable('ledgers', {
  noLedger: {
    status: 404,
    title: '没有这本台账，或不归您查看',
    en: 'There is no such ledger, or it is not yours to see.',
  },
  noRow: { status: 404, title: '这一条现在不在这本台账里', en: 'This row does not stand in the ledger now.' },
  noColumn: { status: 422, title: '这本台账没有这一列', en: 'The ledger has no such column.' },
  noPage: {
    status: 404,
    title: '没有这一页，请从第 1 页看起',
    en: 'There is no such page. Please start from page 1.',
  },
  cannotPrint: {
    status: 422,
    title: '表样排不下这一页，请请管理台账的部门调整表样',
    en: 'The form does not fit its page. Please ask the department that keeps it to change the layout.',
  },
  issuedAlready: {
    status: 409,
    title: '这个月已签发，之后没有变化，不用再签',
    en: 'This month is signed, and nothing has changed since.',
  },
  monthAhead: { status: 422, title: '还没到这个月，不能签发', en: 'This month has not begun yet.' },
  noIssue: {
    status: 404,
    title: '没有这份签发的台账，或不归您查看',
    en: 'There is no such signed copy, or it is not yours to see.',
  },
  fileDamaged: {
    status: 500,
    title: '签发的文件与签发时不同，已停止交出，请联系系统管理员',
    en: 'The signed file is not what was signed. It is not handed out; please tell the administrator.',
  },
  designChanged: {
    status: 409,
    title: '这本台账刚被别人改过，请看新的一版再改',
    en: 'Somebody has just changed this ledger. Look at the new version, then change it.',
  },
  noDepartment: {
    status: 403,
    title: '台账由部门设立，您没有所在的部门',
    en: 'Ledgers are kept by departments, and you belong to none.',
  },
  tooManyExports: {
    status: 409,
    title: '您已有五份导出在做，请等做好再要',
    en: 'Five of your exports are being made. Please wait for them first.',
  },
  noExport: {
    status: 404,
    title: '没有这份导出，文件只留七天',
    en: 'There is no such export; files are kept for seven days.',
  },
  exportNotReady: {
    status: 409,
    title: '还没做好，请稍候',
    en: 'It is not ready yet. Please wait a little.',
  },
  definitionWrong: { status: 422, title: '台账的定义有误', en: 'The definition of the ledger is not right.' },
});
