import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readFormFile, SheetRefusal, type SheetRefusalCode } from '#engines/sheets';
import { CommandRefusal, printJson, type Run, say, UsageRefusal } from './command.ts';

const usage = 'qz sheet FILE.xlsx [--sheet NAME]';

/** What to do about a file that is not read, Chinese first. */
const WORDS: Record<SheetRefusalCode, string> = {
  'empty-file': '文件是空的 · The file is empty',
  'too-large':
    '文件太大（或解开后太大），请分成几份 · The file is too large, or unpacks to too much; split it',
  'too-many-rows': '行数太多（最多十万行），请分成几份 · Too many rows (100,000 at most); split it',
  'too-many-columns': '列数太多（最多四百列）· Too many columns (400 at most)',
  'not-a-workbook': '不是 Excel 工作簿或 CSV · Neither an Excel workbook nor a CSV',
  'unsupported-format': '不支持这种格式，请另存为 .xlsx · This format is not read; save it as .xlsx',
  encrypted: '文件有密码，请先取消密码 · The file is under a password; remove it first',
  'macro-file': '文件含宏，请另存为 .xlsx · The file holds macros; save it as .xlsx',
  'unsafe-content': '文件内有不安全的内容，未读取 · The file holds unsafe content and was not read',
  damaged: '文件已损坏，请用 Excel 打开后另存 · The file is damaged; open it in Excel and save it again',
  'encoding-unknown': '文字编码无法识别，请另存为 UTF-8 · The encoding is unknown; save it as UTF-8',
  'took-too-long': '读取时间过长，请分成几份 · Reading took too long; split the file',
};

const parse = (words: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { sheet: { type: 'string' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new UsageRefusal(usage);
    return { file, sheet: values.sheet };
  } catch (error) {
    throw error instanceof UsageRefusal ? error : new UsageRefusal(`${(error as Error).message}\n${usage}`);
  }
};

const contentOf = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandRefusal(
      code === 'ENOENT'
        ? `没有文件 ${file} · There is no file ${file}`
        : `无法读取 ${file}（${code}）· Cannot read ${file} (${code})`,
    );
  }
};

/** Prints what is read from a department's form; what was not understood is listed by cell. */
export const run: Run = async (words) => {
  const { file, sheet } = parse(words);
  try {
    const { form, sheets } = await readFormFile(await contentOf(file), sheet);
    const names = sheets.map(({ name }) => name).join('、');
    if (!form)
      throw new CommandRefusal(
        `没有工作表 ${sheet}，有：${names} · There is no sheet ${sheet}; there are: ${names}`,
      );
    printJson(form);
    say(
      `${form.rows.length} 行 rows · ${form.columns.length} 列 columns · 未识别 not understood ${form.notUnderstood.length}`,
    );
    return 0;
  } catch (error) {
    if (error instanceof SheetRefusal) throw new CommandRefusal(WORDS[error.code]);
    throw error;
  }
};
