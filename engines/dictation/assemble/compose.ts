import { boundaryBetween, clauseEnd, clauseStart } from '../text/clauses.ts';
import type { AddressValue, Ledger, Value } from '../types.ts';
import { type Group, groupAnchors, type Mode, sameAnchor } from './anchors.ts';
import { correctedBetween } from './corrections.ts';
import { assignDates } from './dates.ts';
import type { Anchor, Item, Place } from './item.ts';
import type { Found } from './look.ts';
import { assignNumbers } from './numbers.ts';
import { nearest } from './persons.ts';
import { type Content, contentsOf, type Region, regionsOf } from './regions.ts';
import { anchorsOf } from './subjects.ts';
import { zeroesIn } from './zeroes.ts';

/** Records as they were said: each anchor with what is said of it. */

export interface Draft {
  anchor: Anchor;
  readonly places: Place[];
  readonly items: Item[];
  /** What stands around the anchor wherever it is named. */
  near: string;
}

/** 已预约 speaks of a day ahead, 已完成 of one behind. */
const leaningOf = (items: readonly Item[]): 'ahead' | 'back' | undefined => {
  const said = items
    .filter((i) => typeof i.value === 'string' && i.field.type === 'choice')
    .map((i) => String(i.value));
  if (said.some((value) => /约|登记|排队|计划|再次/.test(value))) return 'ahead';
  return said.some((value) => /完成|已办|已接种/.test(value)) ? 'back' : undefined;
};

/** What a draft says already, by field. */
export type Earlier = Readonly<Record<string, Value>> | undefined;

/** Items of a stretch: what is certain already, and its numbers and dates told apart by field. */
const itemsIn = (
  found: Found,
  ledger: Ledger,
  contents: readonly Content[],
  from: number,
  earlier?: Earlier,
): Item[] => {
  const retracted = found.denied.map(({ end }) => ({ start: end, end }));
  const corrections = [...found.corrections, ...retracted].sort((a, b) => a.start - b.start);
  const cues = found.hits.filter((h) => h.role === 'before' || h.role === 'after');
  const numbers = ledger.fields.filter((f) => f.type === 'number');
  const days = ledger.fields.filter((f) => f.type === 'date' || f.type === 'datetime');
  const { text, today } = found;
  const numerals = contents.flatMap((c) => c.numeral ?? []);
  const dates = contents.flatMap((c) => c.date ?? []);
  const items = contents.flatMap((c) => c.item ?? []);
  const leaning = leaningOf(items);
  return [
    ...items,
    ...assignNumbers({ text, fields: numbers, cues, corrections, earlier }, numerals, from),
    ...assignDates({ text, fields: days, cues, corrections, today, leaning, earlier }, dates),
  ].sort((a, b) => a.start - b.start);
};

/** Activities named in one breath are one event unless each has figures of its own. */
const eventGroups = (found: Found, anchors: readonly Anchor[], contents: readonly Content[]): Group[] => {
  const groups: Group[] = [];
  const own = (x: Anchor): number =>
    found.values.some((v) => v.start === x.start && v.end === x.end && v.how === 'the ledger’s word') ? 3 : 0;
  const weight = (x: Anchor): number =>
    own(x) +
    (found.values.find((v) => v.start === x.start && v.end === x.end)?.confidence ?? 0) * 10 +
    (x.end - x.start) * 0.4;
  for (const anchor of anchors) {
    const last = groups[groups.length - 1];
    const fresh: Group = { anchors: [anchor], start: anchor.start, end: anchor.end };
    if (!last) {
      groups.push(fresh);
      continue;
    }
    const corrected = correctedBetween(found.corrections, last.end, anchor.start);
    const counted = contents.some((c) => c.numeral && c.start >= last.end && c.end <= anchor.start);
    const more = contents.some((c) => (c.numeral || c.date) && c.start >= anchor.end);
    if (!corrected && counted && more && boundaryBetween(found.text, last.end, anchor.start) > 0)
      groups.push(fresh);
    else if (last.anchors[0] && (corrected || weight(anchor) > weight(last.anchors[0]) + 0.5))
      last.anchors[0] = anchor;
  }
  return groups;
};

/** Two by two: with two parties named and something said of them, the next two are another case. */
const pairGroups = (found: Found, anchors: readonly Anchor[], contents: readonly Content[]): Group[] => {
  const groups: Group[] = [];
  const people = (from: number): number => new Set(anchors.slice(from).map((a) => a.person?.said)).size;
  anchors.forEach((anchor, i) => {
    const last = groups[groups.length - 1];
    const first = last?.anchors[0];
    const parties = first?.parties ?? [];
    const apart = last && contents.some((c) => c.item && c.start >= last.end && c.end <= anchor.start);
    const corrected = last && correctedBetween(found.corrections, last.end, anchor.start);
    const known = parties.some((p) => p.said === anchor.person?.said);
    const full = new Set(parties.map((p) => p.said)).size >= 2;
    if (!last || !first || (full && apart && !corrected && !known && people(i) >= 2)) {
      groups.push({
        anchors: [{ ...anchor, parties: anchor.person ? [anchor.person] : [] }],
        start: anchor.start,
        end: anchor.end,
      });
      return;
    }
    if (anchor.person) last.anchors[0] = { ...first, parties: [...parties, anchor.person] };
    last.end = anchor.end;
  });
  // A single case is spoken of from its first word to its last; the place of the names does not cut it.
  return groups.map((group) => ({ ...group, end: groups.length > 1 ? group.end : group.start }));
};

const groupsOf = (
  found: Found,
  mode: Mode,
  anchors: readonly Anchor[],
  contents: readonly Content[],
): Group[] => {
  const solid = contents.filter((c) => !c.place);
  if (mode === 'event') return eventGroups(found, anchors, solid);
  return mode === 'pair' ? pairGroups(found, anchors, solid) : groupAnchors(found.text, anchors, solid);
};

/** 3号401和402: what stands above the repeated part is meant for each. */
const inherit = (above: AddressValue, now: AddressValue): AddressValue => ({
  ...(above.compound !== undefined && now.compound === undefined ? { compound: above.compound } : {}),
  ...(above.building !== undefined && now.building === undefined && now.compound === undefined
    ? { building: above.building }
    : {}),
  ...now,
});

const inheritPlaces = (anchors: Anchor[]): void => {
  for (let i = 1; i < anchors.length; i += 1) {
    const above = anchors[i - 1]?.address;
    const now = anchors[i];
    if (above && now?.address) anchors[i] = { ...now, address: inherit(above, now.address) };
  }
};

const everybody = /(?:都|侪|全|全部|统统|一律|均)(?:是|在|已|已经)?$/;

/** 资料侪全了 behind a list is said of everybody in it. */
const forAll = (text: string, item: Item): boolean => {
  const start = clauseStart(text, item.start, 1);
  return (
    everybody.test(text.slice(start, item.start)) ||
    /^[^，。\s]{0,4}(?:都|侪|全部)/.test(text.slice(start, item.end))
  );
};

/** 两家身份证都登记好了 is said of both, though each was spoken of apart. */
const forEach = (text: string, item: Item): boolean =>
  /^[\s，。]*(?:也|另外)?(?:(?:两|三|四|几|大|各)?(?:家|户|人|位|个人|个|边|处|栋楼?)[^，。\s]{0,8}(?:都|全|侪|均)|都|全都|全部|侪|统统)/.test(
    text.slice(Math.max(0, clauseStart(text, item.start, 1) - 1), item.end),
  );

const shareBehind = (
  found: Found,
  region: Region,
  own: readonly Item[],
  others: readonly Draft[],
  listed: boolean,
): void => {
  const end = region.anchors[region.anchors.length - 1]?.end ?? 0;
  for (const item of own)
    if ((listed ? forAll : forEach)(found.text, item) && boundaryBetween(found.text, end, item.start) > 0)
      for (const other of others)
        if (!other.items.some((o) => o.field === item.field)) other.items.push(item);
};

const likewise = /也(?:是|一样|同样|如此|一个样)(?=[，。\s]|$)|同上|一模一样|跟(?:他|她|前面)一样/;

/** 通阳二号603 也是: nothing is said of it but that it is as the one before. */
const copyLikewise = (found: Found, drafts: readonly Draft[]): void => {
  for (let i = 1; i < drafts.length; i += 1) {
    const draft = drafts[i];
    const before = drafts[i - 1];
    if (!draft || !before || draft.items.length > 0) continue;
    if (!likewise.test(found.text.slice(draft.anchor.end, drafts[i + 1]?.anchor.start ?? found.text.length)))
      continue;
    draft.items.push(
      ...before.items.filter((item) => item.field.type === 'choice' || item.field.type === 'boolean'),
    );
  }
};

const shareHeader = (
  found: Found,
  drafts: readonly Draft[],
  first: Region | undefined,
  items: readonly Item[],
  places: readonly Place[],
): void => {
  const spoken = drafts.some((draft) => draft.items.length > 0);
  for (const draft of drafts) {
    if (draft.places.length === 0) draft.places.push(...places);
    // 马根生没来: of whom nothing is said, the day of the others says nothing either.
    if (spoken && draft.items.length === 0) continue;
    const leads = first?.anchors.some((a) => sameAnchor(a, draft.anchor)) ?? false;
    const start = first?.anchors[0]?.start ?? 0;
    draft.items.unshift(
      ...items.filter((item) => {
        if (draft.items.some((o) => o.field === item.field)) return false;
        // A figure before the first person is his alone, unless it stands in a line of its own.
        return leads || item.field.type !== 'number' || boundaryBetween(found.text, item.end, start) >= 3;
      }),
    );
  }
};

const draftFor = (drafts: Draft[], anchor: Anchor, mode: Mode): Draft => {
  const there = mode === 'event' ? undefined : drafts.find((d) => sameAnchor(d.anchor, anchor));
  if (there) return there;
  const draft: Draft = { anchor, places: [], items: [], near: '' };
  drafts.push(draft);
  return draft;
};

const addRegion = (
  found: Found,
  mode: Mode,
  drafts: Draft[],
  region: Region,
  own: readonly Item[],
  listed: boolean,
): void => {
  if (mode === 'place') inheritPlaces(region.anchors);
  const places = region.contents.flatMap((c) => c.place ?? []);
  const targets = region.anchors.map((anchor) => draftFor(drafts, anchor, mode));
  for (const [i, draft] of targets.entries()) {
    draft.places.push(...places.filter((p) => targets.length === 1 || nearest(p, region.anchors) === i));
    draft.items.push(...own);
    const anchor = region.anchors[i];
    if (anchor)
      draft.near += ` ${found.text.slice(Math.max(0, anchor.start - 12), clauseEnd(found.text, anchor.end + 8, 1))}`;
  }
  // 两场…都在和安
  if (mode === 'event')
    for (const place of places)
      if (everybody.test(found.text.slice(clauseStart(found.text, place.start, 1), place.start)))
        for (const draft of drafts) if (draft.places.length === 0) draft.places.push(place);
  const others = drafts.filter((d) => !targets.includes(d));
  shareBehind(found, region, own, others, listed || mode === 'event');
};

/** Everything that was said, sorted into the records it was said of. */
export const compose = (found: Found, ledger: Ledger, mode: Mode, earlier?: Earlier): Draft[] => {
  const anchors = anchorsOf(found, ledger, mode);
  const contents = contentsOf(found, mode, mode === 'event' ? ledger.fields[0] : undefined);
  const { header, regions } = regionsOf(found.text, groupsOf(found, mode, anchors, contents), contents);
  const [first] = regions;
  const headPlaces = header.flatMap((c) => c.place ?? []);
  const drafts: Draft[] = [];
  if (!first) {
    const items = itemsIn(found, ledger, header, 0, earlier);
    drafts.push({ anchor: { start: 0, end: 0 }, places: headPlaces, items, near: found.text });
  }
  const listed = (first?.anchors.length ?? 0) > 1;
  const many = regions.length > 1 || listed;
  for (const region of regions) {
    const contents = region === first && !many ? [...header, ...region.contents] : region.contents;
    addRegion(
      found,
      mode,
      drafts,
      region,
      itemsIn(found, ledger, contents, region === first ? 0 : region.from, earlier),
      listed,
    );
  }
  if (many) shareHeader(found, drafts, first, itemsIn(found, ledger, header, 0, earlier), headPlaces);
  else if (first) for (const draft of drafts) draft.places.unshift(...headPlaces);
  copyLikewise(found, drafts);
  addZeroes(found, ledger, drafts);
  return drafts;
};

const addZeroes = (found: Found, ledger: Ledger, drafts: readonly Draft[]): void => {
  const cues = found.hits.filter((h) => h.role === 'before' || h.role === 'after');
  const numbers = ledger.fields.filter((f) => f.type === 'number');
  for (const [i, draft] of drafts.entries()) {
    const start = i === 0 ? 0 : draft.anchor.start;
    const end = drafts[i + 1]?.anchor.start ?? found.text.length;
    for (const item of zeroesIn(found.text, numbers, cues, { start, end }))
      if (!draft.items.some((o) => o.field === item.field)) draft.items.push(item);
  }
};
