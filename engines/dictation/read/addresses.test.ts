import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayDigits, sayFormal } from '../corpus/say-number.ts';
import { readAddresses } from './addresses.ts';

const compounds = [
  { name: '和安小区', road: '和安路188弄', aliases: ['和安', '188弄'], buildings: 12 },
  { name: '新芳苑', road: '芳甸路66弄', aliases: ['芳苑', '66弄'], buildings: 8 },
  { name: '通阳三村', road: '通阳路320弄', aliases: ['通阳', '三村', '320弄'], buildings: 20 },
];
const read = (text: string) => readAddresses(text, compounds);
const values = (text: string) => read(text).map((one) => one.value);
const [hean, xinfang, tongyang] = ['和安小区', '新芳苑', '通阳三村'];

test.each([
  ['和安小区3号楼201', { compound: hean, building: 3, room: '201' }],
  ['和安三号两零幺', { compound: hean, building: 3, room: '201' }],
  ['188弄3号201室', { compound: hean, building: 3, room: '201' }],
  ['一百八十八弄三号', { compound: hean, building: 3 }],
  ['3栋2楼', { building: 3, floor: 2 }],
  ['三号楼三楼', { building: 3, floor: 3 }],
  ['5-301', { building: 5, room: '301' }],
  ['5-1-301', { building: 5, room: '301' }],
  ['3#1202', { building: 3, room: '1202' }],
  ['三村十一号五零二', { compound: tongyang, building: 11, room: '502' }],
  ['通阳路320弄11号', { compound: tongyang, building: 11 }],
  ['通阳的19号楼101', { compound: tongyang, building: 19, room: '101' }],
  ['六楼', { floor: 6 }],
  ['底楼', { floor: 1 }],
  ['12号门口', { building: 12 }],
  ['十二号里向', { building: 12 }],
  ['十二栋', { building: 12 }],
  ['２幢', { building: 2 }],
  ['301室', { room: '301' }],
  ['一千两百零二室', { room: '1202' }],
  ['芳苑8号九零二', { compound: xinfang, building: 8, room: '902' }],
  ['芳苑3号十二零二', { compound: xinfang, building: 3, room: '1202' }],
  ['新芳4号1202 月租八千五', { compound: xinfang, building: 4, room: '1202' }],
  ['3号楼2单元501', { building: 3, room: '501' }],
  ['通阳那位', { compound: tongyang }],
])('%s is %j', (text, value) => expect(values(text)).toEqual([value]));

test.each([
  ['和暗三号楼', hean],
  ['新方苑1号楼', xinfang],
  ['通洋五号', tongyang],
])('%s is known by its sound, and says so', (text, compound) => {
  const [one] = read(text);
  expect(one).toMatchObject({ value: { compound }, heard: true });
  expect(one?.likelihood).toBeLessThan(0.95);
});

test('two syllables that only sound like a compound, with no house after them, weigh little', () =>
  expect(read('河岸边')[0]?.likelihood ?? 0).toBeLessThan(0.3));

test.each([
  [
    '3号401、402',
    [
      { building: 3, room: '401' },
      { building: 3, room: '402' },
    ],
  ],
  [
    '和安三号楼和五号楼',
    [
      { compound: hean, building: 3 },
      { compound: hean, building: 5 },
    ],
  ],
  ['3、5号楼', [{ building: 3 }, { building: 5 }]],
  ['七号楼高空抛物 八号楼堵通道', [{ building: 7 }, { building: 8 }]],
  ['和安余海洲 六号402', [{ compound: hean }, { building: 6, room: '402' }]],
])('%s holds several', (text, expected) => expect(values(text)).toEqual(expected));

test('a number before 号 alone may be a date, and what stands beside it weighs', () => {
  const [later] = read('十九号再去');
  const [door] = read('十九号门口');
  expect(later?.maybeDate).toBe(true);
  expect(later?.likelihood ?? 1).toBeLessThan(0.2);
  expect(door?.likelihood ?? 0).toBeGreaterThan(0.4);
  expect(read('和安三号')[0]?.maybeDate).toBeUndefined();
});

test('a building the compound does not have weighs less', () =>
  expect(read('和安二十号')[0]?.likelihood).toBeLessThan(read('和安十二号')[0]?.likelihood ?? 0));

test.each([
  '三月十二号',
  '下个月五号',
  '通阳路上',
  '三号线',
  '高压一百三十五',
  '120/80',
  '3-12',
  '三个人',
  '楼道里',
  '第三号',
])('%s names no address', (text) => expect(values(text)).toEqual([]));

test('readings after a house number are no room', () => {
  expect(values('和安3号 135 85')).toEqual([{ compound: hean, building: 3 }]);
  expect(values('通阳六号幺零五马老伯幺三二 八零')).toEqual([
    { compound: tongyang, building: 6, room: '105' },
  ]);
});

test('every house and door reads back from every way to say it', () => {
  const doors = [1, 2, 4, 11].flatMap((door) =>
    [1, 5, 12, 18].map((floor) => `${floor}${String(door).padStart(2, '0')}`),
  );
  for (let building = 1; building <= 20; building += 1)
    for (const room of doors)
      for (const place of ['号楼', '号', '栋', '幢'])
        for (const number of [String(building), sayFormal(building)])
          for (const door of [room, `${room}室`, sayDigits(room), sayDigits(room, 'spoken')]) {
            const text = `通阳${number}${place}${door}`;
            expect([text, values(text)]).toEqual([text, [{ compound: tongyang, building, room }]]);
            const alone = `${number}${place}${door}`;
            expect([alone, values(alone)]).toEqual([alone, [{ building, room }]]);
          }
});

test('spans are in order and inside the text', () => {
  const talk = fc.array(
    fc.constantFrom(...'和安通阳三村新芳苑河暗号楼栋室弄层零一二三两幺十百0123、-的 和'),
    { maxLength: 50 },
  );
  fc.assert(
    fc.property(talk, (characters) => {
      const text = characters.join('');
      let from = 0;
      for (const one of read(text)) {
        expect(one.start).toBeGreaterThanOrEqual(from);
        expect(one.end).toBeGreaterThan(one.start);
        expect(one.end).toBeLessThanOrEqual(text.length);
        expect(Object.keys(one.value).length).toBeGreaterThan(0);
        from = one.end;
      }
    }),
    { numRuns: 2000 },
  );
});
