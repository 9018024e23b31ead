import { withWorkbench } from '../boot/attach.ts';
import { plantDemonstration } from '../demo/plant.ts';
import { printJson, type Run, say, UsageRefusal } from './command.ts';

const numberAfter = (words: readonly string[], flag: string, otherwise: number): number => {
  const at = words.indexOf(flag);
  if (at < 0) return otherwise;
  const value = Number(words[at + 1]);
  if (!Number.isInteger(value) || value < 0)
    throw new UsageRefusal(`${flag}: 应为整数 · a whole number is needed`);
  return value;
};

/** Fills an empty database with the demonstration subdistrict. */
export const run: Run = (words) =>
  withWorkbench(process.env, async ({ platform, modules }) => {
    const planted = await plantDemonstration(
      { platform, modules },
      { seed: numberAfter(words, '--seed', 1), years: numberAfter(words, '--years', 0), say },
    );
    if (!planted) {
      say('数据库已有内容，演示数据未写入 · The database is not empty: nothing was written');
      return 1;
    }
    printJson(planted);
    return 0;
  });
