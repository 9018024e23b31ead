import { expect, test } from 'vitest';
import { entryOf } from './new-version.ts';

const page = (hash: string) =>
  `<script type="module" crossorigin src="/assets/runtime-a.js"></script><script type="module" crossorigin src="/assets/shell-${hash}.js"></script>`;

test('another shell is another version, the same is not', () => {
  expect(entryOf(page('b'))).toBe(entryOf(page('b')));
  expect(entryOf(page('b'))).not.toBe(entryOf(page('c')));
});

test('a page that is not ours (a proxy’s notice) is no version', () => {
  expect(
    entryOf('<h1>502 Bad Gateway</h1><script src="https://elsewhere.example/x.js"></script>'),
  ).toBeNull();
});
