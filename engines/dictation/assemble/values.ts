import type { Hit } from '../match/hits.ts';
import { isQuestion } from '../text/chat.ts';
import { clauseEnd, clauseStart } from '../text/clauses.ts';
import type { Item } from './item.ts';
import { overlaps } from './span.ts';

/** Choices and booleans that are said of the record, out of everything the fields hear. */

/** A duty or a promise: what is to be done is not done yet. */
const duty =
  /(?:要求|责令|通知|必须|务必|限|催|督促|打算|准备|计划|答应|保证|承诺|争取|尽快|尽量|叮嘱|关照|提醒|让(?:他|她|他们|业主|物业)|叫(?:他|她|他们|业主|物业)|请(?:他|她|他们|业主|物业)|需要|应该|得(?=赶|尽|马)|会(?=[在把]|尽|再|马|去)|要(?=[在把]|尽|马|赶)|再去|再来|想(?=要|去|办|装)|希望|月底前|之前|[天日号周末月底一二三四五六]以?前|天内|之内|以内)[^，。；？！\n]{0,6}$/;
const doneSign = /了|过|已|当场|就(?:叫|让)/;

const pending = (text: string, hit: Hit): boolean => {
  const from = clauseStart(text, hit.start, 1);
  const before = text.slice(Math.max(from, hit.start - 12), hit.start);
  const after = text.slice(hit.end, hit.end + 2);
  return duty.test(before) && !doneSign.test(before + text.slice(hit.start, hit.end) + after);
};

const asked = (text: string, hit: Hit): boolean =>
  isQuestion(
    text.slice(clauseStart(text, hit.start, 1), Math.min(text.length, clauseEnd(text, hit.end, 1) + 1)),
  );

const confidenceOf = (hit: Hit): number => {
  const base = hit.own ? 0.97 : 0.92;
  return hit.repaired > 0 ? base - 0.15 : base;
};

const howOf = (hit: Hit): string =>
  hit.repaired > 0 ? 'by sound' : hit.own ? 'the ledger’s word' : 'another word';

const yesAnswer =
  /^[ ，]*(?:嗯|有|是|对|好|已|都|早|装|打|看|办|查|登|做|在|齐|全|他说打|她说打|他讲|她讲|[上今昨前](?:个)?(?:月|天|年|周))/;
const noAnswer = /^[ ，]*(?:还)?(?:没|不|无|哪有|未|尚未|别提)/;

/** 打过针没 / 他说打过: the answer to a question in the line before. */
const answer = (text: string, hit: Hit): Item | undefined => {
  const end = clauseEnd(text, hit.end, 3);
  if (text.charAt(end) !== '\n' && text.charAt(end) !== '？') return undefined;
  const rest = text.slice(end + 1).replace(/^[\n ]+/, '');
  const start = text.length - rest.length;
  const value = noAnswer.test(rest) ? false : yesAnswer.test(rest) ? true : undefined;
  if (value === undefined) return undefined;
  return {
    start,
    end: Math.min(text.length, start + 2),
    field: hit.field,
    value,
    confidence: 0.85,
    how: 'an answer',
  };
};

const urged = /(?:叫|让|劝|建议|推荐|介绍|动员|喊)(?:他|她|伊|老人|他们)?(?:去|到|用|吃|办|申请|来|上|住)?$/;
const refused =
  /^(?:吃|办|住|用)?[，\s]?(?:他|她|伊|老人)?(?:也|都|就|又|还|死活|坚决)?(?:不肯|不要|不去|不愿|不高兴|不想|没同意|不同意)/;

/** 我叫伊去助餐点伊勿肯: what was proposed and refused is not so. */
const proposed = (text: string, hit: Hit): boolean =>
  urged.test(text.slice(Math.max(0, hit.start - 6), hit.start)) &&
  refused.test(text.slice(hit.end, hit.end + 8));

/** 还好没砸到人 is relief, no grade. */
const luckily = (text: string, hit: Hit): boolean =>
  text.slice(hit.start, hit.end) === '还好' && /^[没不有是人他她当]/.test(text.slice(hit.end));

/** Turns hits of choices and booleans into values. */
export const valuesFrom = (text: string, hits: readonly Hit[]): Item[] =>
  hits.flatMap((hit): Item[] => {
    if (hit.role === 'before' || hit.role === 'after') return [];
    const { start, end, field } = hit;
    const base = { start, end, field, confidence: confidenceOf(hit), how: howOf(hit) };
    if (hit.role === 'option' && (proposed(text, hit) || luckily(text, hit))) return [];
    if (asked(text, hit)) {
      if (hit.role === 'option')
        return hit.own && !hit.denied ? [{ ...base, value: hit.value, confidence: 0.7 }] : [];
      const item = answer(text, hit);
      return item ? [item] : [];
    }
    if (hit.role === 'option' && /情况|状态|进度|进展/.test(field.label) && pending(text, hit)) return [];
    if (hit.role === 'option')
      return [{ ...base, value: hit.value, ...(hit.denied ? { denied: true } : {}) }];
    if (hit.role === 'yes' && pending(text, hit)) return [];
    return [{ ...base, value: hit.role === 'yes' }];
  });

/** 送餐上门 is one thing: the 上门 in it says nothing of another field. */
export const withoutParts = (items: readonly Item[], hits: readonly Hit[]): Item[] =>
  items.filter(
    (item) =>
      !hits.some(
        (hit) =>
          (hit.own || (hit.role === 'option' && item.field.type === 'choice')) &&
          (hit.role === 'option' || hit.role === 'yes' || hit.role === 'no') &&
          hit.field !== item.field &&
          hit.start < item.start + (hit.own ? 1 : 0) &&
          hit.end >= item.end &&
          hit.end - hit.start >= item.end - item.start + 2,
      ),
  );

/** 以前是群租 … 现在不是了: what was so is not so now. */
const nowNot = /(?:现在|目前|如今|已经|后来|这次)[^，。\s]{0,3}(?:不是|没有|没|不)了?(?=[，。\s了]|$)/;
const formerly = /(?:以前|原来|原先|本来|早先|从前|过去|曾经|去年)[^，。；？！\n\s]{0,6}$/;

export const withReversals = (text: string, items: readonly Item[]): Item[] =>
  items.map((item) => {
    if (item.value !== true || !formerly.test(text.slice(Math.max(0, item.start - 10), item.start)))
      return item;
    const later = nowNot.exec(text.slice(item.end));
    return later
      ? { ...item, value: false, end: item.end + later.index + later[0].length, confidence: 0.85 }
      : item;
  });

/** Among values for one field in one record: what a longer or own phrase says outweighs what lies within it. */
export const withoutInner = (items: readonly Item[]): Item[] => {
  // The ledger's own word outweighs a pattern that reaches over it.
  const length = (item: Item): number => item.end - item.start + (item.how === 'the ledger’s word' ? 8 : 0);
  return items.filter(
    (item) =>
      !items.some(
        (other) =>
          other !== item &&
          other.field === item.field &&
          overlaps(other, item) &&
          (length(other) > length(item) || (length(other) === length(item) && other.start < item.start)),
      ),
  );
};
