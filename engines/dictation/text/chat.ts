/** A chat pasted in: who said a line is blanked out, what was said stays in its place. */

const header =
  /^[ ]*(?:\[?(?:\d{4}[-/年.])?(?:\d{1,2}[-/月.]\d{1,2}日?)?[ ]*(?:上午|下午|早上|晚上)?[ ]*\d{1,2}:\d{2}(?::\d{2})?\]?[ ]*)?@?([^：，。！？；\n]{1,12}?)(?:[ ]*\(?（?\d{1,2}:\d{2}(?::\d{2})?）?\)?)?[ ]*：/;
const stampLine =
  /^[ ]*[^：\n]{0,12}?[ ]*(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?)?[ ]*(?:上午|下午|早上|晚上)?[ ]*\d{1,2}:\d{2}(?::\d{2})?[ ]*$/;
const formLabel =
  /姓名|名字|日期|时间|地址|地点|电话|手机|备注|类型|高压|低压|血压|心率|血糖|情况|状态|结果|人数|金额|收入|项目/;

/** Nobody's name and hour are longer; the bound keeps a line of ten thousand spaces from being tried every way. */
const longest = 48;

const headOf = (line: string): string => line.slice(0, longest);

const isStamp = (line: string): boolean => {
  const said = line.trim();
  return said.length <= longest && stampLine.test(said);
};

const blank = (text: string): string => ' '.repeat(text.length);

/**
 * Blanks the speakers' names and the times of a chat of two lines or more; other text is returned as it is.
 * A line that begins with a label of the form (`isLabel`) is no speech.
 */
export const withoutSpeakers = (text: string, isLabel: (name: string) => boolean): string => {
  const lines = text.split('\n');
  const speakers = lines.map((line) => header.exec(headOf(line))?.[1]?.trim() ?? '');
  const spoken = speakers.filter((name) => name !== '' && !formLabel.test(name) && !isLabel(name));
  const stamped = lines.some(isStamp);
  if (lines.length < 2 || (spoken.length < 2 && !stamped)) return text;
  return lines
    .map((line, i) => {
      if (isStamp(line)) return blank(line);
      const found = spoken.includes(speakers[i] ?? '') ? (header.exec(headOf(line))?.[0] ?? '') : '';
      return blank(found) + line.slice(found.length).replace(/@[^ ：，。]{1,8}/g, blank);
    })
    .join('\n');
};

/** Asks for something instead of saying it: the clause ends in a question. */
export const isQuestion = (clause: string): boolean =>
  /[？]\s*$|^.{0,4}呢\s*$|(吗|伐|么|(?:了|过|好|到|掉|上|着)[^，。\s]{0,2}没有?|几个|几个人|多少|多久|几口人|几次|几回|第几回了?|哪里|哪里开的|哪开的|(?<!让|给|理|服)谁|谁带队|谁家的|怎么样|啥情况|什么情况|哪个小区|什么项目|多少钱)(一个月|了)?\s*$/.test(
    clause,
  ) || /(有没有|是不是|要不要|能不能|行不行|好不好|肯不肯|来不来|打不打|装不装|吃不吃)/.test(clause);
