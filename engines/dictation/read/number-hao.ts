/** After a date: what one does then, or the time of that day. */
const doing =
  /^[\s,，]?(?:再|去|来|到(?!处)|之?前|以前|截|到期|[上下中]午|晚上?|早上?|夜里|那天|当天|开始|左右|[我他她咱伊]|阿拉|碰|遇|登|上门|走访|回访|复|打[了过电]|打好|测|量|做|查过|办|申请|递|搞|举[行办]|约|预约|调解|守|巡|夜巡|扫|理发|陪|宣传|开[了的会课]|上课|[一二三四五六七八九十两\d]{1,3}点)/;
/** Before a date: a date is what follows these. */
const leading =
  /(?:[到等约在于限]|定在|改在|改到|截止|过了|[月周]的?|礼拜[一二三四五六日天]|星期[一二三四五六日天])\s?$/;
/** After a house: its parts, its people, and what happens to it. */
const dwelling =
  /^[\s,，]?(?:门|楼|里|下面|那[边里个位]|居民|业主|住户|住[了着]|人家|阿姨|阿婆|爷叔|大楼|整栋|电梯|墙|灯|堆|漏|停电|断电|飞线|有人|租|房东|消防|外墙|走廊|过道|屋顶|水管|下水)/;

/**
 * How likely a number before 号 alone (三号) is a date and not a house, by what stands beside it: 0 to 1. Where
 * nothing tells, a half: the caller knows whether a place or a day is wanted.
 */
export const dateShare = (s: string, start: number, end: number): number => {
  const after = s.slice(end, end + 8);
  if (leading.test(s.slice(Math.max(0, start - 4), start))) return 0.85;
  if (dwelling.test(after)) return 0.08;
  return doing.test(after) ? 0.9 : 0.5;
};
