/**
 * Prints `words/surname-readings-data.ts`: how a family name is read where it is one (单 shan, 仇 qiu), from pinyin-pro (MIT).
 * node engines/dictation/build/surname-readings.ts > engines/dictation/words/surname-readings-data.ts
 */
import { pinyin } from 'pinyin-pro';
import { surnameStep } from '../words/surnames.ts';

const rows = [...surnameStep.keys()]
  .filter((name) => name.length === 1)
  .map((name) => `${name}${pinyin(name, { mode: 'surname', toneType: 'none', v: true })}`);
process.stdout.write(
  `/** Family names, each with its reading. Printed by build/surname-readings.ts. */\nexport const surnameReadingsData =\n  '${rows.join(' ')}';\n`,
);
