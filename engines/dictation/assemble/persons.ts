import type { PersonMention } from '../people/mentions.ts';
import { type Resolved, resolvePerson, spouseOf } from '../people/resolve.ts';
import type { Field } from '../types.ts';
import { type Mode, needsCue, samePerson } from './anchors.ts';
import { correctedBetween } from './corrections.ts';
import type { Item, Place } from './item.ts';
import type { Found, Setting } from './look.ts';
import { inside } from './span.ts';

/** People as values of resident fields. */

export interface FieldValue extends Item {
  readonly resolved?: Resolved;
}

const alone = /独居|一个人(?:住|过|生活)|单独住/;

const spouse =
  /^(?:的|家|她|他)?(?:老公|老头子?|爱人|老婆|老太婆|老伴|丈夫|妻子|家主婆|男人)(?=今天|昨天|今朝|也|的?血|高压|低压|收缩|心率|身体|精神|情绪|心情|流感|肺炎|体检|带状|不在|在家|住院|[\d一二三四五六七八九两\s，])/;
const kin =
  /^(?:的|家|她|他)?(?:儿子|女儿|媳妇|女婿|妈妈|爸爸|母亲|父亲|孙子|孙女|妹妹|弟弟|哥哥|姐姐|邻居)(?=今天|昨天|今朝|的?血压|的?血糖|高压|低压|收缩|心率|身体|流感|肺炎|体检|[\d一二三四五六七八九两])/;

/** 张珍妹的老公一百四九十 is a reading of his: of whoever shares the flat, or of nobody known. */
const relativeOf = (
  found: Found,
  setting: Setting,
  person: PersonMention,
  who: Resolved,
): Resolved | undefined => {
  const behind = found.text.slice(person.end, person.end + 8);
  const said = (spouse.exec(behind) ?? kin.exec(behind))?.[0];
  if (!said) return undefined;
  const id = 'id' in who.value ? who.value.id : undefined;
  const other =
    id !== undefined && spouse.test(behind) ? spouseOf(setting.register, id, found.today) : undefined;
  if (other && id !== undefined)
    return { value: { id: other.id }, confidence: 0.7, offer: [other.id, id], how: 'shares the flat' };
  return {
    value: { unknown: person.said + said },
    confidence: 0.6,
    offer: id === undefined ? [] : [id],
    how: 'a relative',
  };
};

/** Decides who a mention is, by its own words, the addresses that go with it, and what stands around it. */
export const personItem = (
  found: Found,
  setting: Setting,
  field: Field,
  person: PersonMention,
  places: readonly Place[],
  near = '',
): FieldValue => {
  const window = found.text.slice(Math.max(0, person.start - 10), person.end + 14);
  const sex = /女(?:的|同志|士)|女性/.test(window)
    ? 'F'
    : /男(?:的|同志)|男性/.test(window)
      ? 'M'
      : undefined;
  const ages = found.ages.filter((a) => a.start - person.end <= 14 && person.start - a.end <= 8);
  const named = resolvePerson(setting.register, person, {
    addresses: places.map((p) => p.value),
    ages: ages.map((a) => a.age),
    alone: alone.test(window) || alone.test(near),
    sex,
    today: found.today,
  });
  const resolved = relativeOf(found, setting, person, named) ?? named;
  const { value, confidence, how } = resolved;
  return { start: person.start, end: person.end, field, value, confidence, how, resolved };
};

/** The anchor a place is said of: the one that follows closely, else the one before. */
export const nearest = (place: Place, anchors: readonly { start: number; end: number }[]): number => {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, anchor] of anchors.entries()) {
    const gap = anchor.start >= place.end ? anchor.start - place.end : place.start - anchor.end + 2;
    if (gap < least) {
      least = gap;
      best = i;
    }
  }
  return best;
};

/** Two people of one case, in the order they are named; a correction replaces the last or begins anew. */
export const pairItems = (
  found: Found,
  setting: Setting,
  fields: readonly Field[],
  people: readonly PersonMention[],
): FieldValue[] => {
  let chosen: PersonMention[] = [];
  for (const person of people) {
    const last = chosen[chosen.length - 1];
    const again = chosen.findIndex((p) => samePerson(p, person));
    const corrected = last && correctedBetween(found.corrections, last.end, person.start);
    if (again >= 0 && corrected) chosen = [...chosen.slice(0, again), person];
    else if (again >= 0) continue;
    else if (corrected) chosen = [...chosen.slice(0, -1), person];
    else if (chosen.length < fields.length) chosen.push(person);
  }
  return chosen.flatMap((person, i) => {
    const field = fields[i];
    if (!field) return [];
    const places = found.places.filter((p) => found.places.length === 1 || nearest(p, chosen) === i);
    return [personItem(found, setting, field, person, places)];
  });
};

const leadIn =
  /^(?:[\s，：的？\n]|[^，。\s]{1,5}(?:来|请|派|里)的|是|叫|有|姓|由|为|请|了|来|我们|这次|今天){0,12}$/;
const leadOut = /^(?:[\s，]|同志|老师|家|的|书记|来|今天|给大家|亲自){0,12}$/;

const cueNear = (found: Found, field: Field, p: PersonMention): boolean =>
  found.hits.some((h) => {
    if (h.field !== field) return false;
    if (h.role === 'before') return h.end <= p.start && leadIn.test(found.text.slice(h.end, p.start));
    return h.role === 'after' && h.start >= p.end && leadOut.test(found.text.slice(p.end, h.start));
  });

const tenant = /(?:租客|租户|房客|承租人|租给|租给了|住户|住的是|借给)(?:是|叫|：|了)?$/;

/** People for fields that want a cue (带队, 主讲); a lone person in a register of places is its owner. */
export const roleItems = (found: Found, setting: Setting, mode: Mode, single: boolean): FieldValue[] =>
  setting.ledger.ledger.fields.filter(needsCue).flatMap((field) => {
    const back = found.people.filter((p) => inside(p, found.denied));
    const people = found.people.filter(
      (p) =>
        !inside(p, found.denied) &&
        !back.some((b) => b.said === p.said && b.start > p.start) &&
        (p.form !== 'unknown' || p.cost < 30),
    );
    const retaken = back.find((b) => found.people.some((p) => p.said === b.said && cueNear(found, field, p)));
    const cued =
      people.filter((p) => cueNear(found, field, p)).pop() ??
      people.find((p) => retaken && p.start >= retaken.end);
    const lone = people.find(
      (p) =>
        !p.staff && p.form !== 'unknown' && !tenant.test(found.text.slice(Math.max(0, p.start - 5), p.start)),
    );
    const chosen = cued ?? (mode === 'place' && single ? lone : undefined);
    if (!chosen) return [];
    const item = personItem(found, setting, field, chosen, found.places);
    return [cued ? item : { ...item, confidence: item.confidence * 0.8 }];
  });
