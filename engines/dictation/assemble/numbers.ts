import type { Hit } from '../match/hits.ts';
import type { Numeral } from '../read/numerals.ts';
import { splitRun } from '../read/split-run.ts';
import { boundaryBetween } from '../text/clauses.ts';
import type { Field } from '../types.ts';
import { type Correction, correctedBetween } from './corrections.ts';
import type { Item } from './item.ts';
import { inRange } from './out-of-range.ts';
import { convert, unitAt, unitNamed } from './units.ts';

/** Which field a number fills: by what stands before and after it, its unit, the fields' ranges and their order. */

export interface NumberContext {
  readonly text: string;
  readonly fields: readonly Field[];
  readonly cues: readonly Hit[];
  readonly corrections: readonly Correction[];
  /** A draft this utterance may correct. */
  readonly earlier?: Readonly<Record<string, unknown>> | undefined;
}

interface Option {
  readonly field: Field;
  readonly value: number;
  readonly end: number;
  readonly score: number;
  readonly how: string;
}

const filler =
  /^(?:[\s，：]|是|为|有|大概|大约|差不多|约|在|到|了|的|量|测|量出来|测出来|测下来|量下来|值|只|就|才|都|也|又|还|共|大|来|了有|高达|达|今天|现在|个|数|：|她|他|说|讲|报|多少|几个|几口|几次|几|人|多久|多长|谁|？|\n|已经|将近|近|不到|超过|这次|那个|嘛|么|呢|啊|呀|一共|总共|能|可以|拿|要|给|想|申请|应该|每人|加起来|合起来|每月|每个月|变|没变|还是|是不是|倒|倒是|稍微|有点|偏|高|低|快|慢|蛮|很|点|一点|月|月收|份|里|光|合计|算|折合|按|照|平均|前后|毛|毛估|估|计){0,12}$/;

/** A Chinese character right behind a number is mostly what was counted. */
const counted =
  /^(?![零一二三四五六七八九十百千万两幺廿到比和跟的了吧啊呀哦嗯也都他她今昨前下还又不是])[\u4e00-\u9fff]/;

/** What is counted one by one has no halves. */
const whole = new Set(['person', 'animal', 'thing', 'time', 'dose']);

const ownUnits = (field: Field): readonly string[] => [field.unit ?? '', ...(field.synonyms ?? [])];

/** The score of the nearest cue before a number; 0 without one. */
const cueBefore = (context: NumberContext, field: Field, at: number, from: number): number => {
  let best = 0;
  for (const cue of context.cues) {
    if (cue.role !== 'before' || cue.field !== field || cue.end > at || cue.start < from) continue;
    const between = context.text.slice(cue.end, at);
    if (/[?？]/.test(between)) best = Math.max(best, 2);
    const near = filler.test(between)
      ? 5
      : between.length <= 6 && boundaryBetween(context.text, cue.end, at) === 0
        ? 3
        : 0;
    if (near === 0) continue;
    best = Math.max(
      best,
      near - between.length * 0.1 + Math.min(cue.end - cue.start, 4) * 0.15 + (cue.own ? 0.2 : 0),
    );
  }
  return best;
};

const cueAfter = (context: NumberContext, field: Field, numeral: Numeral, unitEnd: number): number => {
  let best = 0;
  for (const cue of context.cues) {
    if (cue.role !== 'after' || cue.field !== field) continue;
    // 两个月: the 个 of a longer unit counts nothing.
    if (cue.start === numeral.end && cue.end < unitEnd) continue;
    if (
      cue.start !== numeral.end &&
      cue.start !== unitEnd &&
      !(cue.start > numeral.end && cue.start <= unitEnd)
    ) {
      const between = context.text.slice(unitEnd, cue.start);
      if (
        cue.start < unitEnd ||
        !/^(?:的|都|是|要|来|左右|上下|多|出头|了|党员|同志|志愿者|人){1,2}$/.test(between)
      )
        continue;
    }
    best = Math.max(best, 3 + Math.min(cue.end - cue.start, 5) * 0.35 + (cue.own ? 0.2 : 0));
  }
  return best;
};

/** 改成八十八 means the figure it is closest to. */
const closeness = ({ earlier }: NumberContext, field: Field, value: number): number => {
  const before = earlier?.[field.key];
  if (typeof before !== 'number') return 0;
  return 1 + 2 * Math.max(0, 1 - Math.abs(value - before) / Math.max(Math.abs(before), 1));
};

const optionFor = (
  context: NumberContext,
  field: Field,
  numeral: Numeral,
  from: number,
): Option | undefined => {
  const { text } = context;
  const behind =
    numeral.measure === 'minute' ? { end: numeral.end, unit: unitNamed('分钟') } : unitAt(text, numeral.end);
  const said =
    numeral.measure && !behind ? { end: numeral.end, unit: unitAt(numeral.measure, 0)?.unit } : behind;
  const fieldUnit = unitNamed(field.unit);
  const value = numeral.value ?? Number.NaN;
  const before = cueBefore(context, field, numeral.start, from);
  const end = said?.end ?? numeral.end;
  const after = cueAfter(context, field, numeral, end);
  const own = ownUnits(field).some((unit) => unit !== '' && text.startsWith(unit, numeral.end));
  let factor = 1;
  let fits = 0;
  if (said?.unit) {
    const counted = ['person', 'animal', 'thing'].includes(fieldUnit?.of ?? 'thing');
    const generic = (counted && text.slice(numeral.end, end) === '个') || own;
    const found = convert(said.unit, fieldUnit, generic);
    if (found === undefined) {
      if (!own && after < 3) return undefined;
    } else {
      factor = found;
      fits = generic && said.unit.of !== fieldUnit?.of ? 1 : 2;
    }
  } else if (before === 0 && after === 0 && counted.test(text.slice(numeral.end, numeral.end + 1)))
    fits = -0.5;
  const scaled = Math.round(value * factor * 1e6) / 1e6;
  const converted =
    fieldUnit?.of === 'mmol/l' && said?.unit && factor !== 1 ? Math.round(scaled * 10) / 10 : scaled;
  if (!inRange(field, converted)) return undefined;
  if (!Number.isInteger(converted) && whole.has(fieldUnit?.of ?? '')) return undefined;
  const cued = before > 0 || after > 0;
  // What somebody earns is seldom said without a word for it; what is asked for often is.
  const habit =
    cued || fieldUnit?.of !== 'yuan'
      ? 0
      : /收入|工资|退休金|养老金/.test(field.label)
        ? -0.6
        : value >= 100
          ? 0.8
          : 0;
  const rare = !cued && /应到|请假|缺席|未到/.test(field.label) ? -0.6 : 0;
  const score =
    rare + before + after + fits + (own ? 1 : 0) + habit + (cued ? 0 : closeness(context, field, converted));
  return {
    field,
    value: converted,
    end: fits > 0 && said ? said.end : numeral.end,
    score,
    how: before > 0 || after > 0 ? 'beside its cue' : fits > 0 ? 'by its unit' : 'by its range',
  };
};

const joined = /^[\s，/\\\-~到至比和跟，。：]*(?:低压|下压)?$/;

/** Fields asked for one after the other in the same unit (高压, 低压): said as a pair. */
const partnerOf = (fields: readonly Field[], field: Field): Field | undefined => {
  const next = fields[fields.indexOf(field) + 1];
  return next &&
    next.unit === field.unit &&
    unitNamed(field.unit)?.of !== 'person' &&
    unitNamed(field.unit)?.of !== 'yuan'
    ? next
    : undefined;
};

const isPair = (fields: readonly Field[], field: Field): boolean => partnerOf(fields, field) !== undefined;

interface State {
  readonly items: readonly Item[];
  readonly score: number;
  readonly last?: { readonly field: Field; readonly end: number } | undefined;
  readonly used: ReadonlySet<Field>;
}

const itemOf = (numeral: Numeral, option: Option, confidence: number): Item => ({
  start: numeral.start,
  end: option.end,
  field: option.field,
  value: option.value,
  confidence,
  how: option.how,
});

const confidenceFor = (score: number, numeral: Numeral): number =>
  Math.min(0.98, 0.7 + score * 0.05) - (numeral.about ? 0.2 : 0);

/** Everything a number may be, given what was read before it. */
const nextStates = (context: NumberContext, state: State, numeral: Numeral, from: number): State[] => {
  const { text, fields, corrections } = context;
  const states: State[] = [{ ...state, score: state.score - 0.6 }];
  const corrected = state.last !== undefined && correctedBetween(corrections, state.last.end, numeral.start);
  for (const field of fields) {
    const option = optionFor(context, field, numeral, from);
    if (!option) continue;
    let { score } = option;
    const previous = state.last;
    const follows = previous && partnerOf(fields, previous.field) === field && !state.used.has(field);
    if (follows && joined.test(text.slice(previous.end, numeral.start))) score += 3.5;
    else if (follows && boundaryBetween(text, previous.end, numeral.start) < 3 && score <= 0) score += 0.8;
    if (score <= 0 && isPair(fields, field) && !state.used.has(field)) score += 0.9;
    if (score <= 0 && !Number.isInteger(option.value) && (field.max ?? 1e9) < 60) score += 1.5;
    if (corrected && state.used.has(field)) score += previous?.field === field ? 2.5 : 1;
    if (state.used.has(field) && !corrected) score -= 3;
    if (score <= 0.5) continue;
    const used = new Set(corrected && isPair(fields, field) ? [] : state.used);
    used.add(field);
    states.push({
      items: [...state.items, itemOf(numeral, option, confidenceFor(score, numeral))],
      score: state.score + score,
      last: { field, end: option.end },
      used,
    });
  }
  return states;
};

/** The ways to cut the numerals: as they sound, and runs of two as a pair of fields wants them. */
const cuts = (context: NumberContext, numerals: readonly Numeral[]): Numeral[][] => {
  const { text, fields } = context;
  const pairs = fields.flatMap((field) => {
    const partner = partnerOf(fields, field);
    return partner ? [[field, partner] as const] : [];
  });
  const fits = (n: Numeral): boolean =>
    n.value !== null && fields.some((field) => inRange(field, n.value ?? 0));
  const out: Numeral[][] = [[...numerals]];
  const runs = new Map<number, Numeral>();
  // A number that is in no field's range is perhaps two (13585); one that fits is never taken apart.
  for (const numeral of numerals)
    if (!runs.has(numeral.run.start) && numerals.some((n) => n.run.start === numeral.run.start && !fits(n)))
      runs.set(numeral.run.start, numeral);
  for (const [field, partner] of pairs)
    for (const { run } of runs.values()) {
      const ranges = [field, partner].map((f) => ({ min: f.min ?? 0, max: f.max ?? 1e9 }));
      const [split] = splitRun(text.slice(run.start, run.end), ranges);
      if (!split) continue;
      const pieces = split.pieces.map(
        ({ start, end, value }): Numeral => ({
          start: run.start + start,
          end: run.start + end,
          value,
          kind: 'cardinal',
          others: [],
          run,
        }),
      );
      for (const base of [...out])
        out.push(
          [...base.filter((n) => n.start < run.start || n.end > run.end), ...pieces].sort(
            (a, b) => a.start - b.start,
          ),
        );
      if (out.length > 8) return out;
    }
  return out;
};

/** Assigns the numerals of one stretch, `from` on, to fields. */
export const assignNumbers = (context: NumberContext, numerals: readonly Numeral[], from: number): Item[] => {
  if (context.fields.length === 0 || numerals.length === 0) return [];
  let best: State = { items: [], score: Number.NEGATIVE_INFINITY, used: new Set() };
  for (const cut of cuts(context, numerals.slice(0, 40))) {
    let beam: State[] = [{ items: [], score: 0, used: new Set() }];
    for (const numeral of cut) {
      if (numeral.value === null) continue;
      beam = beam
        .flatMap((state) => nextStates(context, state, numeral, from))
        .sort((a, b) => b.score - a.score)
        .slice(0, 12);
    }
    const [first] = beam;
    if (first && first.score > best.score + 1e-9) best = first;
  }
  return [...best.items];
};
