/**
 * Prints `words/common-words-data.ts` and `words/name-data.ts` from jieba's dictionary (MIT).
 * node engines/dictation/build/words.ts DICT.txt words|names > FILE
 * Words: the 32,000 most frequent of two to four characters, no personal names, by falling frequency.
 * Names: how often a character stands in given names, as steps of a logarithm.
 */
import { readFileSync } from 'node:fs';
import { surnameStep } from '../words/surnames.ts';

const rows = readFileSync(process.argv[2] ?? '', 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .map(([word = '', count = '0', tag = '']) => ({ word, count: Number(count), tag }))
  .filter(({ word }) => /^[一-鿿]+$/.test(word));

const words = rows
  .filter(({ word, tag }) => word.length >= 2 && word.length <= 4 && !tag.startsWith('nr'))
  .sort((a, b) => b.count - a.count)
  .slice(0, 32_000);

const given = new Map<string, number>();
for (const { word, tag } of rows) {
  // Transliterated foreign names stand among the names too; few of them begin with a frequent family name.
  if (tag !== 'nr' || word.length !== 3 || (surnameStep.get(word.charAt(0)) ?? 9) > 5) continue;
  for (const c of word.slice(1)) given.set(c, (given.get(c) ?? 0) + 1);
}
const steps = (counts: Map<string, number>, least: number) => {
  const kept = [...counts].filter(([, n]) => n >= least);
  const by = new Map<number, string>();
  for (const [c, n] of kept) by.set(Math.round(Math.log2(n)), (by.get(Math.round(Math.log2(n))) ?? '') + c);
  return [...by]
    .sort(([a], [b]) => b - a)
    .map(([step, chars]) => `${step}${chars}`)
    .join(' ');
};
const text =
  process.argv[3] === 'names'
    ? `/** Given-name characters behind the binary logarithm of how often they occur. Printed by build/words.ts. */\nexport const givenData =\n  '${steps(given, 3)}';\n`
    : `/** Frequent words of two to four characters, most frequent first. Printed by build/words.ts. */\nexport const commonWordsData =\n  '${words.map(({ word }) => word).join(' ')}';\n`;
process.stdout.write(text);
