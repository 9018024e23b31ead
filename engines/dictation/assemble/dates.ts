import type { Hit } from '../match/hits.ts';
import type { DateReading } from '../read/dates.ts';
import { boundaryBetween } from '../text/clauses.ts';
import type { Field } from '../types.ts';
import { type Correction, correctedBetween } from './corrections.ts';
import type { Item } from './item.ts';

/** Which field a day or time fills: by its cues, and by whether the field looks ahead or back. */

export interface DateContext {
  readonly text: string;
  readonly fields: readonly Field[];
  readonly cues: readonly Hit[];
  readonly corrections: readonly Correction[];
  readonly today: string;
  /** What else was said speaks of something arranged, or of something done. */
  readonly leaning?: 'ahead' | 'back' | undefined;
  /** A draft this utterance may correct. */
  readonly earlier?: Readonly<Record<string, unknown>> | undefined;
}

type Tense = 'ahead' | 'back' | 'either';

const tenseOf = (field: Field): Tense => {
  if (/下次|下一次|回访|再次|复查|期限|限期|截止|到期|有效|预约|约定|计划|预计|拟/.test(field.label))
    return 'ahead';
  if (/发现|测量|走访|联系|调解|申请|完成|检查|接种|登记|受理|发生|入户|上门/.test(field.label))
    return 'back';
  return 'either';
};

const filler =
  /^(?:[\s，：的]|在|是|于|到|了|就|才|要|定|好|我|我们|他|她|上午|下午|这|那天|当天|再|会|去|本来|原来|说|讲|日期|时间|为|安排|左右|大概|可以|家里|师傅){0,12}$/;

const cueScore = (context: DateContext, field: Field, date: DateReading): number => {
  let best = 0;
  for (const cue of context.cues) {
    if (cue.field !== field) continue;
    const before = cue.role === 'before' && cue.end <= date.start;
    const after = cue.role === 'after' && cue.start >= date.end;
    if (!before && !after) continue;
    const [from, to] = before ? [cue.end, date.start] : [date.end, cue.start];
    const between = context.text.slice(from, to);
    if (between.length > 8) continue;
    const joined = between.length <= (before ? 5 : 6) && boundaryBetween(context.text, from, to) === 0;
    const near = filler.test(between) ? 4 : joined ? 2 : 0;
    if (near === 0) continue;
    best = Math.max(best, near - between.length * 0.15 + (cue.end - cue.start) * 0.2 + (cue.own ? 0.1 : 0));
  }
  return best;
};

const valueFor = (field: Field, tense: Tense, date: DateReading): string | undefined => {
  const weekday = date.open === 'weekday';
  const said =
    tense === 'ahead'
      ? (date.planned ?? date.value)
      : tense === 'back' && !weekday
        ? (date.past ?? date.value)
        : date.value;
  if (!said || date.kind === 'clock' || date.kind === 'part' || date.kind === 'vague') return undefined;
  return field.type === 'date' ? said.slice(0, 10) : said;
};

const mishap = /^[^，。\s]{0,2}(?:摔|跌|掼|滑|住院|住进|出院|生病|发烧|走了|过世|去世|开刀|送医|搬|死|吵|被)/;

interface Choice {
  readonly date: DateReading;
  readonly field: Field;
  readonly value: string;
  readonly score: number;
}

const choicesFor = (context: DateContext, date: DateReading): Choice[] =>
  context.fields.flatMap((field): Choice[] => {
    const tense = tenseOf(field);
    const value = valueFor(field, tense, date);
    if (!value) return [];
    const day = value.slice(0, 10);
    let score = cueScore(context, field, date);
    const ahead = day > context.today;
    if (tense === 'ahead') score += ahead ? 1.2 : day === context.today ? -1 : -4;
    // 今天一定要弄好 is no appointment unless it is said to be one.
    if (tense === 'ahead' && day === context.today && !date.time) score -= 2;
    // 前天摔了一跤 is no day of a visit.
    if (tense === 'back' && mishap.test(context.text.slice(date.end, date.end + 7))) score -= 2.5;
    if (tense === 'back') score += ahead ? (date.open === 'weekday' ? -1.5 : -4) : 1.5;
    if (tense === 'either') score += 1.1;
    if (tense === context.leaning && (tense === 'back' || ahead || day === context.today)) score += 1.5;
    if (tense === 'ahead' && date.within) score += 1.5;
    // An hour is said of what is arranged; a record of what was done seldom has one.
    if (field.type === 'datetime' && date.time) score += /^\d/.test(date.time) ? 0.8 : 0.6;
    return score > 0.5 ? [{ date, field, value, score }] : [];
  });

const itemOf = ({ date, field, value, score }: Choice): Item => ({
  start: date.start,
  end: date.end,
  field,
  value,
  confidence: Math.min(0.97, 0.6 + 0.07 * score) * Math.max(0.6, date.likelihood),
  how: score > 3 ? 'beside its cue' : 'by its tense',
});

/** The hour of a day that was said before is changed: 明天八点 改九点. */
const withClock = (earlier: Item, date: DateReading): Item => ({
  ...earlier,
  start: date.start,
  end: date.end,
  value: `${String(earlier.value).slice(0, 10)}T${date.time ?? ''}`,
});

/** Assigns the dates of one stretch to fields; the later of two for one field wins when it corrects. */
export const assignDates = (context: DateContext, dates: readonly DateReading[]): Item[] => {
  const items: Item[] = [];
  let hour: DateReading | undefined;
  for (const date of dates) {
    if (date.likelihood < 0.25) continue;
    const last = items[items.length - 1];
    const corrected = last !== undefined && correctedBetween(context.corrections, last.end, date.start);
    if (date.kind === 'clock' || date.kind === 'part') {
      // 三点改成四点半 周四: the day may follow its hour.
      if (items.length === 0) hour = date;
      const kept = last
        ? undefined
        : context.fields.find((f) => f.type === 'datetime' && context.earlier?.[f.key]);
      if (kept && date.time) {
        const day = String(context.earlier?.[kept.key]).slice(0, 10);
        const value = `${day}T${date.time}`;
        items.push({
          start: date.start,
          end: date.end,
          field: kept,
          value,
          confidence: 0.85,
          how: 'beside its cue',
        });
      }
      if (last?.field.type === 'datetime' && date.time && (corrected || !String(last.value).includes('T')))
        items.push(withClock(last, date));
      continue;
    }
    const taken = new Set(items.map((item) => item.field));
    const choices = choicesFor(context, date)
      .map((choice) => ({
        ...choice,
        score:
          choice.score + (corrected && choice.field === last?.field ? 3 : taken.has(choice.field) ? -1.5 : 0),
      }))
      .sort((a, b) => b.score - a.score);
    const [best] = choices;
    if (!best || best.score <= 0.5) continue;
    const item = itemOf(best);
    const joined = hour?.time && item.field.type === 'datetime' && !String(item.value).includes('T');
    items.push(joined ? { ...item, value: `${item.value}T${hour?.time}` } : item);
    hour = undefined;
  }
  return items;
};
