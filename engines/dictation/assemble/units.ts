/** Units of measure: which quantity they count, and how many of the quantity's base unit one is. */
interface Unit {
  readonly of: string;
  readonly factor: number;
}

const table: Readonly<Record<string, Unit>> = {};
const define = (of: string, units: Readonly<Record<string, number>>): void => {
  for (const [names, factor] of Object.entries(units))
    for (const name of names.split('|')) (table as Record<string, Unit>)[name] = { of, factor };
};

define('person', {
  '人|个人|名|位|口|口人|口子|人次|个|个志愿者|名志愿者|个党员|个居民|个租客|个师傅|个同志|个孩子|位同志|名党员|个老人|个队员|个小姑娘|个小伙子': 1,
});
define('minute', {
  '分钟|分': 1,
  '刻钟|刻': 15,
  '小时|个小时|钟头|个钟头|个多小时|个多钟头|h': 60,
  '天|日|工作日': 1440,
});
define('yuan', {
  '元|块|块钱|圆|元钱|块洋钿|大洋': 1,
  '万|万元|万块|万块钱|w': 10_000,
  '千|千元|千块|k': 1000,
  百元: 100,
  '角|毛': 0.1,
});
define('kilogram', { '公斤|千克|kg': 1, '斤|市斤': 0.5, '克|g': 0.001, 吨: 1000 });
define('centimetre', { '厘米|公分|cm': 1, '米|公尺|m': 100, '毫米|mm': 0.1, 尺: 33.333333 });
define('mmol/l', { 'mmol/l|毫摩尔|毫摩|mmol|毫摩尔每升': 1, 'mg/dl|毫克每分升|毫克': 1 / 18 });
define('mmhg', { 'mmhg|毫米汞柱|毫米水银柱|汞柱': 1, 'kpa|千帕': 7.50062 });
define('beat', { '次/分|次每分|次一分钟|次每分钟|跳|下|bpm': 1 });
define('time', { '次|回|趟|遍': 1 });
define('dose', { '针|剂|针次|剂次': 1 });
define('animal', { '条|只|头|匹': 1 });
define('thing', {
  '处|件|辆|盏|部|台|堆|户|根|张|箱|把|起|具|样|家|扇|瓶|袋|幢|栋|间|套|本|份|面|桶|盆|包': 1,
});
define('degree', { '度|℃|摄氏度|°c': 1 });
define('percent', { '%|百分之|成': 1 });
define('square metre', { '平方米|平方|平米|㎡|m2|平': 1 });
define('age', { '岁|周岁|虚岁': 1 });
define('pill', { '粒|片|颗|顿': 1 });
define('month', { '月|个月': 1, 年: 12 });
define('day', { '号|日|天|星期|礼拜|周': 1 });
define('storey', { '楼|层|号楼|室|弄|栋|幢|单元': 1 });

/** A unit by its written name, as in a field's definition. */
export const unitNamed = (name: string | undefined): Unit | undefined =>
  name ? table[name.toLowerCase()] : undefined;

/** 下一个, 分别, 次日: what only begins like a unit. */
const notUnit =
  /^(?:下[一个周次回午面去来压]|分[别开居租手家]|天天|度假|次日|家里|个别|成功|成了|人家|名字|位置|平时|平[安稳常]|号码|月底|年[底前后]|条件|台账|本来|本人|把门|根本|层层|家门|份量|片刻)/;

/** The longest unit that begins at `at`. */
export const unitAt = (text: string, at: number): { end: number; unit: Unit } | undefined => {
  for (let length = 8; length > 0; length -= 1) {
    const name = text.slice(at, at + length).toLowerCase();
    const unit = notUnit.test(text.slice(at, at + length + 2)) ? undefined : table[name];
    if (unit && text.slice(at, at + length).length === length) return { end: at + length, unit };
  }
  return undefined;
};

/** Quantities that count the same sort of thing: a dog field may say 个, a headcount 位. */
const loose = new Set(['person', 'animal', 'thing', 'time', 'dose', 'beat']);

/** What one of `said` is in the field's unit; undefined when they measure different things. */
export const convert = (said: Unit, field: Unit | undefined, generic: boolean): number | undefined => {
  if (field && said.of === field.of) return said.factor / field.factor;
  if (generic && (!field || loose.has(field.of))) return 1;
  return undefined;
};
