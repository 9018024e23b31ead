import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawValue } from '../cells.ts';
import type { Merge, RawSheet } from '../read-raw.ts';
import { readForm } from './read-form.ts';

const QUESTIONS: readonly (readonly [
  name: string,
  answers: readonly (readonly [RawValue, string | number])[],
])[] = [
  [
    '姓名',
    [
      ['王秀英', '王秀英'],
      ['李建国', '李建国'],
    ],
  ],
  [
    '性别',
    [
      ['女', '女'],
      ['男', '男'],
    ],
  ],
  [
    '出生日期',
    [
      ['1950.2.1', '1950-02-01'],
      ['一九五〇年三月', '1950-03'],
      [20_000, '1954-10-03'],
    ],
  ],
  [
    '民族',
    [
      ['汉', '汉'],
      ['回族', '回族'],
    ],
  ],
  ['身份证号码', [['310106195002010021', '310106195002010021']]],
  [
    '联系电话',
    [
      [13_800_000_000, '13800000000'],
      ['021-56000000', '021-56000000'],
    ],
  ],
  ['家庭住址', [['和安路12弄3号502室', '和安路12弄3号502室']]],
  [
    '与户主关系',
    [
      ['户主', '户主'],
      ['配偶', '配偶'],
      ['本人', '本人'],
    ],
  ],
  [
    '健康状况',
    [
      ['高血压', '高血压'],
      ['良好', '良好'],
      ['无', '无'],
    ],
  ],
  [
    '政治面貌',
    [
      ['党员', '党员'],
      ['群众', '群众'],
    ],
  ],
  [
    '年龄',
    [
      ['76岁', 76],
      [81, 81],
      ['八十', 80],
    ],
  ],
  [
    '住房面积（㎡）',
    [
      ['68.5', 68.5],
      [60, 60],
    ],
  ],
  ['帮扶措施', [['每月走访一次，节日慰问', '每月走访一次，节日慰问']]],
  [
    '反映问题',
    [
      ['楼道灯不亮', '楼道灯不亮'],
      ['无问题', '无问题'],
    ],
  ],
];

/** How the questions stand: two or three pairs a row, the last answer as wide as the card. */
const card = fc.record({
  asked: fc.shuffledSubarray([...QUESTIONS.keys()], { minLength: 5 }),
  picks: fc.array(fc.nat(5), { minLength: 14, maxLength: 14 }),
  across: fc.integer({ min: 2, max: 3 }),
  group: fc.boolean(),
  foot: fc.boolean(),
});

interface Made {
  readonly sheet: RawSheet;
  readonly truth: Record<string, string | number>;
}

const make = ({
  asked,
  picks,
  across,
  group,
  foot,
}: {
  asked: number[];
  picks: number[];
  across: number;
  group: boolean;
  foot: boolean;
}): Made => {
  const left = group ? 1 : 0;
  const width = left + across * 2;
  const rows: RawValue[][] = [['居民情况登记卡', ...Array.from({ length: width - 1 }, () => null)]];
  const merges: Merge[] = [{ top: 0, left: 0, bottom: 0, right: width - 1 }];
  const truth: Record<string, string | number> = {};
  for (let index = 0; index < asked.length; index += across) {
    const row: RawValue[] = group ? [index === 0 ? '基本情况' : null] : [];
    for (const which of asked.slice(index, index + across)) {
      const [name = '', answers = []] = QUESTIONS[which] ?? [];
      const [raw, value] = answers[(picks[which] ?? 0) % answers.length] as readonly [
        RawValue,
        string | number,
      ];
      row.push(name, raw);
      truth[group ? `基本情况/${name}` : name] = value;
    }
    if (row.length < width)
      merges.push({ top: rows.length, left: row.length - 1, bottom: rows.length, right: width - 1 });
    rows.push([...row, ...Array.from({ length: width - row.length }, () => null)]);
  }
  if (group) merges.push({ top: 1, left: 0, bottom: rows.length - 1, right: 0 });
  if (foot) rows.push(['填表人：李燕', ...Array.from({ length: width - 1 }, () => null)]);
  return { sheet: { name: 'x', hidden: false, rows, merges }, truth };
};

test('a card is read back, however its questions stand', () => {
  fc.assert(
    fc.property(card, (given) => {
      const { sheet, truth } = make(given);
      const form = readForm(sheet);
      expect(form.form).toBe('card');
      expect(form.title).toBe('居民情况登记卡');
      expect(form.rows).toEqual([truth]);
      expect(form.notUnderstood).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
