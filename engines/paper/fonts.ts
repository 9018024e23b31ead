import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCoverage } from './coverage.ts';

const require = createRequire(import.meta.url);
const SONG = join(dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json')), '400Regular');
const RARE = fileURLToPath(new URL('./fonts', import.meta.url));

/** What an office's own folder is asked for first: a form in 仿宋 is what a street office prints. */
const OFFICE_FAMILIES = ['FangSong', 'FangSong_GB2312', 'STFangsong', 'SimSun', 'Songti SC'];
const OWN_FAMILIES = ['Noto Serif SC', 'Qingzhuang Rare Names'];
/** Whole fonts of rare characters that an office may add to its folder. */
const RARE_FAMILIES = ['SimSun-ExtB', 'HanaMinA', 'HanaMinB', 'LXGW WenKai'];

export interface FontSet {
  readonly folders: readonly string[];
  readonly families: readonly string[];
}

/** Our own fonts, or an office's folders before them. */
export const fontSet = (officeFolders: readonly string[]): FontSet => ({
  folders: [...officeFolders, SONG, RARE],
  families: [...(officeFolders.length > 0 ? OFFICE_FAMILIES : []), ...OWN_FAMILIES, ...RARE_FAMILIES],
});

const fontFiles = (folder: string): string[] => {
  try {
    const names = readdirSync(folder).filter((name) => /\.(ttf|otf|ttc)$/i.test(name));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/** The code points the fonts of these folders can print. A folder or font that cannot be read counts for nothing. */
export const coverageOf = (folders: readonly string[]): ReadonlySet<number> => {
  const covered = new Set<number>();
  for (const file of folders.flatMap(fontFiles)) readCoverage(readFileSync(file), covered);
  return covered;
};
