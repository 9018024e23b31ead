import type { Activity, Element, RecordValue, RecordValues } from '#modules/records/contract';
import type { PlantedRecord } from '#modules/records/server';
import { addDays } from '#platform/calendar/calendar.ts';
import type { Random } from './random.ts';
import type { VisitPlaces } from './records.ts';

/** What is written in a line of text, by element; the rest is left empty, as forms are. */
const words: Readonly<Record<string, readonly string[]>> = {
  'act.topic': ['安全知识宣传', '垃圾分类推进', '中秋慰问安排', '加装电梯意见', '防诈骗讲座', '楼道整治'],
  'act.place': ['居委会会议室', '小区花园', '党群服务站', '活动室'],
  'act.host': ['书记', '主任'],
  'act.recorder': ['社工'],
  'act.content': [
    '已上门说明，居民理解',
    '现场协调，双方同意',
    '讲解政策并留下联系方式',
    '组织讨论，形成一致意见',
  ],
  'act.minutes': ['会上通报近期工作，逐项讨论并明确分工', '学习文件，交流体会，布置下月任务'],
  'act.result': ['已办结', '继续跟进', '已转相关部门', '居民满意'],
  'act.need': ['希望增设扶手', '申请助餐', '需要陪诊'],
  'chk.hazard': ['未发现', '楼道堆物', '电动车违规充电', '灭火器过期', '疏散指示灯损坏'],
  'place.estate': ['一村', '二村', '新苑', '花园小区'],
  'place.owner': ['业主本人', '业主委托中介'],
  'org.name': ['便民超市', '早点铺', '五金店', '理发店', '药房', '水果店'],
  'org.leader': ['店长', '经理'],
  'waste.bin': ['1号投放点', '2号投放点', '3号投放点'],
  'waste.guide': ['志愿者'],
  'flood.point': ['北门低洼处', '地下车库入口', '2号楼前'],
  'flood.stock': ['沙袋', '抽水泵', '挡水板'],
  'fac.name': ['路灯', '门禁', '水泵', '电梯', '健身器材'],
  'fac.fault': ['不亮', '损坏', '漏水', '异响'],
  'pest.drug': ['高效氯氰菊酯', '溴敌隆'],
  'vol.group': ['平安志愿队', '为老服务队', '环保服务队'],
  'party.branch': ['第一党支部', '第二党支部'],
  'aid.reason': ['重病', '突发意外', '就学困难'],
  'aid.item': ['米、油', '毛毯', '慰问金'],
  'case.summary': ['楼上漏水引发纠纷', '占用公共走道', '宠物扰民'],
  'case.partyB': ['楼上住户', '邻居', '物业公司'],
  'rent.contract': ['2026.01—2026.12', '2025.09—2027.08'],
  'com.term': ['第三届', '第四届'],
  'card.receiver': ['本人', '子女'],
  'vol.skill': ['烹饪', '水电维修', '家政服务'],
};

const numberOf = (random: Random, { code, type, low, high, max }: Element): number => {
  if (code === 'act.count') return random.between(3, 40);
  if (type === 'money') return random.between(3, 20) * 100;
  const most = Math.min(high ?? max ?? 30, 400);
  return random.between(Math.min(low ?? 1, most), most);
};

const drawn = (random: Random, element: Element, day: string): RecordValue | undefined => {
  const { code, type, choices } = element;
  if (type === 'int' || type === 'decimal' || type === 'money') return numberOf(random, element);
  if (type === 'bool') return random.chance(0.8);
  if (type === 'date') return code === 'card.issued' ? day : addDays(day, random.between(0, 20));
  if (type === 'time') return `${random.pick(['08', '09', '14', '19'])}:${random.pick(['00', '30'])}`;
  if (type === 'code') return choices.length > 0 ? random.pick(choices).code : undefined;
  if (type === 'multi') return choices.length > 0 ? [random.pick(choices).code] : undefined;
  if (code.endsWith('.no')) return `${day.slice(2, 4)}${String(random.between(1, 9999)).padStart(4, '0')}`;
  const own = words[code];
  return own ? random.pick(own) : undefined;
};

/** What must be there is; of the rest, what a busy cadre fills in. */
const valuesOf = (
  random: Random,
  activity: Activity,
  elements: ReadonlyMap<string, Element>,
  day: string,
): RecordValues => {
  const filled = activity.elements.flatMap(({ element: code, need }) => {
    const element = elements.get(code);
    if (!element || (need === 'more' && random.chance(0.7))) return [];
    const value = drawn(random, element, day);
    return value === undefined ? [] : [[code, value] as const];
  });
  return Object.fromEntries(filled);
};

/** One act in a while of every other kind of work, over the last `days` days, oldest first. */
export const otherActs = (
  random: Random,
  places: VisitPlaces,
  activities: readonly Activity[],
  elements: readonly Element[],
  each: number,
  days: number,
  today: string,
): PlantedRecord[] => {
  const dictionary = new Map(elements.map((one) => [one.code, one]));
  const acts = activities.flatMap((activity) =>
    Array.from({ length: each }, (): PlantedRecord => {
      const day = addDays(today, -random.between(0, days));
      const worker = random.pick(places.workers);
      return {
        committee: places.committee,
        activity: activity.code,
        subject: activity.subjectKind === 'committee' ? places.committee : random.pick(places.people).id,
        occurredOn: day,
        values: valuesOf(random, activity, dictionary, day),
        author: worker.account,
        authorName: worker.name,
      };
    }),
  );
  return acts.toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
};

const day = (random: Random, from: number, to: number): string =>
  `${random.between(from, to)}-${String(random.between(1, 12)).padStart(2, '0')}-01`;

const number = (random: Random, head: string): string =>
  `${head}${String(random.between(1, 99_999)).padStart(5, '0')}`;

/** What the registers say of a few: who is disabled, in the party, a veteran, helped, or keeps a dog. */
export const marksOf = (random: Random): Readonly<Record<string, string>> => ({
  ...(random.chance(0.06)
    ? {
        'dis.kind': random.pick(['1', '2', '4', '7']),
        'dis.level': random.pick(['1', '2', '3', '4']),
        'dis.cert': number(random, '99'),
      }
    : {}),
  ...(random.chance(0.1)
    ? { 'party.branch': random.pick(words['party.branch'] ?? []), 'party.join': day(random, 1965, 2015) }
    : {}),
  ...(random.chance(0.06)
    ? {
        'vol.no': number(random, '3101'),
        'vol.group': random.pick(words['vol.group'] ?? []),
        'vol.skill': random.pick(words['vol.skill'] ?? []),
      }
    : {}),
  ...(random.chance(0.04) ? { 'vet.kind': 'retired', 'vet.no': number(random, '沪') } : {}),
  ...(random.chance(0.05) ? { 'aid.kind': 'minimum', 'aid.cert': number(random, '低') } : {}),
  ...(random.chance(0.04)
    ? {
        'dog.licence': number(random, '犬'),
        'dog.name': random.pick(['豆豆', '旺财', '乐乐']),
        'dog.breed': random.pick(['泰迪', '柯基', '田园犬']),
        'dog.vaccine': day(random, 2026, 2026),
      }
    : {}),
  ...(random.chance(0.03)
    ? { 'mig.from': random.pick(['安徽', '江苏', '河南']), 'mig.arrive': day(random, 2010, 2024) }
    : {}),
  ...(random.chance(0.02) ? { 'os.kind': 'family', 'os.country': random.pick(['US', 'JP', 'AU']) } : {}),
  ...(random.chance(0.02) ? { 'rel.faith': random.pick(['buddhist', 'muslim']) } : {}),
});
