import type { Hit } from '../match/hits.ts';
import { digitOf } from '../read/numeral-forms.ts';
import { isQuestion } from '../text/chat.ts';
import { clauseEnd, clauseStart } from '../text/clauses.ts';
import type { Field } from '../types.ts';
import type { Item } from './item.ts';

/** Free text: what follows its cue to the end of the clause, in the speaker's own characters; telephone numbers. */

export interface PhoneSpan {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Runs of seven to twelve digits, said one by one or written, also in groups. */
export const findPhones = (text: string): PhoneSpan[] => {
  const found: PhoneSpan[] = [];
  for (let at = 0; at < text.length; ) {
    let digits = '';
    let end = at;
    for (let i = at; i < text.length; i += 1) {
      const digit = text[i] === '两' ? undefined : digitOf(text[i]);
      if (digit !== undefined) {
        digits += digit;
        end = i + 1;
      } else if (!/[ -]/.test(text.charAt(i)) || digits === '') break;
    }
    const phone = digits.length === 11 && /^1[3-9]/.test(digits);
    if (
      phone ||
      ((digits.length === 8 || digits.length === 7) &&
        !/[ ]/.test(text.slice(at, end)) &&
        digits.length === end - at)
    )
      found.push({ start: at, end, digits });
    at = Math.max(end, at + 1);
  }
  return found;
};

export const isPhoneField = (field: Field): boolean => /电话|手机|号码/.test(field.label);

const denied =
  /(?:没|没有|没啥|没什么|无|不|别的|没别的|没其他|也没|一样不|一个不)(?:什么|啥|有|其他|别的|提|特别)*$/;
const lead = /^(?:[\s，：]|说|讲|是|就是|的是|能|让我们|让居委|我们|有个|有一个|了|着|问)+/;
const measure = /^(?:一|两|几|三)?(?:份|张|本|个|样|项|点)(?:的)?/;

const isMissing = (field: Field): boolean => /缺/.test(field.label);

const trim = (field: Field, raw: string): { text: string; offset: number } => {
  const first = lead.exec(raw)?.[0].length ?? 0;
  let rest = raw.slice(first);
  let offset = first;
  const counted = isMissing(field) ? (measure.exec(rest)?.[0].length ?? 0) : 0;
  rest = rest.slice(counted);
  offset += counted;
  return { text: rest.replace(/(?:[\s，。；！？、]|了|的|呢|啊|呀|哦|吧)+$/, ''), offset };
};

/** How far a text runs: to the clause's end, or to where something else surely begins. */
const endOf = (text: string, from: number, stops: readonly number[]): number => {
  let end = clauseEnd(text, from, 1);
  // 「缺身份证 户口本」 and 「反映楼上吵，晚上睡不着」 are cut at the first boundary: what follows may be another field.
  for (const stop of stops) if (stop > from + 1 && stop < end) end = stop;
  return end;
};

const backward = (text: string, hit: Hit, raw: string): Item | undefined => {
  const start = clauseStart(text, hit.start, 1);
  // 病历复印件还差着没拿来: the first of several words for what is missing ends the thing.
  const first = /(?:还|就|又|也|都|是)*(?:差|缺|少)(?:着|了)/.exec(text.slice(start, hit.start));
  const said = text
    .slice(start, first ? start + first.index : hit.start)
    .replace(/^(?:就|还|只|但|但是|可是|不过|材料|资料|里面|里|今天|他|她|的|是|有)+/, '');
  const word = said.replace(/(?:还|就|又|也|都|是)+$/, '');
  if (word.length < 2 || word.length > 14) return undefined;
  const from = start + text.slice(start, hit.start).indexOf(word);
  return {
    start: from,
    end: from + word.length,
    field: hit.field,
    value: raw.slice(from, from + word.length),
    confidence: 0.75,
    how: 'before its cue',
  };
};

/**
 * The texts of one utterance. `stops` are places where another thing begins (a date with its own cue, a person).
 * Of cues that follow each other closely (反映说希望) the last one counts.
 */
export const textsFrom = (
  text: string,
  raw: string,
  hits: readonly Hit[],
  stops: readonly number[],
): Item[] => {
  const cues = hits.filter(
    (hit) => hit.field.type === 'text' && hit.role === 'before' && !isPhoneField(hit.field),
  );
  const items: Item[] = [];
  let busy = -1;
  for (const hit of cues) {
    if (hit.start < busy) continue;
    if (
      cues.some(
        (other) =>
          other.field === hit.field &&
          other.start > hit.start &&
          other.start <= hit.end + 1 &&
          other.end > hit.end,
      )
    )
      continue;
    if (denied.test(text.slice(Math.max(0, hit.start - 5), hit.start))) continue;
    const clause = text.slice(
      clauseStart(text, hit.start, 1),
      Math.min(text.length, clauseEnd(text, hit.start, 1) + 1),
    );
    if (isQuestion(clause) && /[？]|\n$/.test(clause) && clause.length < 10) continue;
    // 诉求 楼道加扶手: a noun may be followed by a pause, a verb (忘记带) is not.
    const noun = /(?:诉求|需求|意见|要求|愿望|困难|建议|缺少?|差)$/.test(text.slice(hit.start, hit.end));
    const from = hit.end + (noun ? (/^[ ：]*/.exec(text.slice(hit.end, hit.end + 2))?.[0].length ?? 0) : 0);
    const end = endOf(text, from, stops);
    const { text: said, offset } = trim(hit.field, raw.slice(hit.end, end));
    if (said.length < 2) {
      const item = isMissing(hit.field) ? backward(text, hit, raw) : undefined;
      if (item) items.push(item);
      continue;
    }
    busy = end;
    const start = hit.end + offset;
    items.push({
      start,
      end: start + said.length,
      field: hit.field,
      value: said,
      confidence: hit.own ? 0.88 : 0.8,
      how: 'after its cue',
    });
  }
  return items;
};
