import { type Problem, problemTable } from '#platform/contract/problem.ts';

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
  exportOver: {
    status: 409,
    title: '这份导出已经结束，不用取消',
    en: 'This export is over; there is nothing to cancel.',
  },
  noTemplate: {
    status: 404,
    title: '没有这份文件，请让管理台账的部门先交自己的表',
    en: 'There is no such file. The department that keeps the ledger has to bring its own form first.',
  },
  templateOutdated: {
    status: 409,
    title: '台账的列与确认这份文件时不同，请重新确认各列',
    en: 'The ledger has other columns than when the file was confirmed. Please confirm its columns again.',
  },
  exportNotReady: {
    status: 409,
    title: '还没做好，请稍候',
    en: 'It is not ready yet. Please wait a little.',
  },
  noForm: {
    status: 404,
    title: '没有这张导入的表，或不是本部门的',
    en: 'There is no such form, or it is not your department’s.',
  },
  formNothing: {
    status: 422,
    title: '没有读出表格：请看文件里有没有一行列名，下面是一行一行的内容',
    en: 'No table was found. See that the file has a line of column names with rows below it.',
  },
  formSettled: {
    status: 409,
    title: '这张表已经写成记录，要改请先整张撤回',
    en: 'This form has become records. Take it back as a whole to change it.',
  },
  formNotDeclared: {
    status: 409,
    title: '请先确认各列，成为台账',
    en: 'Confirm the columns first, so that the form becomes a ledger.',
  },
  formNeeds: {
    status: 422,
    title: '还差一列才能认出每行是谁',
    en: 'A column is missing by which to tell whom a row is about.',
  },
  formOpen: {
    status: 409,
    title: '还有几行要先定下来',
    en: 'Some rows still wait for your answer.',
  },
  formBusy: {
    status: 409,
    title: '这本台账正在写另一张表，请等它写完',
    en: 'Another form is being written into this ledger. Please wait for it.',
  },
  noSuchPerson: {
    status: 422,
    title: '所选的人或居委会不在本街道',
    en: 'The person or committee chosen is not of this subdistrict.',
  },
  definitionWrong: { status: 422, title: '台账的定义有误', en: 'The definition of the ledger is not right.' },
});

/** Why a file is not read: one refusal for each cause, so that each says what to do. */
const files = problemTable('ledgers', {
  fileEmptyFile: {
    status: 422,
    title: '文件是空的，请选有内容的文件',
    en: 'The file is empty. Choose one that holds something.',
  },
  fileTooLarge: {
    status: 422,
    title: '文件太大（或解开后太大），请分成几份',
    en: 'The file is too large, or unpacks to too much. Split it.',
  },
  fileTooManyRows: {
    status: 422,
    title: '行数太多（最多十万行），请分成几份',
    en: 'Too many rows (100,000 at most). Split it.',
  },
  fileTooManyColumns: {
    status: 422,
    title: '列数太多（最多四百列），请删去用不到的列',
    en: 'Too many columns (400 at most). Remove those not needed.',
  },
  fileNotAWorkbook: {
    status: 422,
    title: '不是 Excel 工作簿或 CSV，请选 .xlsx、.xls 或 .csv',
    en: 'Neither an Excel workbook nor a CSV. Choose an .xlsx, .xls or .csv.',
  },
  fileUnsupportedFormat: {
    status: 422,
    title: '不支持这种格式，请另存为 .xlsx',
    en: 'This format is not read. Save it as .xlsx.',
  },
  fileEncrypted: {
    status: 422,
    title: '文件有密码，请先取消密码',
    en: 'The file is under a password. Remove it first.',
  },
  fileMacroFile: {
    status: 422,
    title: '文件含宏，请另存为 .xlsx',
    en: 'The file holds macros. Save it as .xlsx.',
  },
  fileUnsafeContent: {
    status: 422,
    title: '文件内有不安全的内容，未读取，请用 Excel 打开后另存为 .xlsx',
    en: 'The file holds unsafe content and was not read. Open it in Excel and save it as .xlsx.',
  },
  fileDamaged: {
    status: 422,
    title: '文件已损坏，请用 Excel 打开后另存为 .xlsx',
    en: 'The file is damaged. Open it in Excel and save it as .xlsx.',
  },
  fileEncodingUnknown: {
    status: 422,
    title: '文字编码无法识别，请另存为 UTF-8 或 .xlsx',
    en: 'The encoding is unknown. Save it as UTF-8 or .xlsx.',
  },
  fileTookTooLong: {
    status: 422,
    title: '读取时间过长，请分成几份',
    en: 'Reading took too long. Split the file.',
  },
});
export const fileProblems: readonly Problem[] = Object.values(files);

/** By the code of the engine that reads files: `macro-file` is `fileMacroFile`. */
export const fileProblem = (code: string): Problem => {
  const name = `ledgers.file${code.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`;
  return fileProblems.find((one) => one.code === name) ?? files.fileDamaged;
};

/** Why a department's own file cannot be filled, and what to do; which columns or marks are named beside it. */
const templates = problemTable('ledgers', {
  templateNoSuchSheet: {
    status: 422,
    title: '文件里没有这张工作表，请重新交文件',
    en: 'The file has no such sheet. Please bring the file again.',
  },
  templateNoForm: {
    status: 422,
    title: '没有找到表头，请让第一张工作表有一行列名',
    en: 'No header was found. The first sheet needs a row with the names of its columns.',
  },
  templateNoSuchColumn: {
    status: 422,
    title: '文件里没有这些列，请重新确认',
    en: 'The file has no such columns. Please confirm them again.',
  },
  templateNoPlaceForRows: {
    status: 422,
    title: '没有地方写行：请在表头下留一行空行，或把记号放进表格的一行里',
    en: 'There is no place for rows: leave an empty row below the header, or put the marks into a row of a table.',
  },
  templateProtectedTable: {
    status: 422,
    title: '表格里用了“表格”功能或保护，不能加行，请转为普通区域后再交',
    en: 'The rows are an Excel table or protected. Turn them into a plain range, then bring the file again.',
  },
  templateMarksBroken: {
    status: 422,
    title: '有记号没写完整，请写成 {{姓名}} 这样',
    en: 'A mark is not complete. Write it like {{姓名}}.',
  },
  templateMarksUnknown: {
    status: 422,
    title: '有记号不知道填什么，请重新确认',
    en: 'It is not known what stands for a mark. Please confirm them again.',
  },
  templateNoMarks: {
    status: 422,
    title: '文件里没有记号：请在要填的地方写 {{姓名}} 这样的记号',
    en: 'The document has no marks: write marks like {{姓名}} where something is to be filled in.',
  },
});
export const templateProblems: readonly Problem[] = Object.values(templates);

/** By the code of the engine that fills files: `no-such-sheet` is `templateNoSuchSheet`. */
export const templateProblem = (code: string): Problem => {
  const name = `ledgers.template${code.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`;
  return templateProblems.find((one) => one.code === name) ?? templates.templateNoForm;
};
