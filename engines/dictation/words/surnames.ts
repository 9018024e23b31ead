/**
 * Family names, the hundred most frequent first (they hold about 85 % of people), then the rarer ones.
 * A rare one that is also an everyday word (于, 是, 时, 应 …) counts little in `name-model.ts`.
 */
const frequent =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛阎雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文';
const rarer =
  '施洪季庄章鲍闵翁俞屠费岑柳葛奚柯储祝项凌霍虞支昝管裘缪解应宗宣邢裴荣甄封羿靳段焦巴牧隗车全班仰仲伊宫宁仇栾甘厉祖符景詹束幸司韶郜蓟薄印宿怀蒲邰从鄂索咸籍卓蔺蒙池阴郁胥能苍双闻莘翟姬申桑桂濮牛寿边扈燕冀浦尚农温晏柴瞿充慕连茹习宦艾鱼容古慎戈庾终暨居衡步耿满弘匡国寇广禄阙东欧殳沃利蔚越夔隆师巩聂晁勾敖融冷訾辛阚那简饶空沙养鞠须丰巢关相查荆红游竺权逯盖益桓公倪房褚卫时卜齐元皮齐明计伏成戚喻水云包左米贝臧殷路娄危童梅盛刁骆樊干穆尤华滕茅强谈舒粟蓝干单佟岳楚代邬安乐平麻芦曲祁占阮桂苗涂柏鲁付凤花谌倪舒谷吉党辜车邴褟';

const compound = '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 端木 南宫 长孙 宇文';

/** Rare, but hardly anything else than a family name: 佟, 冼 are surer than 于 or 时. */
const pure = new Set(
  '佟冼邸阚訾亓逄尉郗郜邰蔺晁冉綦昝褚奚闵邢翟阎詹缪裴卞嵇麻鄢鄂糜邝濮靳岑戚茹谌郦郝鲍滕聂晏柏窦廖俞覃卓荀耿厉郁逯佘仝芮闫邬邱尹兰骆',
);

/** How many binary orders a family name lies below the most frequent one. */
export const surnameStep: ReadonlyMap<string, number> = new Map([
  ...[...rarer, ...pure].map((c) => [c, pure.has(c) ? 5 : 8] as const),
  ...[...frequent].map((c, i) => [c, 1 + Math.min(5, i / 20)] as const),
  ...compound.split(' ').map((name) => [name, 5] as const),
]);

/** True for a family name of one or two characters. */
export const isSurname = (text: string): boolean => surnameStep.has(text);
