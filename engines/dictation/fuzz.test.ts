import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgers, register } from './corpus/fixtures.ts';
import { createDictation } from './index.ts';

const dictation = createDictation({ ledgers, ...register });
const ref = '2026-03-18T10:30:00+08:00';

const ids = fc.constantFrom(...ledgers.map((one) => one.id));
const words = fc.constantFrom(
  ...register.residents.slice(0, 20).map((one) => one.name),
  ...ledgers.flatMap((one) =>
    one.fields.flatMap((field) => [
      field.label,
      ...(field.synonyms ?? []),
      ...(field.yes ?? []),
      ...(field.no ?? []),
    ]),
  ),
  ...'不没是对错改了到和跟的，。 \n0123456789一二三四五六七八九十百千万两半点号楼室月日周上下左右'.split(''),
  '不对，是',
  '说错了',
  '不是',
  '明天',
  '上午',
  '和安',
  '3号楼',
  '一百三十五',
  '八十五',
);

/** Whatever comes in, what goes out is well-formed: places inside the text, numbers in range, choices of the list. */
const holds = (utterance: string, ledger: string): void => {
  const fields = new Map(ledgers.find((one) => one.id === ledger)?.fields.map((field) => [field.key, field]));
  const { records } = dictation.read({ utterance, ref, ledger });
  for (const { values, evidence } of records)
    for (const [key, value] of Object.entries(values)) {
      const field = fields.get(key);
      const one = evidence[key];
      expect(field).toBeDefined();
      expect(one?.text).toBe(utterance.slice(one?.start, one?.end));
      if (field?.type === 'choice') expect(field.options?.map((option) => option.value)).toContain(value);
      if (field?.type !== 'number') continue;
      expect(value).toBeGreaterThanOrEqual(field.min ?? 0);
      expect(value).toBeLessThanOrEqual(field.max ?? 1e9);
    }
};

test('any characters at all are read without a throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), ids, holds), { numRuns: 300 });
});

test('words of the trade in any order are read without a throw', () => {
  const talk = fc.array(words, { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(fc.property(talk, ids, holds), { numRuns: 600 });
});

/** Pieces that invite a pattern or a search to try every way: repeated, they must stay cheap. */
const pieces = [
  '一',
  '一百',
  '1',
  '3号',
  '和安',
  '不是',
  '不对是',
  '周玉萍',
  '周',
  '血压',
  '，',
  ' ',
  '\n',
  '三点',
  '周三',
  '张',
  '没',
  '一百三十五八十五',
  '高压',
  '说错了',
  '两',
  '的',
  '是张建国不是章建国',
  '3、',
  '半',
  '王秀英王秀莹',
  '😀',
  '\u0000',
  'a',
  '不不',
  '提出',
  '缺',
  '电话13817720456',
];

test.each(pieces)('two thousand characters of %j end', (piece) => {
  const utterance = piece.repeat(Math.ceil(2000 / piece.length)).slice(0, 2000);
  for (const ledger of ['bp', 'hazard']) holds(utterance, ledger);
});

/** Words that other words are made of: every way to cut them must not be tried. */
const doubled = [
  '刚刚',
  '都是',
  '倒是',
  '愿意',
  '的皮',
  '门卡',
  '倒也',
  '有点',
  '只有',
  '下来',
  '检查',
  '总共住',
];
const openings = ['外墙', '大门', '问题', '饭', '煤气', '手续', '没有', '疫苗', '明天', '材料', '高压'];

test.each(doubled)('thirty times %s behind the words of any column end', (word) => {
  for (const opening of openings)
    for (const { id } of ledgers) holds(`周玉萍${opening}${word.repeat(30)}三号楼${word.repeat(30)}九点`, id);
});
