import { expect, test } from 'vitest';
import { tagsOf } from './tags.ts';

const nobody = { birth: null, attributes: {}, tags: [] };

test('80 is reached on the birthday; a birth that is not known says nothing', () => {
  const at = (birth: string | null) => tagsOf({ ...nobody, birth }, '2026-11-24');
  expect([at('1946-11-24'), at('1946-11-25'), at(null)]).toEqual([['over80'], [], []]);
});

test('marks on health and hardship are there only once opened', () => {
  const facts = {
    birth: null,
    attributes: {
      'person.living': 'alone',
      'person.chronic': ['stroke', 'hypertension'],
      'dis.kind': '4',
      'aid.kind': 'minimum',
    },
    tags: ['volunteer', 'bereaved'],
  };
  expect(tagsOf(facts, '2026-11-24')).toEqual(['alone', 'volunteer']);
  expect(tagsOf(facts, '2026-11-24', true)).toEqual([
    'alone',
    'disabled',
    'hypertension',
    'aid',
    'volunteer',
    'bereaved',
  ]);
});

test('a mark by rule cannot be set by hand', () => {
  expect(tagsOf({ ...nobody, tags: ['over80', 'aid', 'unheard'] }, '2026-11-24', true)).toEqual([]);
});
