import type { Compound, Resident } from '../types.ts';
import { register } from './fixtures.ts';
import { type Random, seeded } from './random.ts';

/** Surnames with their share in ten thousand, roughly as they are borne; rare ones share what is left. */
const surnames: readonly (readonly [string, number])[] = [
  ['王', 720],
  ['李', 720],
  ['张', 680],
  ['刘', 540],
  ['陈', 530],
  ['杨', 310],
  ['黄', 220],
  ['赵', 200],
  ['吴', 250],
  ['周', 240],
  ['徐', 200],
  ['孙', 150],
  ['马', 120],
  ['朱', 190],
  ['胡', 130],
  ['郭', 110],
  ['何', 110],
  ['林', 120],
  ['高', 90],
  ['罗', 80],
  ['郑', 90],
  ['梁', 70],
  ['谢', 70],
  ['宋', 70],
  ['唐', 80],
  ['许', 90],
  ['韩', 60],
  ['冯', 70],
  ['邓', 50],
  ['曹', 70],
  ['彭', 50],
  ['曾', 50],
  ['肖', 50],
  ['田', 40],
  ['董', 50],
  ['潘', 60],
  ['袁', 60],
  ['蔡', 60],
  ['蒋', 70],
  ['余', 50],
  ['于', 40],
  ['杜', 40],
  ['叶', 60],
  ['程', 50],
  ['魏', 40],
  ['苏', 40],
  ['吕', 40],
  ['丁', 50],
  ['任', 40],
  ['卢', 40],
  ['姚', 50],
  ['沈', 100],
  ['钟', 40],
  ['姜', 40],
  ['崔', 30],
  ['谭', 30],
  ['陆', 90],
  ['范', 40],
  ['汪', 50],
  ['廖', 30],
  ['石', 40],
  ['金', 60],
  ['韦', 20],
  ['贾', 20],
  ['夏', 40],
  ['付', 30],
  ['傅', 30],
  ['方', 40],
  ['邹', 30],
  ['熊', 20],
  ['白', 20],
  ['孟', 20],
  ['秦', 30],
  ['邱', 40],
  ['侯', 20],
  ['江', 40],
  ['尹', 20],
  ['薛', 20],
  ['闫', 10],
  ['严', 30],
  ['段', 10],
  ['雷', 10],
  ['龙', 10],
  ['史', 20],
  ['陶', 30],
  ['贺', 20],
  ['毛', 30],
  ['郝', 10],
  ['顾', 80],
  ['龚', 30],
  ['邵', 30],
  ['万', 20],
  ['覃', 10],
  ['武', 10],
  ['钱', 60],
  ['戴', 40],
  ['严', 20],
  ['莫', 10],
  ['孔', 20],
  ['向', 10],
  ['汤', 30],
  ['施', 50],
  ['俞', 40],
  ['倪', 40],
  ['奚', 20],
  ['瞿', 20],
  ['凌', 20],
  ['欧阳', 5],
  ['诸葛', 2],
  ['司马', 2],
  ['上官', 2],
];

/** Given names by what one generation after another was called; two tables are joined or one is used alone. */
const given = {
  old: {
    F: ['秀', '桂', '玉', '凤', '兰', '金', '月', '素', '惠', '美', '翠', '宝', '根', '阿'],
    M: ['国', '建', '志', '德', '福', '根', '金', '永', '文', '宝', '祖', '荣', '阿', '明'],
  },
  oldEnd: {
    F: ['英', '珍', '芳', '兰', '娣', '妹', '花', '华', '仙', '琴', '云', '娥', '萍', '芬'],
    M: ['强', '华', '明', '生', '兴', '荣', '林', '根', '发', '宝', '祥', '平', '民', '财'],
  },
  young: {
    F: ['丽', '晓', '雅', '思', '佳', '欣', '雨', '诗', '婷', '静', '敏', '梦'],
    M: ['浩', '子', '宇', '俊', '嘉', '文', '志', '伟', '晓', '一', '海', '天'],
  },
  youngEnd: {
    F: ['娜', '婷', '琪', '怡', '涵', '敏', '颖', '妍', '悦', '雯', '洁', '莹'],
    M: ['然', '轩', '杰', '豪', '鹏', '宇', '辰', '帆', '博', '涛', '磊', '凯'],
  },
} as const;

const endings = ['小区', '新村', '苑', '公寓', '花园', '家园', '里', '坊'];
const places =
  '长宁安和通阳芳甸延中虹桥天山古北仙霞茅台娄山水城玉屏金钟新泾双流淮阴荣华黄浦永嘉泰富民乐康定海昌平武夷江苏愚园镇复旦同济曲阳';

const shares = surnames.reduce((sum, [, share]) => sum + share, 0);

const surname = (random: Random): string => {
  let left = random.next() * shares;
  for (const [name, share] of surnames) {
    left -= share;
    if (left < 0) return name;
  }
  return '王';
};

const givenName = (random: Random, sex: 'F' | 'M', year: number): string => {
  const [first, second] =
    year < 1975 ? [given.old[sex], given.oldEnd[sex]] : [given.young[sex], given.youngEnd[sex]];
  return random.next() < 0.18 ? random.pick(second) : random.pick(first) + random.pick(second);
};

const pad = (n: number): string => String(n).padStart(2, '0');

const compoundsFor = (count: number, random: Random): Compound[] => {
  const wanted = Math.max(0, Math.ceil(count / 900) - register.compounds.length);
  const names = new Set<string>();
  while (names.size < wanted) {
    const [a, b] = [random.pick([...places]), random.pick([...places])];
    names.add(`${a}${b}${random.pick(endings)}`);
  }
  return [...names].map((name, at) => ({
    name,
    road: `${name.slice(0, 2)}路${400 + at * 3}弄`,
    aliases: [name.slice(0, 2), `${400 + at * 3}弄`],
    buildings: random.whole(8, 30),
  }));
};

/**
 * An invented register of any size that begins with the fixture's people, so that one set of utterances can be
 * read against all of them. Names are distributed roughly as they are borne: many sound alike.
 */
export const inventRegister = (
  size: number,
  seed = 5,
): { compounds: readonly Compound[]; residents: readonly Resident[] } => {
  const random = seeded(seed);
  const compounds = [...register.compounds, ...compoundsFor(size, random)];
  const residents: Resident[] = [...register.residents];
  while (residents.length < size) {
    const sex = random.next() < 0.51 ? 'F' : 'M';
    const year = random.whole(1932, 2006);
    const compound = random.pick(compounds);
    residents.push({
      id: `X${residents.length}`,
      name: surname(random) + givenName(random, sex, year),
      sex,
      birthDate: `${year}-${pad(random.whole(1, 12))}-${pad(random.whole(1, 28))}`,
      compound: compound.name,
      building: random.whole(1, compound.buildings ?? 6),
      room: `${random.whole(1, 6)}0${random.whole(1, 4)}`,
      tags: year < 1950 && random.next() < 0.2 ? ['独居'] : [],
      nicknames: [],
    });
  }
  return { compounds, residents };
};
