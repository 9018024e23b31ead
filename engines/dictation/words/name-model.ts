import { givenData } from './name-data.ts';
import { surnameStep } from './surnames.ts';

const givenSteps = new Map<string, number>();
for (const row of givenData.split(' ')) {
  const step = Number.parseInt(row, 10);
  for (const c of row.replace(/^\d+/, '')) givenSteps.set(c, step);
}
/** Given-name characters that are frequent among today's residents but rare in the books the counts come from. */
for (const c of '娟芬琴妹娣菊凤芳霞燕婷莉萍娜静怡欣雯琳琪诗轩涵梓浩宇俊杰磊鑫强勇涛斌辉军伟刚毅翔博睿晨阳悦倩颖洁蕾薇玲珍珠玉英莲兰桂花秀彩翠巧惠慧敏丽美红雪梅春秋冬阿根宝生发荣福寿昌德娅妮娇妍媛嫣婧姗娴瑶琼瑾瑛璐珊珂玥珑茜茵莎菲萱蓓蔓芸芷若菡雅霏露馨昕曦晗昊昱皓煜烨炜焕灿炎熙凯铭锋钧钢锐鸿鹤麟骏驰泽润沛淼淑渊源潇澜济滢逸远迪辰震霖霆靖彤彦彬岚峻峥嵘崇岩帆航舟宏宽宜宸尧冠佑佳伦佩依俐仪健旭旺星智暄朗桐桦楠枫松柳棠栋梁楷桥毅沁波琦琨瑜璇碧黛黎耀翰翎翊腾舒豪赫超越跃迎进追道邦郁酉锦镇闯陶隽雄韬韵顺颂飒骥魁娥仙囡芝荷菱杏桃莺鹃凡泓澄沐霖恺廉贤')
  givenSteps.set(c, Math.max(7, givenSteps.get(c) ?? 0));

/** Steps below the most frequent given-name character; 8 for one that is in nobody's name. */
const givenStep = (c: string): number => 9 - (givenSteps.get(c) ?? 1);

/**
 * How unlikely a text is as a personal name, in binary orders; Infinity when it does not begin with a family
 * name or has the wrong length. Smaller is likelier; below 16 is plausible.
 */
export const nameCost = (text: string): number => {
  const long = text.length >= 3 && surnameStep.has(text.slice(0, 2));
  const family = long ? text.slice(0, 2) : text.charAt(0);
  const given = text.slice(family.length);
  const first = surnameStep.get(family);
  if (first === undefined || given.length < 1 || given.length > 2) return Number.POSITIVE_INFINITY;
  return [...given].reduce((sum, c) => sum + givenStep(c), first + (given.length === 1 ? 3 : 0));
};
