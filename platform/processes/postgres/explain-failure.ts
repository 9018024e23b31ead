import { diskFull, portTaken, readOnly, StartRefusal } from '../start-refusal.ts';

/**
 * Turns the last words of a PostgreSQL program that did not come up into a refusal. The words come from
 * start-up only, before any client was served, so they hold nobody's data.
 */
export const explainFailure = (folder: string, output: string, port = 0): StartRefusal => {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(folder, output);
  if (/could not (bind|create any TCP)/.test(output)) return portTaken(port, output);
  if (/Read-only file system|Permission denied/.test(output)) return readOnly(folder, output);
  if (/lock file .* already exists|still in use/.test(output)) return stillInUse(folder, output);
  return new StartRefusal(
    'did_not_start',
    `内置数据库未能启动：${folder}。The built-in database did not start: ${lastWords(output)}`,
    output,
  );
};

const stillInUse = (folder: string, cause: string): StartRefusal =>
  new StartRefusal(
    'data_folder_in_use',
    `另一个数据库进程仍在使用数据文件夹：${folder}。请先停止它。Another database process still uses this data folder: stop it first.`,
    cause,
  );

const lastWords = (output: string): string => {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
};
