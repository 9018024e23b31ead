import { readFile, stat } from 'node:fs/promises';
import { CommandRefusal } from './command.ts';

const mostBytes = 500_000_000;

/** What a text holds; `where` stands before the refusal. The text is not quoted: it may speak of people. */
export const parseJson = (where: string, text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandRefusal(`${where}: 不是 JSON · not JSON`);
  }
};

/** What a JSON file holds, or a refusal in one line. */
export const readJson = async (file: string): Promise<unknown> => {
  const refuse = (zh: string, en: string) => new CommandRefusal(`${file}: ${zh} · ${en}`);
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  );
  if (size < 0) throw refuse('没有这个文件', 'no such file');
  if (size > mostBytes) throw refuse('文件太大，请分批', 'the file is too large; split it');
  const text = await readFile(file, 'utf8').catch(() => {
    throw refuse('读不了这个文件', 'cannot be read');
  });
  return parseJson(file, text);
};
