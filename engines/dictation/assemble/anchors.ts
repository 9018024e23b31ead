import type { PersonMention } from '../people/mentions.ts';
import { boundaryBetween } from '../text/clauses.ts';
import type { AddressValue, Field, Ledger } from '../types.ts';
import { type Correction, correctedBetween } from './corrections.ts';
import type { Anchor, Place } from './item.ts';

/** What a ledger's records are about: one person, a pair, a place, a kind of event. */
export type Mode = 'person' | 'pair' | 'report' | 'place' | 'event' | 'single';

const roleLabel = /带队|领队|负责|组长|队长|牵头|主讲|授课|讲师|主持|房东|业主|记录|经办|联系人|陪同|志愿者/;

/** A resident field that is filled only beside its cue (带队人, 主讲人), not by whoever is named. */
export const needsCue = (field: Field): boolean =>
  field.type === 'resident' && !field.required && roleLabel.test(field.label);

export const modeOf = (ledger: Ledger): Mode => {
  const people = ledger.fields.filter((field) => field.type === 'resident' && !needsCue(field));
  const [first] = ledger.fields;
  if (people.length >= 2) return 'pair';
  if (first?.type === 'address') return 'place';
  if (people[0]?.required) return 'person';
  if (people[0]) return ledger.fields.some((field) => field.type === 'address') ? 'report' : 'person';
  if (first?.type === 'choice') return 'event';
  return ledger.fields.some((field) => field.type === 'address' && field.required) ? 'place' : 'single';
};

const parts = ['compound', 'building', 'floor', 'room'] as const;

/** Neither says something else of a part. */
export const compatible = (a: AddressValue, b: AddressValue): boolean =>
  parts.every(
    (part) => a[part] === undefined || b[part] === undefined || String(a[part]) === String(b[part]),
  );

export const merged = (a: AddressValue, b: AddressValue): AddressValue => ({ ...a, ...b });

/** Called the same, or possibly one and the same. */
export const samePerson = (a: PersonMention, b: PersonMention): boolean =>
  a.said === b.said ||
  (a.same.some((place) => b.same.includes(place)) &&
    // 余海舟 and 于海洲, each written as somebody is: two people.
    !(a.form === 'name' && b.form === 'name' && a.exact && b.exact));

/** Two anchors that can be one: nothing said of either denies it. */
export const sameAnchor = (a: Anchor, b: Anchor): boolean =>
  (a.person && b.person ? samePerson(a.person, b.person) : !a.person && !b.person) &&
  (a.address === undefined || b.address === undefined || compatible(a.address, b.address)) &&
  (a.option === undefined || b.option === undefined || a.option === b.option);

/** Joins address fragments that belong together: 幺零一室门口 三村七号. */
export const joinPlaces = (
  text: string,
  places: readonly Place[],
  barriers: readonly number[],
  corrections: readonly Correction[],
): Place[] => {
  const out: Place[] = [];
  for (const place of places) {
    const last = out[out.length - 1];
    const between = last ? text.slice(last.end, place.start) : '';
    const near =
      last &&
      between.length <= 6 &&
      !/[和跟与]$/.test(between) &&
      !correctedBetween(corrections, last.end, place.start);
    const blocked = barriers.some((at) => last && at >= last.end && at < place.start);
    const distinct =
      last && parts.every((part) => last.value[part] === undefined || place.value[part] === undefined);
    if (last && near && !blocked && distinct && boundaryBetween(text, last.end, place.start) < 3)
      out[out.length - 1] = { start: last.start, end: place.end, value: merged(last.value, place.value) };
    else out.push(place);
  }
  return out;
};

/** Where a stretch of anchors and the text that is said of them lie. */
export interface Group {
  readonly anchors: Anchor[];
  start: number;
  end: number;
}

const conjoined =
  /^(?:[\s，]|和|跟|与|同|搭|及|以及|还有|、|的|家|两家|也|他们|两位|夫妻|老夫妻|先后|分别){0,12}$/;

/** Anchors with nothing but a conjunction between them are one group. */
export const groupAnchors = (
  text: string,
  anchors: readonly Anchor[],
  items: readonly { start: number; end: number }[],
): Group[] => {
  const groups: Group[] = [];
  for (const anchor of anchors) {
    const last = groups[groups.length - 1];
    const between = last ? text.slice(last.end, anchor.start) : '';
    const empty = last && !items.some((item) => item.start >= last.end && item.start < anchor.start);
    const chained =
      conjoined.test(between) ||
      (empty && between.length <= 3 && boundaryBetween(text, last?.end ?? 0, anchor.start) < 3);
    if (last && empty && chained) {
      last.anchors.push(anchor);
      last.end = anchor.end;
    } else groups.push({ anchors: [anchor], start: anchor.start, end: anchor.end });
  }
  return groups;
};
