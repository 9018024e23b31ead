import fc from 'fast-check';
import type { RawValue } from '../cells.ts';
import type { Merge, RawSheet } from '../read-raw.ts';
import type { FormValue } from './read-value.ts';

/** A sheet as an office might have written it, and what must be read from it. For tests. */
export interface MadeForm {
  readonly sheet: RawSheet;
  readonly title: string;
  readonly headerRows: readonly [number, number];
  readonly paths: readonly string[];
  readonly rows: readonly Record<string, FormValue>[];
  readonly totalsRow: number | null;
}

interface Written {
  readonly raw: RawValue;
  readonly value: FormValue;
}

interface Leaf {
  readonly names: readonly string[];
  readonly write: fc.Arbitrary<Written>;
}

const two = (value: number): string => String(value).padStart(2, '0');
const han = (value: number): string => {
  const digits = '零一二三四五六七八九';
  if (value < 10) return digits[value] ?? '';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
};
const SERIAL_OF_2026 = 46_023;

/** A day of 2026, written in one of the ways people write it; the year is named in the title. */
const day: fc.Arbitrary<Written> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 11 }))
  .map(([month, date, way]) => {
    const iso = `2026-${two(month)}-${two(date)}`;
    const serial =
      SERIAL_OF_2026 + Math.round((Date.UTC(2026, month - 1, date) - Date.UTC(2026, 0, 1)) / 86_400_000);
    const ways: RawValue[] = [
      { date: iso },
      serial,
      Number(iso.replaceAll('-', '')),
      iso,
      `2026.${month}.${date}`,
      `2026/${month}/${date}`,
      `2026年${month}月${date}日`,
      `26.${month}.${date}`,
      `${month}月${date}日`,
      `${month}/${date}`,
      ` ${month}.${date} `,
      `二〇二六年${han(month)}月${han(date)}日`,
    ];
    return { raw: ways[way] ?? iso, value: iso };
  });

const count = (unit: string): fc.Arbitrary<Written> =>
  fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 6 })).map(([value, way]) => {
    const wide = String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const ways: RawValue[] = [
      value,
      value,
      String(value),
      ` ${value} `,
      `${value}${unit}`,
      wide,
      `${han(value)}${unit}`,
    ];
    return { raw: ways[way] ?? value, value };
  });

const amount: fc.Arbitrary<Written> = fc
  .tuple(fc.integer({ min: 1000, max: 999_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([value, way]) => {
    const ways: RawValue[] = [
      value,
      value.toLocaleString('en-US'),
      `${value}元`,
      `￥${value.toLocaleString('en-US')}`,
    ];
    return { raw: ways[way] ?? value, value };
  });

const text = (...choices: string[]): fc.Arbitrary<Written> =>
  fc.constantFrom(...choices).map((value) => ({ raw: value, value }));
const blankable = (write: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
  fc.oneof(
    { weight: 5, arbitrary: write },
    { weight: 1, arbitrary: fc.constant({ raw: null, value: null }) },
  );

const id: fc.Arbitrary<Written> = fc.integer({ min: 1, max: 9999 }).map((tail) => {
  const value = `31010619500101${String(tail).padStart(4, '0')}`;
  return { raw: value, value };
});
const phone: fc.Arbitrary<Written> = fc
  .tuple(fc.integer({ min: 13_000_000_000, max: 13_999_999_999 }), fc.boolean())
  .map(([value, asNumber]) => ({ raw: asNumber ? value : String(value), value: String(value) }));

const SINGLE: readonly Leaf[] = [
  { names: ['身份证号'], write: id },
  { names: ['联系电话'], write: phone },
  { names: ['性别'], write: text('男', '女') },
  { names: ['家庭住址'], write: text('和安路12弄3号502室', '新芳路9号', '和安路88弄1号') },
  { names: ['走访日期'], write: blankable(day) },
  { names: ['人数（人）'], write: blankable(count('人')) },
  { names: ['灭火器'], write: count('具') },
  { names: ['发放金额（元）'], write: amount },
  { names: ['备注'], write: blankable(text('独居', '复查', '3月再访', '2人')) },
];

const GROUPS: readonly (readonly Leaf[])[] = [
  [
    { names: ['随访情况', '随访日期'], write: day },
    { names: ['随访情况', '血压(mmHg)', '收缩压'], write: count('') },
    { names: ['随访情况', '血压(mmHg)', '舒张压'], write: blankable(count('')) },
    { names: ['随访情况', '结果'], write: text('稳定', '需复查') },
  ],
  [
    { names: ['家庭情况', '人口', '男（人）'], write: count('人') },
    { names: ['家庭情况', '人口', '女（人）'], write: count('人') },
    { names: ['家庭情况', '困难类型'], write: text('低保', '特困', '重病') },
  ],
  [
    { names: ['检查结果', '隐患数量'], write: count('处') },
    { names: ['检查结果', '整改期限'], write: day },
  ],
];

const NAMES = ['王秀英', '李建国', '张桂芳', '陈美华', '欧阳志强', '赵丽', '周敏'];

const leaves: fc.Arbitrary<readonly Leaf[]> = fc
  .tuple(
    fc.shuffledSubarray([...SINGLE], { minLength: 1, maxLength: 6 }),
    fc.shuffledSubarray([...GROUPS], { maxLength: 2 }),
  )
  .map(([singles, groups]) => [
    { names: ['姓名'], write: text(...NAMES) },
    ...singles.slice(0, 2),
    ...groups.flat(),
    ...singles.slice(2),
  ]);

/** Header cells with their merges: groups across, names that stand alone down to the last level. */
const writeHeader = (all: readonly Leaf[], top: number): { rows: RawValue[][]; merges: Merge[] } => {
  const depth = Math.max(...all.map(({ names }) => names.length));
  const rows = Array.from({ length: depth }, (): RawValue[] => all.map(() => null));
  const merges: Merge[] = [];
  for (let level = 0; level < depth; level += 1)
    for (let column = 0; column < all.length; ) {
      const names = all[column]?.names ?? [];
      const name = names[level];
      const key = names.slice(0, level + 1).join('/');
      let right = column;
      while (level < names.length - 1 && all[right + 1]?.names.slice(0, level + 1).join('/') === key)
        right += 1;
      if (name !== undefined) {
        (rows[level] as RawValue[])[column] = name;
        const bottom = level === names.length - 1 ? depth - 1 : level;
        if (bottom > level || right > column)
          merges.push({ top: top + level, bottom: top + bottom, left: column, right });
      }
      column = right + 1;
    }
  return { rows, merges };
};

interface Habits {
  readonly attachment: boolean;
  readonly particulars: boolean;
  readonly noteAfter: number;
  readonly emptyAfter: number;
  readonly headerAgainAfter: number;
  readonly mergedNames: boolean;
  readonly totals: boolean;
  readonly foot: boolean;
  /** Nothing is merged but names down the rows: the title in the first cell, groups written once. */
  readonly loose: boolean;
}

const habits: fc.Arbitrary<Habits> = fc.record({
  attachment: fc.boolean(),
  particulars: fc.boolean(),
  noteAfter: fc.integer({ min: 0, max: 12 }),
  emptyAfter: fc.integer({ min: 0, max: 12 }),
  headerAgainAfter: fc.integer({ min: 1, max: 12 }),
  mergedNames: fc.boolean(),
  totals: fc.boolean(),
  foot: fc.boolean(),
  loose: fc.boolean(),
});

const TITLE = '2026年居民情况登记台账';

const assemble = (
  all: readonly Leaf[],
  written: readonly (readonly Written[])[],
  habit: Habits,
): MadeForm => {
  const width = all.length;
  const rows: RawValue[][] = [];
  const merges: Merge[] = [];
  const line = (first: RawValue, whole = true): void => {
    if (whole && !habit.loose)
      merges.push({ top: rows.length, bottom: rows.length, left: 0, right: width - 1 });
    rows.push([first, ...Array.from({ length: width - 1 }, () => null)]);
  };
  const header = (): void => {
    const { rows: names, merges: more } = writeHeader(all, rows.length);
    if (!habit.loose || Math.max(...all.map(({ names: each }) => each.length)) > 2) merges.push(...more);
    rows.push(...names);
  };
  if (habit.attachment) line('附件1', false);
  line(TITLE);
  if (habit.particulars) line('填报单位：和安一居', true);
  const top = rows.length;
  header();
  const bottom = rows.length;
  const truth: Record<string, FormValue>[] = [];
  for (const [index, cells] of written.entries()) {
    const isSecond =
      habit.mergedNames &&
      index % 3 === 1 &&
      index !== habit.noteAfter &&
      index !== habit.emptyAfter &&
      index !== habit.headerAgainAfter;
    if (index === habit.noteAfter) line('以下为本月新增人员名单');
    if (index === habit.emptyAfter) rows.push(all.map(() => null));
    if (index === habit.headerAgainAfter) header();
    const values = cells.map(({ value }, column) =>
      isSecond && column === 0 ? (written[index - 1]?.[0]?.value ?? null) : value,
    );
    if (isSecond) merges.push({ top: rows.length - 1, bottom: rows.length, left: 0, right: 0 });
    rows.push(cells.map(({ raw }, column) => (isSecond && column === 0 ? null : raw)));
    truth.push(Object.fromEntries(all.map(({ names }, column) => [names.join('/'), values[column] ?? null])));
  }
  const totalsRow = habit.totals ? rows.length + 1 : null;
  if (habit.totals) rows.push(['合 计', ...all.slice(1).map((_, index) => (index % 2 === 0 ? 12 : null))]);
  if (habit.foot) {
    line('注：每月5日前上报，一式两份。');
    line('填表人：李燕　　审核人：周敏');
  }
  return {
    sheet: { name: 'Sheet1', hidden: false, rows, merges },
    title: TITLE,
    headerRows: [top + 1, bottom],
    paths: all.map(({ names }) => names.join('/')),
    rows: truth,
    totalsRow,
  };
};

/** A row must have something of its own beside a merged name and zeros. */
const hasOwn = (cells: readonly Written[]): boolean =>
  cells.slice(1).some(({ raw }) => raw !== null && raw !== 0);

export const madeForm: fc.Arbitrary<MadeForm> = leaves.chain((all) =>
  fc
    .tuple(
      fc.array(fc.tuple(...all.map(({ write }) => write)).filter(hasOwn), { minLength: 3, maxLength: 12 }),
      habits,
    )
    .map(([written, habit]) => assemble(all, written, habit)),
);
