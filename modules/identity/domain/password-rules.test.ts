import { expect, test } from 'vitest';
import { isGuessable } from './password-rules.ts';

test.each([
  'short-1',
  '1234567890',
  'abcdefghij',
  '0987654321',
  'aaaaaaaaaa',
  '1212121212',
  'Password123',
  'password2026!',
  'qwertyuiop',
  '5201314520',
  'woaini1314520',
  'Qingzhuang2026',
])('%s is among the first guesses', (password) => {
  expect(isGuessable(password)).toBe(true);
});

test.each(['tea-house-42-river', '新芳居三号楼有棵老槐树', 'vK7#pLq2wZ', 'qingzhuang-test-2026'])(
  '%s is not',
  (password) => {
    expect(isGuessable(password)).toBe(false);
  },
);

test("one's own name with figures is guessable", () => {
  expect(isGuessable('wangxiuying1', ['wangxiuying'])).toBe(true);
  expect(isGuessable('party-office1', ['party-office'])).toBe(true);
  expect(isGuessable('WangXiuYing2026', ['wangxiuying'])).toBe(true);
  expect(isGuessable('wangxiuying likes osmanthus', ['wangxiuying'])).toBe(false);
});
