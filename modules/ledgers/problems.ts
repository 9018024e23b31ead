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
  definitionWrong: { status: 422, title: '台账的定义有误', en: 'The definition of the ledger is not right.' },
});
