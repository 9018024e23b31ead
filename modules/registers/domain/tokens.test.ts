import { describe, expect, test } from 'vitest';
import { doorIn, doorText, tidyBuilding, tidyRoom } from './door.ts';
import { type Findable, parseSearch, tokensOf } from './tokens.ts';

const wang: Findable = { name: '王秀英', building: '3', room: '502', phoneTail: '6789' };

/** As the database decides: all tokens there, and each piece of a name in the name. */
const finds = (typed: string, person: Findable): boolean => {
  const { tokens, inName } = parseSearch(typed);
  const known = new Set(tokensOf(person));
  return (
    tokens.length > 0 &&
    tokens.every((one) => known.has(one)) &&
    inName.every((one) => person.name.includes(one))
  );
};

describe('a resident is found by', () => {
  test.each([
    '王秀英',
    '秀英',
    '王',
    'wangxiuying',
    'wangxiu',
    'WXY',
    'xiuying',
    'xy',
    '3-502',
    '3号楼502',
    '三号楼502室',
    '三号楼五〇二室',
    '3号楼',
    '502',
    '6789',
    '三号楼王秀英',
    '王秀英 3-502',
    'wxy 6789',
  ])('%s', (typed) => {
    expect(finds(typed, wang)).toBe(true);
  });

  test.each(['王英', '英秀', '李秀英', 'wxyz', '3-503', '13-502', '789', '2号楼'])(
    'but not by %s',
    (typed) => {
      expect(finds(typed, wang)).toBe(false);
    },
  );

  test('a surname read its own way, and the way people take it to be', () => {
    const shan = { ...wang, name: '单雄信' };
    expect([finds('shanxiong', shan), finds('danxiong', shan), finds('sxx', shan)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('ü typed as v', () => {
    expect(finds('lv', { ...wang, name: '吕布' })).toBe(true);
  });

  test('rare characters, with or without a reading', () => {
    expect(finds('𠮷', { ...wang, name: '𠮷野' })).toBe(true);
    expect(finds('䶮', { ...wang, name: '刘䶮' })).toBe(true);
  });
});

test('marks and blanks alone ask for nothing', () => {
  expect(parseSearch('，。 ').tokens).toEqual([]);
});

describe('a door', () => {
  test.each([
    ['3号楼', '3'],
    ['三号楼', '3'],
    ['十二幢', '12'],
    ['12弄3号', '12-3'],
    ['３＃', '3'],
    ['甲楼', '甲'],
  ])('written %s is building %s', (text, building) => {
    expect(tidyBuilding(text)).toBe(building);
  });

  test('is said as people say it, and found at the end of an address', () => {
    expect(doorText('3', tidyRoom('502室'))).toBe('3号楼502');
    expect(doorIn('保德路12弄三号楼502室')).toEqual({ building: '12-3', room: '502' });
    expect(doorIn('保德路')).toBeNull();
  });
});
