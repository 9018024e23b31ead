/** One written form for what looks alike. Every step keeps the length, so a place in one text is a place in all. */

const punctuation: Readonly<Record<string, string>> = {
  ',': '，',
  '、': '、',
  ';': '；',
  '?': '？',
  '!': '！',
  ':': '：',
  '…': '，',
  '～': '，',
  '~': '，',
  '\t': ' ',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\r': ' ',
  '(': '（',
  ')': '）',
  '“': ' ',
  '”': ' ',
  '"': ' ',
  '「': ' ',
  '」': ' ',
};

const traditional =
  '壓压糧粮張张陳陈劉刘楊杨趙赵吳吴孫孙馬马樓楼號号門门診诊測测糖糖飯饭後后餐餐藥药醫医電电話话漏漏車车燈灯壞坏裝装證证養养約约時时間间兩两個个這这嗎吗沒没還还說说來来過过開开關关讓让辦办登登錄录費费錢钱萬万產产檢检發发現现處处嚴严週周點点鐘钟樣样見见聽听長长員员課课會会員员達达協协議议調调鄰邻婦妇針针預预約约願愿領领補补貼贴學学殘残';
const simple = new Map<string, string>();
for (let i = 0; i + 1 < traditional.length; i += 2)
  simple.set(traditional.charAt(i), traditional.charAt(i + 1));

const normaliseCharacter = (c: string): string => {
  const code = c.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) {
    const half = String.fromCharCode(code - 0xfee0);
    return punctuation[half] ?? half.toLowerCase();
  }
  return punctuation[c] ?? simple.get(c) ?? c.toLowerCase().charAt(0);
};

/** Half-width digits and letters, full-width punctuation, simplified characters, single spaces kept in place. */
export const normalise = (raw: string): string => {
  let out = '';
  for (let i = 0; i < raw.length; i += 1) out += normaliseCharacter(raw.charAt(i));
  // A decimal point or a colon of a clock stays as it is; elsewhere they part clauses.
  return out
    .replace(/(?<=\d)：(?=\d)/g, ':')
    .replace(/(?<=\d)，(?=\d{3}(?!\d))/g, (_, at: number) =>
      /[,，]/.test(raw.charAt(at)) && raw.charAt(at) === ',' ? ',' : '，',
    )
    .replace(/(?<!\d)\.|\.(?!\d)/g, '。')
    .replace(/(?<=[㐀-鿿])-(?=[㐀-鿿])/g, '，');
};
