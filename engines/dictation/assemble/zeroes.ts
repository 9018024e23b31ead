import type { Hit } from '../match/hits.ts';
import type { Field } from '../types.ts';
import type { Item } from './item.ts';

const before =
  /(?:没有人|没人|无人|没有一个|没一个|一个(?:也|都)?没有?|没有|没|无|零|从没|从来没)(?:人)?(?:来|被|有)?$/;
const nobody = /(?:没有人|没人|无人|没有一个人?|没一个人?|一个人?(?:也|都)没有?|没有)$/;
const numberNear = /^[^，。\n]{0,2}[\d零一二三四五六七八九十两]/;
/** 全到齐了: nobody is absent. */
const everybodyCame =
  /(?:全部?|都|统统)(?:到|来)(?:齐|了)+|到齐了?|一个(?:人)?(?:都|也)?(?:不|没)(?:缺|少|落)|全勤|无一?(?:人)?缺席/;
const behind = /^(?:也|是|都|的)*(?:没有|没|零|无|为零|一个(?:也|都)没)(?=$|[，。\s了的过]|一)/;

/** 没人请假, 没被投诉过, 收入没有: none of what a field counts, where none is a value it may have. */
export const zeroesIn = (
  text: string,
  fields: readonly Field[],
  cues: readonly Hit[],
  span: { readonly start: number; readonly end: number },
): Item[] =>
  fields.flatMap((field) => {
    if ((field.min ?? 1) > 0 || (field.unit === '元' && !/收入|工资|欠/.test(field.label))) return [];
    const whole = /请假|缺席|未到/.test(field.label)
      ? everybodyCame.exec(text.slice(span.start, span.end))
      : null;
    if (whole) {
      const start = span.start + whole.index;
      return [{ start, end: start + whole[0].length, field, value: 0, confidence: 0.8, how: 'none' }];
    }
    const hit = cues.find((cue) => {
      if (cue.field !== field || cue.start < span.start || cue.end > span.end) return false;
      if (numberNear.test(text.slice(cue.end, cue.end + 4))) return false;
      const none = text.slice(Math.max(0, cue.start - 6), cue.start);
      if (cue.end - cue.start >= 2 && (field.unit === '人' ? nobody : before).test(none)) return true;
      return cue.role === 'before' && behind.test(text.slice(cue.end, cue.end + 6));
    });
    return hit ? [{ start: hit.start, end: hit.end, field, value: 0, confidence: 0.85, how: 'none' }] : [];
  });
