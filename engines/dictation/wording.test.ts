import { expect, test } from 'vitest';
import { ledgers, register } from './corpus/fixtures.ts';
import { createDictation } from './index.ts';

const dictation = createDictation({ ledgers, ...register });
const names = new Map(register.residents.map(({ id, name }) => [id, name]));

/** Values as a cadre would read them back: people by name, a question mark where it is asked. */
const plain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value) return names.get(String(value.id));
  if ('ambiguous' in value) return `?${(value.ambiguous as string[]).length}`;
  if ('unknown' in value) return `+${String(value.unknown)}`;
  return Object.values(value).join('/');
};

const read = (ledger: string, utterance: string): unknown[] =>
  dictation
    .read({ utterance, ref: '2026-03-18T10:30:00+08:00', ledger })
    .records.map(({ values }) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])),
    );

interface Case {
  readonly ledger: string;
  readonly utterance: string;
  readonly records: readonly Record<string, unknown>[];
}
type Row = readonly [ledger: string, utterance: string, ...records: Record<string, unknown>[]];

const families: Readonly<Record<string, readonly Row[]>> = {
  'figures without their labels': [
    ['bp', '周玉萍 135 85 七十二跳', { resident: '周玉萍', systolic: 135, diastolic: 85, heart_rate: 72 }],
    ['bp', '血压一百六九十五 是7号楼103王玉安', { resident: '王玉安', systolic: 160, diastolic: 95 }],
    ['bp', '刘凤英 血糖 110毫克每分升', { resident: '刘凤英', glucose: 6.1 }],
    [
      'party',
      '今天上午支委会 五个人 四十分钟',
      { activity: '支部委员会', start: '2026-03-18TAM', attended: 5, duration: 40 },
    ],
  ],
  'money and counts': [
    ['aid', '马根生 两口 退休金三千六百块', { resident: '马根生', household_size: 2, monthly_income: 3600 }],
    [
      'aid',
      '陈美玲 月入 2,350 元 申请 5,000 元 医疗救助',
      { resident: '陈美玲', monthly_income: 2350, amount: 5000, aid_type: '医疗救助' },
    ],
    ['rental', '十号303 月租金从三千涨到三千三', { location: '10/303', rent: 3300 }],
    [
      'hazard',
      '和安三号 灭火器四个过期',
      { location: '和安小区/3', hazard_type: '消防设施损坏', quantity: 4 },
    ],
  ],
  'other words than the ledger has': [
    ['visit', '石瑞梅家大门紧锁', { resident: '石瑞梅', at_home: false }],
    ['visit', '丁卫国老伴刚走 人很憔悴 一直掉眼泪', { resident: '丁卫国', mood: '低落' }],
    ['elder', '陶阿宝身体棒得很 自己买菜烧饭', { resident: '陶阿宝', health: '良好', meal: '自己烧' }],
    ['elder', '叶阿婆说啥也不肯装那个按钮', { resident: '叶凤仙', alarm_installed: false }],
    [
      'hazard',
      '和安小区8号门口消防通道被面包车占了 联系车主已挪走',
      { location: '和安小区/8', hazard_type: '消防通道占用', rectified: true },
    ],
    [
      'mediation',
      '许桂芳 贺宝莲 楼道堆物 对方不肯搬 僵住了',
      { party_a: '?2', party_b: '贺宝莲', dispute_type: '公共空间', result: '未达成' },
    ],
    [
      'health_screen',
      '赵丽娜两癌筛查因为来例假先不做',
      { resident: '赵丽娜', item: '两癌筛查', status: '暂缓' },
    ],
  ],
  'taken back in mid-speech': [
    [
      'aid',
      '金大明低保 退休金一千七 不 一千九',
      { resident: '金大明', aid_type: '低保', monthly_income: 1900 },
    ],
    ['bp', '周玉萍高压一百五，不不，一百四', { resident: '周玉萍', systolic: 140 }],
    [
      'bp',
      '高压一百五 哦看错了一百五十六 低压九十 王玉安',
      { resident: '王玉安', systolic: 156, diastolic: 90 },
    ],
    [
      'repair',
      '约好的下午三点改成四点半 周四 新芳苑五号702包红亮家漏水',
      { location: '新芳苑/5/702', resident: '包红亮', repair_type: '漏水', appointment: '2026-03-19T16:30' },
    ],
    [
      'mediation',
      '潘雪珍和秦根发,不对,潘雪珍和吴德明,广场舞太吵',
      { party_a: '潘雪珍', party_b: '吴德明', dispute_type: '噪音扰民' },
    ],
    ['volunteer', '带队的是老周，不是老周，是陈卫东，巡逻去的', { activity: '平安巡逻', leader: '陈卫东' }],
    [
      'aid',
      '刘婷婷 五号601的 申请临时补助 不是两千是三千五',
      { resident: '刘婷婷', aid_type: '临时救助', amount: 3500 },
    ],
  ],
  'several people': [
    [
      'bp',
      '今天给方静宜和包红亮都测了血糖 方静宜五点六 包红亮六点二 都是空腹',
      { resident: '方静宜', measured_on: '2026-03-18', glucose: 5.6, glucose_time: '空腹' },
      { resident: '包红亮', measured_on: '2026-03-18', glucose: 6.2, glucose_time: '空腹' },
    ],
    [
      'health_screen',
      '鲍素琴流感疫苗打了 肺炎的不想打',
      { resident: '鲍素琴', item: '流感疫苗', status: '已完成' },
      { resident: '鲍素琴', item: '肺炎疫苗', status: '不愿意' },
    ],
    [
      'hazard',
      '六号楼和七号楼楼道里停了电瓶车 六号楼的已经推走 七号楼的不肯推',
      { location: '6', hazard_type: '电动车进楼', rectified: true },
      { location: '7', hazard_type: '电动车进楼', rectified: false },
    ],
    [
      'bp',
      '小王：今天量了几个\n小王：张珍妹 136 80\n小王：李国强 150/92 药没断\n老陈：还有马根生呢\n小王：马根生没来',
      { resident: '张珍妹', measured_on: '2026-03-18', systolic: 136, diastolic: 80 },
      { resident: '李国强', measured_on: '2026-03-18', systolic: 150, diastolic: 92, medication: '规律服药' },
    ],
  ],
  'who is meant': [
    ['bp', '朱新华女的那个 一百三十八十', { resident: '朱馨花', systolic: 130, diastolic: 80 }],
    ['bp', '徐阿姨 一百四十九十', { resident: '?2', systolic: 140, diastolic: 90 }],
    ['visit', '新搬来的佟丽娅 人在家', { resident: '+佟丽娅', at_home: true }],
    ['elder', '一个人住的陈老伯 硬朗', { resident: '陈阿根', health: '良好' }],
  ],
  'said in Wu': [
    ['elder', '林小妹蛮健个 伊自家烧饭', { resident: '林小妹', health: '良好', meal: '自己烧' }],
    [
      'dog',
      '丁卫国两只草狗勿打针',
      { resident: '丁卫国', breed: '中华田园犬', dog_count: 2, vaccinated: false },
    ],
    [
      'visit',
      '昨日到常正平屋里去过了，伊勿勒屋里向',
      { resident: '常正平', visit_date: '2026-03-17', visit_type: '上门', at_home: false },
    ],
  ],
  'heard wrongly': [
    ['repair', '门紧坏了 和安一号', { location: '和安小区/1', repair_type: '门禁故障' }],
    ['dog', '殷阿根 太迪 一条', { resident: '殷阿根', breed: '泰迪', dog_count: 1 }],
    ['aid', '丁卫国 低宝', { resident: '丁卫国', aid_type: '低保' }],
  ],
  'nothing to be filed': [
    ['bp', '喂 喂 这个手机录音开了没有啊'],
    ['repair', '师傅说配件到了会通知的'],
    ['health_screen', '体检车停在小区门口 叫保安不要让人堵住出口'],
    ['visit', ''],
  ],
};

const cases = (rows: readonly Row[]): Case[] =>
  rows.map(([ledger, utterance, ...records]) => ({ ledger, utterance, records }));

for (const [family, rows] of Object.entries(families))
  test.each(cases(rows))(`${family}: $ledger $utterance`, ({ ledger, utterance, records }) => {
    expect(read(ledger, utterance)).toEqual(records);
  });

test('every value knows the stretch of the raw utterance it came from', () => {
  const utterance = '记一下马根生的血压：收缩一百四十四，舒张八十九';
  const [record] = dictation.read({ utterance, ref: '2026-03-18T10:30:00+08:00', ledger: 'bp' }).records;
  expect(record?.evidence.resident?.text).toBe('马根生');
  expect(record?.evidence.systolic?.text).toBe('一百四十四');
  for (const one of Object.values(record?.evidence ?? {}))
    expect(utterance.slice(one.start, one.end)).toBe(one.text);
});

test('homophones without a clue are a question, a name in nobody’s entry another', () => {
  const ask = (utterance: string) =>
    dictation.read({ utterance, ref: '2026-03-18T10:30:00+08:00', ledger: 'bp' }).questions;
  expect(ask('王秀英 一百三八十')).toContainEqual({
    kind: 'which-person',
    record: 0,
    field: 'resident',
    candidates: ['R0004', 'R0005'],
  });
  expect(ask('罗秀珍 一百三八十')[0]).toMatchObject({ kind: 'add-person', heard: '罗秀珍' });
});

test.each([
  ['elder', '马根生 身体蛮好 儿子身体不好', 'health', '良好'],
  ['elder', '马根生 老伴住院了 他自己身体蛮好', 'health', '良好'],
  ['visit', '马根生 精神蛮好 老伴情绪低落', 'mood', '良好'],
  ['bp', '马根生 高压一百三 邻居的药停了', 'medication', undefined],
  ['bp', '马根生 心跳快了点 九十六 高压一百五', 'heart_rate', 96],
  ['volunteer', '和安给老人剃头 三位师傅', 'activity', '义务理发'],
  ['volunteer', '和安给老人讲防骗 三位师傅', 'activity', '防诈宣传'],
  ['visit', '微信上问了马根生 精神蛮好', 'visit_type', '微信'],
  ['visit', '跟马根生通了个话 精神还行', 'visit_type', '电话'],
  ['health_screen', '马根生 流感疫苗 跟女儿商量一下再说', 'status', '暂缓'],
  ['health_screen', '马根生 大便样本交了', 'status', '已完成'],
])('%s: 「%s」 says %s %j', (ledger, utterance, field, value) => {
  const { records } = dictation.read({
    utterance,
    ref: '2026-03-18T10:30:00+08:00',
    ledger,
  });
  expect(records[0]?.values[field]).toEqual(value);
});
