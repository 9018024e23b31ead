/** Words with which a speaker takes back what was just said. Spans are of the text given. */
const cue =
  /不对不对|不对[，。\s]|(?<!对)不对(?=是|应该|[\u4e00-\u9fff\d])|说错(?:了)?|讲错(?:了)?|记错(?:了)?|报错(?:了)?|写错(?:了)?|看错(?:了)?|弄错(?:了)?|搞错(?:了)?|听错(?:了)?|念错(?:了)?|算错(?:了)?|错了|错啦|更正(?:一下)?|纠正(?:一下)?|订正|修正|口误|等等[，\s]|等一下[，\s]|慢点?[，\s]|(?:哦|噢|喔|呃|额|嗯|啊)[，\s]*不(?:是|对)?(?=[，。\s]|是|\d|[一二三四五六七八九十幺两])|(?:哦|噢|喔)[，\s]*(?:应该)?是(?!的|啊|哦|呀|吧)|应该是|改(?:成|为|到|作|做)|(?<![修整更])改(?=[一二三四五六七八九十两廿\d周下明后上星礼])|换成|(?:后来|现在|最后)(?:又)?(?:改|变|换)(?:成|为|到|了)|以(?:第二遍|后面|后者|这次|第二次|后面的|最后)(?:的)?(?:为准)?|重新(?:说|报|量|来)(?:一遍|一下)?|(?:再|又|重新|重)(?:量|测)(?:了)?(?:一遍|一次|一下)?|复测|第[二三](?:次|遍)(?=[，\s：是]*[\d一二三四五六七八九])|不不不|(?<=[\d一二三四五六七八九十百千万两半点零块元人个][，\s]*)不不?[，\s]+(?=[\d一二三四五六七八九十百千万两])|不是不是|准确(?:地)?(?:说|讲)|实际(?:上)?是|其实是|才对|纠个错|(?:刚|再|又|重新|仔细)(?:点|数|核|查|看)(?:了)?(?:一?下|一遍|过)(?:名单)?|不止|其实(?=有|是)|收回|作废|撤回|划掉|重来|说反(?:了)?|没有没有|刚才(?:那个)?不算|不算不算|看错人|搞混(?:了)?|弄混(?:了)?|说混(?:了)?|记混(?:了)?/g;

export interface Correction {
  readonly start: number;
  readonly end: number;
}

/** Every place where something is taken back. */
export const findCorrections = (text: string): Correction[] =>
  [...text.matchAll(cue)].map((found) => ({ start: found.index, end: found.index + found[0].length }));

/** `不是X 是Y`, `不是X Y`: X is taken back. The span of what is denied runs to the next boundary or 是. */
export const findDenied = (text: string): Correction[] =>
  [
    ...text.matchAll(
      /(?<!是|要|又|还|并|岂|可|就|说)(?:不是|并不是|并非)(?!很|太|特别|说|不|吗|伐|怎么)([^，。；？！\n ]{1,12}?)(?=[，。；？！\n ]+(?:而|应该)?是?|而?是(?!不))/g,
    ),
  ].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));

/** True when a correction stands between two places. */
export const correctedBetween = (corrections: readonly Correction[], from: number, to: number): boolean =>
  corrections.some((c) => c.start >= from && c.end <= to);
