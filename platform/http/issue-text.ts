import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Said = { zh: string; en: string };

const tooSmall = (issue: z.core.$ZodIssueTooSmall): Said => {
  if (issue.origin === 'string')
    return issue.minimum === 1
      ? { zh: '请填写', en: 'Please fill this in' }
      : { zh: `至少 ${issue.minimum} 个字`, en: `At least ${issue.minimum} characters` };
  if (issue.origin === 'array') return { zh: `至少 ${issue.minimum} 项`, en: `At least ${issue.minimum}` };
  return { zh: `不能小于 ${issue.minimum}`, en: `Not less than ${issue.minimum}` };
};

const tooBig = (issue: z.core.$ZodIssueTooBig): Said => {
  if (issue.origin === 'string')
    return { zh: `最多 ${issue.maximum} 个字`, en: `At most ${issue.maximum} characters` };
  if (issue.origin === 'array') return { zh: `最多 ${issue.maximum} 项`, en: `At most ${issue.maximum}` };
  return { zh: `不能大于 ${issue.maximum}`, en: `Not more than ${issue.maximum}` };
};

const formats: Readonly<Record<string, Said>> = {
  email: { zh: '不是有效的邮箱', en: 'Not an e-mail address' },
  uuid: { zh: '编号不对', en: 'Not a valid id' },
  date: { zh: '日期应为 2026-11-24 这样', en: 'A date looks like 2026-11-24' },
  datetime: {
    zh: '时间应带时区，如 2026-11-24T14:00:00+08:00',
    en: 'A time needs its offset, like 2026-11-24T14:00:00+08:00',
  },
  time: { zh: '时间应为 14:30 这样', en: 'A time looks like 14:30' },
};

const wrongType = (issue: z.core.$ZodIssueInvalidType): Said =>
  issue.input === undefined || issue.input === null
    ? { zh: '请填写', en: 'Please fill this in' }
    : { zh: '内容的类型不对', en: `Expected ${issue.expected}` };

/** A few of them, and not at length: they are the caller's own words. */
const unknownKeys = (keys: readonly string[]): Said => {
  const some = keys.slice(0, 5).map((key) => (key.length > 40 ? `${key.slice(0, 40)}…` : key));
  return { zh: `不认识：${some.join('、')}`, en: `Unknown: ${some.join(', ')}` };
};

const said = (issue: Issue): Said => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return formats[issue.format] ?? { zh: '格式不对', en: 'Wrong format' };
    case 'invalid_value':
      return { zh: `只能是：${issue.values.join('、')}`, en: `One of: ${issue.values.join(', ')}` };
    case 'unrecognized_keys':
      return unknownKeys(issue.keys);
    case 'custom':
      return { zh: issue.message, en: issue.message };
    default:
      return { zh: '内容有误', en: 'Not right' };
  }
};

/** What is wrong with one place, in the words of the office; a schema's own message (refine) stands as it is. */
export const sayIssue = (issue: Issue, language: 'zh' | 'en'): string => said(issue)[language];
