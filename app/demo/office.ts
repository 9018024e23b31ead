import { nameOf, type Sex } from './names.ts';
import type { Random } from './random.ts';

/** The demonstration subdistrict. It does not exist; nor does any of its people. */
export const subdistrict = { code: 'qinghe', name: '清和街道' };

/** Departments (科室): code, name, kind. */
export const departments = [
  { code: 'self', name: '自治办', kind: 'self_governance' },
  { code: 'party', name: '党建办', kind: 'party_building' },
  { code: 'general', name: '党政办', kind: 'party_government' },
  { code: 'civil', name: '民政办', kind: 'business' },
  { code: 'health', name: '卫健办', kind: 'business' },
  { code: 'labour', name: '社保办', kind: 'business' },
  { code: 'peace', name: '平安办', kind: 'business' },
  { code: 'safety', name: '应急办', kind: 'business' },
  { code: 'city', name: '城管办', kind: 'business' },
  { code: 'housing', name: '房管办', kind: 'business' },
  { code: 'culture', name: '文明办', kind: 'business' },
  { code: 'disabled', name: '残联', kind: 'business' },
  { code: 'women', name: '妇联', kind: 'business' },
  { code: 'veterans', name: '退役军人服务站', kind: 'business' },
  { code: 'food', name: '食安办', kind: 'business' },
] as const;

const committeeNames = [
  ...['和安一', '和安二', '和安三', '怡康', '平顺', '艺苑', '新芳', '通阳一', '通阳二', '通阳三', '芳甸'],
  ...['永和', '东新', '南苑', '西苑', '北苑', '中苑', '银都', '静园', '宝华', '绿洲', '晨光'],
  ...['东方', '文禧', '长林', '梅园', '柳岸', '松涛', '竹溪', '桂香', '荷塘', '云锦', '安澜'],
];

export interface DemoCommittee {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly address: string;
  /** One way to the office, minutes. */
  readonly travelMinutes: number;
}

/** 33 neighbourhood committees (居委会). */
export const committees = (random: Random): DemoCommittee[] =>
  committeeNames.map((shortName, index) => ({
    code: `c${String(index + 1).padStart(2, '0')}`,
    name: `${shortName}居委会`,
    shortName: `${shortName}居`,
    address: `清和街道${shortName.replace(/[一二三]$/, '')}路${random.between(10, 480)}号`,
    travelMinutes: random.between(6, 28),
  }));

export interface DemoCadre {
  readonly name: string;
  readonly committee: string | null;
  readonly department: string | null;
  readonly posts: string[];
  readonly lines: string[];
}

const lines = ['党建', '民政', '卫生', '治保', '调解', '社保', '妇联', '助残', '文体'];

const cadreName = (random: Random): string => {
  const sex: Sex = random.chance(0.75) ? '女' : '男';
  return nameOf(random, sex, random.between(28, 59));
};

/** Names are told apart within a committee, so that a second import finds each person again. */
const distinctNames = (random: Random, count: number): string[] => {
  const names = new Set<string>();
  while (names.size < count) names.add(cadreName(random));
  return [...names];
};

const postsOf = (index: number): string[] => {
  if (index === 0) return ['secretary'];
  if (index === 1) return ['director'];
  return index === 2 ? ['deputy_director', 'social_worker'] : ['social_worker'];
};

/** 7–11 cadres a committee: a secretary, a director, the rest social workers with one or two lines of work. */
export const committeeCadres = (random: Random, committee: string): DemoCadre[] =>
  distinctNames(random, random.between(7, 11)).map((name, index) => ({
    name,
    committee,
    department: null,
    posts: postsOf(index),
    lines: index < 2 ? [] : [...new Set([lines[(index - 2) % lines.length] ?? '民政', random.pick(lines)])],
  }));

export const departmentCadres = (random: Random, department: string): DemoCadre[] =>
  distinctNames(random, 3).map((name, index) => ({
    name,
    committee: null,
    department,
    posts: [index === 0 ? 'head' : 'clerk'],
    lines: [],
  }));
