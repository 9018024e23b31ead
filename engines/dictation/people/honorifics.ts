/** Ways to address people, and what they tell of sex and age. Ages are years; the office is polite early. */
export interface Honorific {
  readonly sex?: 'M' | 'F';
  readonly from: number;
  readonly to: number;
}

const women: Readonly<Record<string, readonly [number, number]>> = {
  阿姨: [38, 120],
  大妈: [45, 120],
  大娘: [50, 120],
  大婶: [40, 120],
  阿婆: [58, 120],
  婆婆: [58, 120],
  老婆婆: [60, 120],
  阿奶: [58, 120],
  奶奶: [58, 120],
  老奶奶: [60, 120],
  老太太: [58, 120],
  老太: [58, 120],
  太太: [30, 120],
  好婆: [58, 120],
  外婆: [55, 120],
  老阿姨: [55, 120],
  大姐: [30, 100],
  阿姐: [30, 100],
  姐姐: [20, 80],
  姐: [20, 80],
  嫂子: [28, 90],
  阿嫂: [28, 90],
  嫂: [28, 90],
  婶婶: [40, 100],
  小姐: [16, 50],
  女士: [18, 110],
  妹妹: [5, 50],
  姑娘: [10, 40],
  妈妈: [28, 110],
};
const men: Readonly<Record<string, readonly [number, number]>> = {
  老伯伯: [58, 120],
  老伯: [58, 120],
  伯伯: [55, 120],
  阿伯: [55, 120],
  大伯: [50, 120],
  大爷: [58, 120],
  老大爷: [60, 120],
  爷爷: [58, 120],
  老爷爷: [60, 120],
  爷叔: [40, 110],
  叔叔: [30, 100],
  大叔: [35, 100],
  阿叔: [35, 100],
  老先生: [58, 120],
  先生: [20, 110],
  大哥: [28, 90],
  阿哥: [25, 90],
  哥: [20, 80],
  老爷子: [60, 120],
  老头子: [55, 120],
  老头: [55, 120],
  老汉: [55, 120],
  公公: [58, 120],
  爸爸: [28, 110],
};
const either: Readonly<Record<string, readonly [number, number]>> = {
  老师: [22, 110],
  老人家: [58, 120],
  老人: [55, 120],
  师傅: [20, 90],
  同志: [18, 110],
  老: [60, 120],
};

const table = new Map<string, Honorific>([
  ...Object.entries(women).map(([word, [from, to]]) => [word, { sex: 'F', from, to }] as const),
  ...Object.entries(men).map(([word, [from, to]]) => [word, { sex: 'M', from, to }] as const),
  ...Object.entries(either).map(([word, [from, to]]) => [word, { from, to }] as const),
]);
const longest = 4;

/** The form of address that begins at `at`, the longest there is. */
export const honorificAt = (text: string, at: number): { end: number; about: Honorific } | undefined => {
  for (let length = longest; length >= 1; length -= 1) {
    const about = table.get(text.slice(at, at + length));
    if (about && at + length <= text.length) return { end: at + length, about };
  }
  return undefined;
};

/** 老王, 小王: what stands before a family name. */
export const prefixOf: Readonly<Record<string, Honorific>> = {
  老: { from: 48, to: 120 },
  小: { from: 0, to: 45 },
};

/** Posts and trades: a family name with one of them is no resident of the register. */
export const postAfter =
  /^(书记|主任|副主任|科长|社工|居委|委员|站长|所长|医生|大夫|护士|警官|民警|警察|律师|校长|经理|队长|组长|楼组长|班长|会长|干事|干部|总|局|工程师|师傅|保安|物业|导|法官|调解员|律|秘书|编辑|村长|支书)/;
