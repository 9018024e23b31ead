/**
 * Prints `sound/readings-data.ts`: every toneless reading of the characters in use, from pinyin-pro (MIT).
 * node engines/dictation/build/readings.ts DICT.txt > engines/dictation/sound/readings-data.ts
 * DICT.txt is jieba's dictionary (MIT); it only says which characters are in use.
 */
import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const characters = new Set<string>();
for (const line of readFileSync(process.argv[2] ?? '', 'utf8').split('\n')) {
  const [word = '', count = '0'] = line.split(' ');
  if (Number(count) >= 2) for (const c of word) if (/^[一-鿿]$/.test(c)) characters.add(c);
}
const bySyllable = new Map<string, string[]>();
for (const c of [...characters].sort()) {
  const readings = pinyin(c, { multiple: true, toneType: 'none', type: 'array', v: true });
  for (const syllable of new Set(readings)) {
    if (!/^[a-zê]+$/.test(syllable)) continue;
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), c]);
  }
}
const rows = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([s, chars]) => `${s}${chars.join('')}`);
process.stdout.write(
  `/** Toneless readings, one syllable with its characters between spaces. Printed by build/readings.ts. */\nexport const readingsData =\n  '${rows.join(' ')}';\n`,
);
