import { expect, test } from 'vitest';
import type { Heard } from '../lexicon/compile.ts';
import { createSoundIndex, repair } from './repair.ts';

const index = createSoundIndex(
  new Map<string, Heard>([
    ['血压', 'figure'],
    ['楼道堆东西', 'option'],
    ['没吃药', 'option'],
    ['党员会', 'option'],
    ['柯基', 'option'],
  ]),
);
const heard = (text: string): string => repair(index, text, new Uint8Array(text.length)).text;

test.each([
  ['血鸭一百三', '血压一百三'],
  ['楼道对东西', '楼道堆东西'],
  ['养了只柯鸡', '养了只柯基'],
])('%s is heard as %s', (text, expected) => expect(heard(text)).toBe(expected));

test.each(['党员徽章还剩二十个', '每吃饱', '他说没吃'])('%s stays as it is', (text) =>
  expect(heard(text)).toBe(text),
);

test('the text keeps its length and what is understood already is not touched', () => {
  const text = '血鸭一百三';
  expect(repair(index, text, new Uint8Array(text.length).fill(1)).text).toBe(text);
  expect(heard(text)).toHaveLength(text.length);
});
