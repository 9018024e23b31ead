import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PersonValues, same } from './draft.ts';
import { areTwo, mergePeople, unmergePerson } from './merge.ts';

const text = fc.constantFrom('', '甲', '乙');
const maybe = fc.option(fc.constantFrom('1', '2'));
const codes = fc.constantFrom('person.living', 'person.job', 'aid.kind');
const person: fc.Arbitrary<PersonValues> = fc.record({
  name: fc.constantFrom('王秀英', '王秀瑛'),
  sex: fc.constantFrom('0', '1', '2', '9'),
  birth: maybe,
  idNo: maybe,
  phone: maybe,
  building: text,
  room: text,
  address: text,
  attributes: fc
    .tuple(
      fc.dictionary(codes, fc.constantFrom('a', 'b')),
      fc.option(fc.uniqueArray(fc.constantFrom('hypertension', 'diabetes', 'stroke'))),
    )
    .map(([one, chronic]) => ({ ...one, ...(chronic ? { 'person.chronic': chronic } : {}) })),
  sealed: fc.dictionary(fc.constantFrom('person.emergency_phone'), fc.constantFrom('1', '2')),
  tags: fc.uniqueArray(fc.constantFrom('volunteer', 'veteran', 'cared')),
});

describe('merging', () => {
  test('what the kept one says stands, what it does not say comes from the other', () => {
    const base: PersonValues = {
      ...{ name: '王秀英', sex: '0', birth: null, idNo: null, phone: '1', building: '3', room: '' },
      ...{ address: '', attributes: { 'person.chronic': ['stroke'] }, sealed: {}, tags: ['volunteer'] },
    };
    const other = {
      ...{ ...base, sex: '2', birth: '1942-03-05', phone: '2', building: '9', room: '901' },
      ...{ attributes: { 'person.chronic': ['diabetes'], 'person.living': 'alone' }, tags: ['veteran'] },
    };
    expect(mergePeople(base, other)).toMatchObject({
      ...{
        sex: '2',
        birth: '1942-03-05',
        phone: '1',
        building: '3',
        room: '',
        tags: ['volunteer', 'veteran'],
      },
      attributes: { 'person.chronic': ['stroke', 'diabetes'], 'person.living': 'alone' },
    });
  });

  test('a merge taken back at once leaves no trace, whoever they are', () => {
    fc.assert(
      fc.property(person, person, (kept, other) => {
        const merged = mergePeople(kept, other);
        return same(unmergePerson(kept, merged, merged), kept);
      }),
    );
  });

  test('what was changed after the merge stays when it is taken back', () => {
    fc.assert(
      fc.property(person, person, person, (kept, other, later) => {
        const merged = mergePeople(kept, other);
        const back = unmergePerson(kept, merged, { ...merged, phone: later.phone, room: later.room });
        return (
          same(back.phone, same(later.phone, merged.phone) ? kept.phone : later.phone) &&
          same(back.room, same(later.room, merged.room) ? kept.room : later.room)
        );
      }),
    );
  });

  test('two ID numbers are two people', () => {
    expect(areTwo({ idNo: '1' }, { idNo: '2' })).toBe(true);
    expect(areTwo({ idNo: '1' }, { idNo: null })).toBe(false);
    expect(areTwo({ idNo: '1' }, { idNo: '1' })).toBe(false);
  });
});
