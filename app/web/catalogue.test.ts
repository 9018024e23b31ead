import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Catalogue, Language, Messages } from '#platform/ui/pages.ts';
import { messages, pages } from './pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|messages[^/]*\.ts$|node_modules/.test(name))
    .map((name) => join(root, folder, name));

const isWeb = (file: string): boolean => /\/web\/|\/platform\/ui\//.test(file);
const sources = [
  ...filesUnder('app/web'),
  ...filesUnder('platform/ui'),
  ...filesUnder('modules').filter(isWeb),
]
  .map((file) => readFileSync(file, 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, ''))
  .join('\n');

const catalogue = async (language: Language): Promise<Catalogue> => {
  const read = async (one: Messages) => {
    const given = one[language];
    return typeof given === 'function' ? (await given()).default : given;
  };
  return Object.assign({}, ...(await Promise.all(messages.map(read)))) as Catalogue;
};
const zh = await catalogue('zh');
const en = await catalogue('en');

/** How many values a text takes; Chinese may spell a number another way, so names may differ. */
const holes = (text: string): number => [...text.matchAll(/\{\{\w+\}\}/g)].length;

/** Keys put together at run time (`app.group.${group}`) are used when their beginning is. */
const beginnings = [...sources.matchAll(/[`']([a-z-]+\.[\w.-]*)\$\{/g)].map(
  ([, beginning]) => beginning ?? '',
);
const used = (key: string): boolean =>
  sources.includes(`'${key}'`) ||
  sources.includes(`\`${key}\``) ||
  beginnings.some((one) => key.startsWith(one));

test('the sources were read', () => {
  expect(sources.length).toBeGreaterThan(20_000);
  expect(Object.keys(zh).length).toBeGreaterThan(50);
});

test('every word stands in both languages', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted());
});

test('both languages have as many places for values', () => {
  const differing = Object.keys(zh).filter((key) => holes(zh[key] ?? '') !== holes(en[key] ?? ''));
  expect(differing).toEqual([]);
});

test('no word is kept that nobody says', () => {
  expect(Object.keys(zh).filter((key) => !used(key))).toEqual([]);
});

test('every word that is said stands in the catalogue', () => {
  const said = [...sources.matchAll(/\b(?:t|say)\(\s*['`]([a-z-]+\.[\w.-]+)['`]/g)].map(
    ([, key]) => key ?? '',
  );
  expect(said.length).toBeGreaterThan(30);
  expect([...new Set(said)].filter((key) => !(key in zh))).toEqual([]);
});

test('every page and menu entry has its word', () => {
  const keys = pages.flatMap((page) => [page.titleKey, ...(page.menu?.labelKey ? [page.menu.labelKey] : [])]);
  expect(keys.filter((key) => !(key in zh))).toEqual([]);
});

test('no address stands twice', () => {
  const paths = pages.map(({ path }) => path);
  expect(paths.length).toBe(new Set(paths).size);
});
