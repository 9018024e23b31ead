/**
 * Words of Shanghai speech (Wu) as a recogniser writes them, in Mandarin of the same length.
 * Longer forms first; what would change the length is left to the patterns of the lexicon.
 */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/还勿曾|还呒没|还弗曾/g, '还没有'],
  [/勿曾|呒没|唔没|嘸没|无没|呒啥|弗曾|朆得/g, '没有'],
  [/勿是|弗是/g, '不是'],
  [/勿要|弗要/g, '不要'],
  [/勿肯|弗肯/g, '不肯'],
  [/勿(?=[\u4e00-\u9fff])|弗(?=[\u4e00-\u9fff])/g, '不'],
  [/[覅]/g, '别'],
  [/[朆]/g, '没'],
  [/[呒嘸]/g, '没'],
  [/今朝|今早头|今日(?!头)/g, '今天'],
  [/昨日|昨朝/g, '昨天'],
  [/明朝|明日/g, '明天'],
  [/后日|後日/g, '后天'],
  [/夜里|夜到|夜头/g, '晚上'],
  [/早浪|早朗/g, '早上'],
  [/辰光/g, '时间'],
  [/里向|里厢/g, '里面'],
  [/搿个|搿只|格个|迭个|迭只/g, '这个'],
  [/搿边|搿搭|迭搭|辩搭|此地/g, '这里'],
  [/[搿迭](?=[\u4e00-\u9fff])/g, '这'],
  [/伊拉|伊勒/g, '他们'],
  [/阿拉/g, '我们'],
  [/(?<![\u4e00-\u9fff][阿老])伊(?![\u6717\u5229\u62c9])/g, '他'],
  [/侬/g, '你'],
  [/借拨|借把|租拨/g, '租给'],
  [/拨(?=[\u4e00-\u9fff]{1,4}(量|测|看|打|做|办|送|装|查|申请|讲|伊|他))/g, '给'],
  [/一家门|一家头/g, '一家人'],
  [/[侪]/g, '都'],
  [/物事|么事/g, '东西'],
  [/屋里向/g, '家里面'],
  [/屋里|屋头/g, '家里'],
  [/坏脱/g, '坏掉'],
  [/(?<=[忘停拆搬吃用断丢掉死修换退撤清])脱/g, '掉'],
  [/交关|邪气|老老/g, '非常'],
  [/结棍/g, '厉害'],
  [/适意/g, '舒服'],
  [/哪能|哪恁/g, '怎么'],
  [/介(?=[重多高吵])|噶(?=[重多高吵])/g, '这'],
  [/讲勿拢|讲不拢/g, '谈不拢'],
  [/(?<=[\u4e00-\u9fff])搭(?=[\u4e00-\u9fff]{2,3}(吵|为|闹|两|因|打|谈|讲|签|和))/g, '和'],
  [/勒海|辣海|辣辣|勒勒|勒浪/g, '在了'],
  [/上趟/g, '上次'],
  [/下趟/g, '下次'],
  [/汏|汰/g, '洗'],
];

/** The same text, the same length, in Mandarin where Wu was written. */
export const mandarin = (text: string): string =>
  pairs.reduce(
    (now, [wu, plain]) =>
      now.replace(wu, (found) =>
        plain.length === found.length ? plain : plain.padEnd(found.length).slice(0, found.length),
      ),
    text,
  );
