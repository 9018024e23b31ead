import type { Random } from './random.ts';

// Everybody in the demonstration is invented: common surnames and given names put together by chance.
const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤',
];
const compoundSurnames = ['欧阳', '上官', '司徒', '诸葛', '夏侯'];

const olderWomen = [
  '秀英',
  '桂兰',
  '玉珍',
  '凤英',
  '素珍',
  '美华',
  '阿妹',
  '月娥',
  '惠芳',
  '佩芳',
  '根娣',
  '金凤',
  '兰英',
  '彩云',
  '宝珍',
  '雪琴',
];
const olderMen = [
  '建国',
  '根生',
  '福根',
  '阿毛',
  '志明',
  '永康',
  '金宝',
  '德才',
  '国强',
  '伯良',
  '宝根',
  '兴发',
  '耀祖',
  '荣生',
  '家骏',
  '吉祥',
];
const youngerWomen = [
  '燕',
  '敏',
  '丽娟',
  '晓红',
  '慧',
  '婷婷',
  '佳怡',
  '雯',
  '思敏',
  '文静',
  '海燕',
  '洁',
  '诗涵',
  '晓琳',
  '春梅',
  '莉',
];
const youngerMen = [
  '伟',
  '军',
  '磊',
  '俊杰',
  '斌',
  '晓东',
  '志强',
  '浩',
  '建平',
  '宇轩',
  '海峰',
  '明',
  '嘉伟',
  '文涛',
  '鹏',
  '国庆',
];

export type Sex = '男' | '女';

/** An invented full name that fits sex and age. */
export const nameOf = (random: Random, sex: Sex, age: number): string => {
  const surname = random.chance(0.02) ? random.pick(compoundSurnames) : random.pick(surnames);
  const women = age >= 60 ? olderWomen : youngerWomen;
  const men = age >= 60 ? olderMen : youngerMen;
  return surname + random.pick(sex === '女' ? women : men);
};
