import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacterOf, checkIdNo, holdsIdNo, tidyIdNo } from './gb11643.ts';

const today = '2026-11-24';

/** Any well-formed number of a place that does not exist. */
const idNo = fc
  .record({
    birth: fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ birth, order }) => {
    const body = `990000${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return body + checkCharacterOf(body);
  });

describe('an ID number by GB 11643', () => {
  test('the example of the standard passes and says birth and sex', () => {
    expect(checkIdNo('11010519491231002X', today)).toEqual({ ok: true, birth: '1949-12-31', sex: '2' });
    expect(checkIdNo('440524188001010014', today)).toEqual({ ok: true, birth: '1880-01-01', sex: '1' });
  });

  test.each([
    ['1101051949123100', 'length'],
    ['11010519491231002A', 'characters'],
    ['00010519491231002X', 'region'],
    ['110105194902310026', 'birth'],
    ['110105202712310021', 'birth'],
    ['110105194912310021', 'checksum'],
  ])('%s is refused for its %s', (text, why) => {
    expect(checkIdNo(text, today)).toEqual({ ok: false, why });
  });

  test('it is read as people type it', () => {
    expect(tidyIdNo(' 110105 19491231 ００２x ')).toBe('11010519491231002X');
  });

  test('every well-formed number passes, and no single changed digit does', () => {
    fc.assert(
      fc.property(idNo, fc.integer({ min: 6, max: 16 }), fc.integer({ min: 1, max: 9 }), (good, at, by) => {
        const digit = String((Number(good[at]) + by) % 10);
        const bad = good.slice(0, at) + digit + good.slice(at + 1);
        return checkIdNo(good, today).ok && !checkIdNo(bad, today).ok;
      }),
    );
  });

  test('two neighbouring digits changed round are noticed', () => {
    fc.assert(
      fc.property(idNo, fc.integer({ min: 6, max: 15 }), (good, at) => {
        fc.pre(good[at] !== good[at + 1]);
        const swapped = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2);
        return !checkIdNo(swapped, today).ok;
      }),
    );
  });

  test('it is found inside a remark, a long number that is none is not', () => {
    expect(holdsIdNo('身份证11010519491231002x，电话不变', today)).toBe(true);
    expect(holdsIdNo('单号110105194912310021', today)).toBe(false);
  });
});
