import { expect, test } from 'vitest';
import { addMessages, say } from './text.ts';

addMessages({ zh: { 'x.n': '{{n}} 人，{{n}} 份', 'x.zh': '只有中文' }, en: { 'x.n': '{{n}} people' } });

test('values stand where the words want them, as often as they want', () => {
  expect(say('x.n', { n: 3 })).toBe('3 人，3 份');
});

test('a value is text: braces and dollars in it mean nothing', () => {
  expect(say('x.n', { n: '{{n}} $&' })).toBe('{{n}} $& 人，{{n}} $& 份');
});

test('a value not given leaves no braces, a key without words is itself', () => {
  expect(say('x.n')).toBe(' 人， 份');
  expect(say('x.none')).toBe('x.none');
});
