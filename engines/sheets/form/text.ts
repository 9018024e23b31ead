const CJK = '\\u2e80-\\u9fff\\uff00-\\uffef\\u3000-\\u303f';
const GAP_IN_CHINESE = new RegExp(`(?<=[${CJK}])\\s+|\\s+(?=[${CJK}])`, 'g');

/** Without any white space: how names of columns are compared and joined. */
export const squash = (text: string): string => text.replace(/[\s\u200b]+/g, '');

/** One line; gaps that only spread Chinese characters over a title are taken out: 签  到  表 is 签到表. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(GAP_IN_CHINESE, '');

/** Most cells need no other spelling, and a long ledger has many. */
const IS_PLAIN = /^[\x21-\x7e\u4e00-\u9fff]*$/;
const MAY_BE_BLANK = /^[\s\u200b年月_＿□]/;

/** One spelling of digits, brackets and signs (full-width as half-width), without white space. */
export const plain = (text: string): string => (IS_PLAIN.test(text) ? text : squash(text.normalize('NFKC')));

const PLACEHOLDER = /^(年?月日|年月|年|[_＿]+|(□[^□☑√■✓✔]{1,10})+)$/;

/** Nothing written: blanks, lines to write on, 　年　月　日, boxes of which none is ticked. */
export const isBlank = (text: string): boolean => {
  if (text === '') return true;
  if (!MAY_BE_BLANK.test(text)) return false;
  const short = squash(text);
  if (short === '') return true;
  return short.length <= 60 && PLACEHOLDER.test(short.replace(/[_＿]/g, '') || '_');
};

/** What office people write for "nothing here". */
export const isDash = (text: string): boolean => /^[-—–―－/／\\＼~]+$/.test(squash(text));
