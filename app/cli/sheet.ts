import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readFormFile, refusalWords, SheetRefusal, type SheetRefusalCode } from '#engines/sheets';
import { CommandRefusal, printJson, type Run, say, UsageRefusal } from './command.ts';

const usage = 'qz sheet FILE.xlsx [--sheet NAME]';

const inWords = (code: SheetRefusalCode): string => `${refusalWords[code].zh} · ${refusalWords[code].en}`;

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
    if (error instanceof SheetRefusal) throw new CommandRefusal(inWords(error.code));
    throw error;
  }
};
