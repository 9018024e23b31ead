import { plain, squash } from './text.ts';

/** What a line outside the rows is. `heading` is a title's neighbour, such as the office's name. */
export type LineKind =
  | 'attachment'
  | 'unit'
  | 'signature'
  | 'page'
  | 'note'
  | 'subtotal'
  | 'heading'
  | 'numbering';

const ATTACHMENT = /^(附件|附表|附|表)([一二三四五六七八九十\d]*(-\d+)?)([::]|$)/;
const PAGE =
  /^(第?[\d一二三四五六七八九十]+页|共[\d一二三四五六七八九十]+页|第[\d一二三四五六七八九十]+页[/,，、(（]?共[\d一二三四五六七八九十]+页[)）]?|-+\d+-+|page\d+(of\d+)?)$/i;
const NOTE =
  /^(注|备注|附注|说明|填表说明|填写说明|填报说明|填表要求|填报要求|注意事项|提示|温馨提示|要求)(\d|[一二三])?[::.、]|^(备注|说明|注|填表说明|填报说明)$|^[※★*▲]|^[(（]?(以下|以上|上述|续表|接上页|转下页|填写示例|示例|样例|范例)|以下空白|以下无正文|^[(（]?(此表|本表)/;
const NUMBERED =
  /^([(（]?[\d一二三四五六七八九十]{1,3}[)）]|[\d]{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}[、.])/;
const WHO =
  '制表|填表|填报|审核|复核|审批|批准|经办|负责|主管|分管|统计|登记|核对|记录|录入|报送|上报|报告|校对|编制|会计|出纳|联系|填写|制作|汇报|检查|巡查|走访|领导|部门|社区|居委|居委会|街道|村|单位|报表|科室|所属|楼组|网格|日期|时间|年度|年份|月份|月度|季度|所属期|编号|文号|表号|制定机关|批准文号|有效期|计量|金额|盖章|公章|签字|签名|签章|地点|主题|会议|活动|应到|实到|出席|缺席|参加|主持|区|镇|乡|市|县|截止|截至';
const META = new RegExp(`^[^:。;]{0,6}(?:${WHO})[^:。;,]{0,10}:`);
const SEAL = /[(（]?(盖章|公章|签章|签字|签名)[)）]?:?$/;
const DAY =
  /^(\d{2,4}|[〇零○一二三四五六七八九]{4})?年(度)?(\d{0,2}|[一二三四五六七八九十]{0,3})(月)?(\d{0,2}|[一二三四五六七八九十]{0,3})(日)?$/;
const PERIOD = /^(截[止至])?\d{4}[年./-]\d{1,2}(月|[./-]\d{1,2}|月\d{1,2}日)?([-—~至到].*)?$/;
const TOTAL =
  /^(第?[一二三四1-4]季度|上半年|下半年|全年|本[页月季年周]|[\d一二三四五六七八九十]+月份?)?(合计|小计|总计|累计|共计|总数|汇总|总合计|平均|平均值)(人数|户数|数|金额)?([::(].*)?$/;
const ENDS_IN_TOTAL = /(合计|小计|总计)$/;

const isAttachment = (text: string): boolean => ATTACHMENT.test(text) && text.length <= 8;
const isPeriod = (text: string): boolean => DAY.test(text) || PERIOD.test(text);

/** One cell of a line of particulars or signatures: 填报单位：…, 审核人：, （盖章）, 2026年3月1日. */
export const isMeta = (written: string): boolean => {
  const text = plain(written);
  return (
    META.test(text) ||
    SEAL.test(text) ||
    isPeriod(text) ||
    PAGE.test(text) ||
    isAttachment(text) ||
    /^[(（]?单位[::]/.test(text)
  );
};

/** Whether the cell to the right of this one holds its value: 填报单位： | 和安一居. */
export const asksRight = (written: string): boolean => /[：:]$/.test(squash(written));

export const isNote = (written: string): boolean => NOTE.test(plain(written));
/** 例, 示例: a row that shows how to fill the form in. */
export const isExample = (written: string): boolean =>
  /^[(（]?(例|例如|举例|示例|样例|范例|填写示例|填写样例)[)）]?:?$/.test(plain(written));
/** A remark wholly in brackets. */
export const isBracketed = (written: string): boolean =>
  /^[(（【][^()（）【】]{3,}[)）】]$/.test(squash(written));
export const isNumbered = (written: string): boolean => NUMBERED.test(plain(written));
/** 合计, 小计, 本页小计, 总 计：25人. */
export const isTotal = (written: string): boolean => TOTAL.test(plain(written));
/** 和安一居小计: a total only when nothing but figures stands beside it. */
export const endsInTotal = (written: string): boolean => ENDS_IN_TOTAL.test(plain(written));

/** What a lone line of these cells is. */
export const lineKind = (texts: readonly string[]): LineKind => {
  const first = plain(texts[0] ?? '');
  if (isAttachment(first)) return 'attachment';
  if (texts.every((text) => PAGE.test(plain(text)))) return 'page';
  if (isNote(first) || isNumbered(first) || isExample(first)) return 'note';
  if (/(盖章|公章|签章|签字|签名|制表|填表|审核|复核|经办|负责人|统计员|审批)/.test(texts.join('')))
    return 'signature';
  if (texts.some(isMeta)) return 'unit';
  return 'heading';
};
