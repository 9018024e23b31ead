import type { CompiledLedger } from '../lexicon/compile.ts';
import { findHits, type Hit } from '../match/hits.ts';
import { repairNumerals } from '../match/numeral-slips.ts';
import { repair, type SoundIndex } from '../match/repair.ts';
import { honorificAt } from '../people/honorifics.ts';
import { findPeople, type PersonMention } from '../people/mentions.ts';
import { inNamesPlace } from '../people/names.ts';
import { homeKey, type Register } from '../people/register.ts';
import type { DateReading } from '../read/dates.ts';
import { type Numeral, readNumerals } from '../read/numerals.ts';
import { withoutSpeakers } from '../text/chat.ts';
import { normalise } from '../text/normalise.ts';
import { mandarin } from '../text/wu.ts';
import type { Compound, Field } from '../types.ts';
import { type Correction, findCorrections, findDenied } from './corrections.ts';
import { deadlinesIn } from './deadlines.ts';
import { findDurations } from './durations.ts';
import { householdsIn } from './households.ts';
import type { Item, Place } from './item.ts';
import { withDecimals } from './measures.ts';
import { placesAndDays } from './places-and-days.ts';
import { hitBy, inside, mark, overlaps, type Span } from './span.ts';
import { findPhones, isPhoneField, type PhoneSpan, textsFrom } from './texts.ts';
import { valuesFrom, withoutInner, withoutParts, withReversals } from './values.ts';

/** Everything that can be read in an utterance before it is told whose it is and which field it fills. */

export interface Setting {
  readonly ledger: CompiledLedger;
  readonly sounds: SoundIndex;
  readonly register: Register;
  readonly compounds: readonly Compound[];
}

export interface Age extends Span {
  readonly age: number;
}

export interface Found {
  /** Normalised, in Mandarin, homophone slips put right; as long as the raw utterance. */
  readonly text: string;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly hits: readonly Hit[];
  readonly people: readonly PersonMention[];
  readonly places: readonly Place[];
  readonly dates: readonly DateReading[];
  readonly numerals: readonly Numeral[];
  readonly values: readonly Item[];
  readonly texts: readonly Item[];
  readonly ages: readonly Age[];
  readonly corrections: readonly Correction[];
  readonly denied: readonly Correction[];
}

const short = (hit: Hit): boolean => hit.end - hit.start >= 2 && hit.end - hit.start <= 5;

/** Ages (八十四岁) are clues to a person, not values. */
const agesIn = (text: string, numerals: readonly Numeral[]): Age[] =>
  numerals.flatMap((n) =>
    n.value !== null && /^(?:多|来)?(?:周|虚)?岁/.test(text.slice(n.end, n.end + 4))
      ? [{ start: n.start, end: n.end + 1, age: n.value }]
      : [],
  );

/** A length of time in two parts counts as one number, in minutes. */
const withDurations = (text: string, numerals: readonly Numeral[]): Numeral[] => {
  const durations = findDurations(text, numerals);
  const whole = durations.map(
    ({ start, end, minutes }): Numeral => ({
      start,
      end,
      value: minutes,
      kind: 'cardinal',
      measure: 'minute',
      others: [],
      run: { start, end },
    }),
  );
  return [...numerals.filter((n) => !hitBy(n, durations)), ...whole].sort((a, b) => a.start - b.start);
};

/** 六千一个月 is 6,000 a month, not 6,100: the 一 of 一个月 is no digit of what stands before it. */
const monthly =
  /(?<=[零一二三四五六七八九十百千万两\d块元])一(?=个月|月(?!份|底|初|[一二三四五六七八九十\d]))/g;

/** 一只都没打, 两家一道, 老两口: how many are spoken of, but it is no figure of any field. */
const noFigure =
  /^[一1](?:个|只|条|次|回|针|点|天|趟|样|分|句|张|本|处|户|人|份)?(?:也|都)(?:没|不|未|勿|呒)|^[两二三四五六七八九俩2-9](?:个会|场(?!次)|家(?!人)|桩|起(?!投诉|举报))/;

/** 老两口, 两口子: a couple, no figure but of a household. */
const couple = /^[老小]?[两俩]口(?=子|[，\s吵闹为离]|$)/;

/** What is counted in things: 三辆, 四处, 六个人. */
const figure =
  /^(?:辆|处|盏|部|堆|户|件|块|根|张|箱|把|起|家|扇|瓶|袋|条|只|名|位|次|元|块|个(?!小时|钟头|月|星期|礼拜)|趟|回)/;

const numeralsIn = (text: string): Numeral[] => {
  const all = withDecimals(text, readNumerals(text.replace(monthly, '每')));
  const repeated = (n: Numeral): boolean =>
    n.value === 1 &&
    n.kind !== 'ordinal' &&
    text.charAt(n.start - 1) !== '' &&
    text.charAt(n.start - 1) === text.charAt(n.end);
  return withDurations(text, all).filter(
    (n) =>
      !repeated(n) &&
      !/(?:其中|不止|不到|哪有|何止)$/.test(text.slice(0, n.start)) &&
      !/^(?:是|为)?(?:上次|上回|上趟|以前|去年)的/.test(text.slice(n.end, n.end + 5)) &&
      !noFigure.test(text.slice(n.start, n.start + 5)) &&
      !(couple.test(text.slice(n.start - 1, n.start + 4)) && /[老小]/.test(text.charAt(n.start - 1))) &&
      !/^[两俩]口子/.test(text.slice(n.start, n.start + 3)),
  );
};

const phoneItems = (fields: readonly Field[], phones: readonly PhoneSpan[]): Item[] => {
  const field = fields.find(isPhoneField);
  return field
    ? phones.map((p) => ({
        start: p.start,
        end: p.end,
        field,
        value: p.digits,
        confidence: 0.95,
        how: 'a telephone number',
      }))
    : [];
};

/** 1203严晓东: a door's number right before or behind the name of somebody who lives behind such a door. */
const doors = (
  setting: Setting,
  numerals: readonly Numeral[],
  people: readonly PersonMention[],
  places: readonly Place[],
): Place[] =>
  numerals.flatMap((n) => {
    if (!n.digits || n.digits.length < 3 || n.digits.length > 4 || hitBy(n, places)) return [];
    // A door that was named before with its house is meant again.
    if (places.some((p) => p.value.room === n.digits && p.end < n.start))
      return [{ start: n.start, end: n.end, value: { room: n.digits } }];
    const beside = people.find((p) => p.start === n.end || p.end === n.start);
    const lives = beside?.same.some((place) => setting.register.residents[place]?.room === n.digits);
    return lives ? [{ start: n.start, end: n.end, value: { room: n.digits } }] : [];
  });

/** 五号五零二老爷子家: nobody is named, but a door and a form of address may leave one. */
const unnamedAt = (setting: Setting, text: string, places: readonly Place[]): PersonMention[] =>
  places.flatMap(({ end, value }) => {
    if (!value.room || value.building === undefined) return [];
    const at = end + (/^(?:的|那个|那位|家的?)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
    const title = honorificAt(text, at);
    if (!title || title.end - at < 2) return [];
    const compounds =
      value.compound === undefined ? setting.compounds.map(({ name }) => name) : [value.compound];
    const same = compounds.flatMap(
      (compound) => setting.register.byHome.get(homeKey({ ...value, compound })) ?? [],
    );
    const said = text.slice(at, title.end);
    const mention = {
      start: at,
      end: title.end,
      said,
      form: 'address',
      same,
      near: [],
      exact: true,
      cost: 8,
    } as const;
    return same.length > 0 ? [{ ...mention, about: title.about, staff: false }] : [];
  });

/** Names are no words: 周玉萍 followed by 漏水 must not be heard as one phrase. */
const withoutNames = (text: string, people: readonly PersonMention[]): string => {
  let out = text;
  for (const { start, end } of people) out = out.slice(0, start) + '〇'.repeat(end - start) + out.slice(end);
  return out;
};

/** Reads the utterance once, with everything the ledger and the register know. */
export const lookAt = (setting: Setting, utterance: string, ref: string): Found => {
  const { ledger, register } = setting;
  const { fields } = ledger.ledger;
  const labels = new Set(fields.flatMap((f) => [f.label, ...(f.synonyms ?? [])]));
  const clean = withoutSpeakers(repairNumerals(normalise(utterance)), (name) => labels.has(name));
  const plain = mandarin(clean);
  const phones = findPhones(clean);
  const first = findHits(ledger, plain, new Uint8Array(plain.length));
  const near = placesAndDays(setting, clean, ref, first, phones);
  const spoken = numeralsIn(plain);
  const taken = [
    ...spoken.filter((n) => n.end - n.start > 1),
    ...near.places,
    ...near.days,
    ...first.filter((h) => h.plain && short(h)),
  ].map(({ start, end }) => ({
    start,
    end,
    cost: 4 + (end - start) * 2,
    kind: 'known' as const,
  }));
  // 马上派人 is urgent, and nobody called 马上派.
  const phrases = first.filter((h) => h.role !== 'before' && h.role !== 'after' && h.end - h.start > 1);
  const everybody = findPeople(register, plain, taken).filter(
    (p) => p.form !== 'unknown' || p.cost < 22 || !hitBy(p, phrases),
  );
  const atHome = everybody.length > 0 ? [] : unnamedAt(setting, plain, near.places);
  everybody.push(...atHome);
  const dates = near.days.filter(
    (d) =>
      !hitBy(
        d,
        everybody.filter((p) => p.form !== 'unknown' || (p.cost < 20 && inside(d, [p]))),
      ),
  );
  const known = everybody.filter((p) => p.form !== 'unknown');
  const strangers = everybody.filter(
    (p) =>
      p.form === 'unknown' &&
      p.said.length > 2 &&
      p.cost < 24 &&
      inNamesPlace(plain, p.start, p.start + p.said.length),
  );
  // A lone 一 or 两 may be the slip itself (一疗救助).
  const fixed = [
    ...known,
    ...strangers,
    ...near.places,
    ...dates,
    ...spoken.filter((n) => n.end - n.start > 1),
    ...first.filter((h) => h.end - h.start >= 2),
  ];
  const { text, heard } = repair(setting.sounds, plain, mark(plain.length, fixed));
  const people = everybody.filter((p) => p.form !== 'unknown' || !heard.subarray(p.start, p.end).includes(1));
  const hits = findHits(ledger, withoutNames(text, people), heard);
  const places = [...near.places, ...doors(setting, spoken, people, near.places)].sort(
    (a, b) => a.start - b.start,
  );
  const ages = agesIn(text, spoken);
  const values = withReversals(text, withoutParts(withoutInner(valuesFrom(text, hits)), hits));
  const stops = [
    ...known.map((p) => p.start),
    ...dates.filter((d) => d.date !== undefined && d.likelihood > 0.4).map((d) => d.start),
  ];
  const crowds = [...householdsIn(text, fields), ...deadlinesIn(text, ref, fields)];
  // 微信上问了马根生 asks after him: a name alone is nobody's wish.
  const wishes = textsFrom(text, utterance, hits, stops).filter((t) => !known.some((p) => inside(t, [p])));
  const texts = [...crowds, ...wishes, ...phoneItems(fields, phones)];
  const masks = texts.filter((t) => t.field.type === 'text' && !isPhoneField(t.field));
  const outside = <T extends Span>(all: readonly T[]): T[] => all.filter((one) => !hitBy(one, masks));
  const said = values.filter((v) => typeof v.value === 'string' || v.end - v.start >= 3);
  // 餐后两小时 says a choice and no figure; 停了三辆 inside a description is one.
  const swallowed = (n: Numeral): boolean =>
    hitBy(n, said) &&
    (said.some((v) => v.how === 'the ledger’s word' && overlaps(n, v)) ||
      !figure.test(text.slice(n.end, n.end + 2)));
  return {
    text,
    today: ref.slice(0, 10),
    hits,
    people: outside(people),
    places: outside(places),
    dates: outside(dates),
    numerals: outside(spoken).filter(
      (n) =>
        !heard[n.start] &&
        !swallowed(n) &&
        !hitBy(n, [...phones, ...places, ...dates, ...ages, ...people, ...crowds]),
    ),
    values: values.filter(
      (v) =>
        !masks.some((t) => overlaps(v, t) && v.start >= t.start && v.end <= t.end && v.field !== t.field),
    ),
    texts,
    ages,
    corrections: findCorrections(text),
    denied: findDenied(text),
  };
};
