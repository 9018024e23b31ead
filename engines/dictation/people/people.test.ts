import { expect, test } from 'vitest';
import type { Resident } from '../types.ts';
import { findPeople } from './mentions.ts';
import { createRegister } from './register.ts';
import { type Clues, resolvePerson } from './resolve.ts';

const person = (id: string, name: string, more: Partial<Resident> = {}): Resident => ({ id, name, ...more });
const register = createRegister([
  person('1', '单国庆', { sex: 'M', birthDate: '1950-01-01', compound: '甲', building: 1, room: '201' }),
  person('2', '尚国庆', { sex: 'M', birthDate: '1980-01-01', compound: '甲', building: 2, room: '301' }),
  person('3', '曾丽萍', { sex: 'F', birthDate: '1948-05-05', compound: '乙', building: 3, room: '101' }),
  person('4', '郑安乐', {
    sex: 'M',
    birthDate: '1971-08-24',
    compound: '乙',
    building: 7,
    room: '301',
    nicknames: ['七楼老郑'],
  }),
]);
const none: Clues = { addresses: [], ages: [], alone: false, today: '2026-03-18' };
const said = (text: string): string[] => findPeople(register, text, []).map((mention) => mention.said);
const who = (text: string, clues: Partial<Clues> = {}) => {
  const [mention] = findPeople(register, text, []);
  return mention ? resolvePerson(register, mention, { ...none, ...clues }).value : undefined;
};

test('every reading of a name counts, a family name only as it is read where it is one', () => {
  expect(who('郑安月在家')).toEqual({ id: '4' });
  expect(who('增丽平在家')).toEqual({ id: '3' });
  expect(who('山国庆在家')).toEqual({ id: '1' });
});

test('a name that only nearly sounds like an entry is asserted only where that person lives', () => {
  expect(who('增丽频在家')).toEqual({ unknown: '增丽频' });
  expect(who('增丽频在家', { addresses: [{ compound: '乙', building: 3 }] })).toEqual({ id: '3' });
  expect(who('曾丽冰在家')).toEqual({ unknown: '曾丽冰' });
});

test('nicknames, forms of address and a clue that leaves one', () => {
  expect(who('七楼老郑血压高')).toEqual({ id: '4' });
  expect(who('曾阿姨在家')).toEqual({ id: '3' });
  expect(who('曾老伯在家')).not.toEqual({ ambiguous: ['3'] });
});

test('a name that is in nobody’s entry is noticed, everyday words are not', () => {
  expect(said('拜访了田小雨 人在家')).toEqual(['田小雨']);
  expect(said('高血压的药天天吃 温度计坏了 金毛很乖')).toEqual([]);
});

test('an address that speaks against a homophone is no proof of it', () => {
  expect(who('山国庆在家', { addresses: [{ compound: '乙' }] })).toEqual({ unknown: '山国庆' });
});
