import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { permissions } from '../../domain/permissions.ts';
import { acts } from './acts.ts';
import { values } from './facts.ts';
import { type Speaker, sayAct, sayFacts, saySubject } from './words.ts';

const modules = fileURLToPath(new URL('../../..', import.meta.url));
const serverOf = (name: string): string =>
  readdirSync(join(modules, name, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(modules, name, 'server', file), 'utf8'))
    .join('\n');

const names = readdirSync(modules).filter((name) => !name.includes('.'));
/** Acts as they are written down: `record(tx, who, 'sitting.moved'`, `transition('sitting.started'`. */
const written = names.flatMap((name) =>
  [
    ...serverOf(name).matchAll(
      /(?:record|change|transition|finish)\([^()']{0,80}(?:\([^()]*\)[^()']{0,40})?'([a-z-]+\.[a-z-]+)'/g,
    ),
  ].map(([, act]) => act ?? ''),
);
const kinds = ['acts.ts', 'breakout.ts'].flatMap((file) =>
  [...readFileSync(join(modules, 'venues/domain', file), 'utf8').matchAll(/readonly kind: '([a-z-]+)'/g)].map(
    ([, kind]) => `venues.${kind}`,
  ),
);

test('every act that is written down has a word', () => {
  expect(written.length).toBeGreaterThan(30);
  expect(kinds.length).toBeGreaterThan(10);
  expect([...written, ...kinds].filter((act) => !(act in acts))).toEqual([]);
});

test('every permission that can be refused has a word', () => {
  expect(Object.keys(permissions).filter((permission) => !(permission in values))).toEqual([]);
});

const id = '0192f0c0-1111-7222-8333-444455556666';
const speaker = (language: 'zh' | 'en'): Speaker => ({
  language,
  t: (key) => key.replace('identity.role.', ''),
  committee: (one) => (one === id ? '和安一居' : null),
});

test.each([
  [{ language: 'zh', elderMode: false }, '语言：中文 · 长辈模式：否'],
  [{ to: ['auditor'], from: ['main_leader', 'auditor'] }, '原为：main_leader、auditor · 改为：auditor'],
  [{ rev: 12, venue: id }, '会场：和安一居'],
  [{ rev: 3, venue: null }, ''],
  [{ cadre: id.replace('0192', '0193'), reply: 'stand_in' }, '回复：请人代会'],
  [{ committees: { added: 2, changed: 0, unchanged: 31, leftOut: 0 } }, '居委会：新增 2 不变 31'],
  [{ elements: ['bp', 'mood'], activity: 'home_visit' }, '事项：入户探访 · 项数：2'],
  [{ effectiveFrom: '2026-12-01', terms: { perMonth: 2 } }, '生效日：2026-12-01'],
  [{ from: '2026-11-25T06:00:00.000Z' }, '原为：11-25 14:00'],
])('%o is said as %s', (facts, said) => {
  expect(sayFacts(speaker('zh'), facts)).toBe(said);
});

test('in English, and with a code where there is no word', () => {
  expect(sayFacts(speaker('en'), { way: 'passkey' })).toBe('by: passkey');
  expect(sayAct('en', 'ledger.exported')).toBe('Ledger exported');
  expect(sayAct('zh', 'new.act')).toBe('new.act');
});

test('a subject is said only where it tells something', () => {
  const entry = { chain: 'office', seq: 1, at: '', name: null, action: '', facts: {}, account: id };
  expect(saySubject(speaker('zh'), { ...entry, subject: id })).toBe('');
  expect(saySubject(speaker('zh'), { ...entry, subject: id.replace('0192', '0193') })).toBe('…55556666');
  expect(saySubject(speaker('zh'), { ...entry, subject: 'listAccounts' })).toBe('');
  expect(saySubject(speaker('zh'), { ...entry, subject: '2026' })).toBe('2026');
});
