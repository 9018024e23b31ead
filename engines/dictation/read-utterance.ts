import {
  type Group,
  groupAnchors,
  joinPlaces,
  type Mode,
  merged,
  modeOf,
  needsCue,
  sameAnchor,
} from './assemble/anchors.ts';
import { type Correction, correctedBetween, findCorrections, findDenied } from './assemble/corrections.ts';
import { assignDates } from './assemble/dates.ts';
import type { Anchor, Item, Place } from './assemble/item.ts';
import { assignNumbers } from './assemble/numbers.ts';
import { settle } from './assemble/settle.ts';
import { findPhones, isPhoneField, textsFrom } from './assemble/texts.ts';
import { valuesFrom, withoutInner } from './assemble/values.ts';
import type { CompiledLedger } from './lexicon/compile.ts';
import { findHits, type Hit } from './match/hits.ts';
import { repair, type SoundIndex } from './match/repair.ts';
import { findPeople, type PersonMention } from './people/mentions.ts';
import type { Register } from './people/register.ts';
import { type Resolved, resolvePerson } from './people/resolve.ts';
import { readAddresses } from './read/addresses.ts';
import { type DateReading, readDates } from './read/dates.ts';
import { type Numeral, readNumerals } from './read/numerals.ts';
import { withoutSpeakers } from './text/chat.ts';
import { boundaryBetween, clauseEnd, clauseStart } from './text/clauses.ts';
import { normalise } from './text/normalise.ts';
import { mandarin } from './text/wu.ts';
import type { Compound, Field, Ledger } from './types.ts';

/** What one utterance says in one ledger's fields, before questions are put. */

export interface Setting {
  readonly ledger: CompiledLedger;
  readonly sounds: SoundIndex;
  readonly register: Register;
  readonly compounds: readonly Compound[];
}

export interface FieldValue extends Item {
  readonly resolved?: Resolved;
}

export interface RawRecord {
  readonly items: ReadonlyMap<string, FieldValue>;
}

const anchorField = (ledger: Ledger): Field | undefined => ledger.fields[0];

/** Everything found in the text, before it is told who and which field. */
interface Found {
  readonly raw: string;
  readonly text: string;
  readonly today: string;
  readonly hits: readonly Hit[];
  readonly people: readonly PersonMention[];
  readonly places: readonly Place[];
  readonly dates: readonly DateReading[];
  readonly numerals: readonly Numeral[];
  readonly values: readonly Item[];
  readonly texts: readonly Item[];
  readonly corrections: readonly Correction[];
  readonly denied: readonly Correction[];
}

type Span = { readonly start: number; readonly end: number };
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const inside = (a: Span, spans: readonly Span[]): boolean =>
  spans.some((b) => a.start >= b.start && a.end <= b.end);
const hitBy = (a: Span, spans: readonly Span[]): boolean => spans.some((b) => overlaps(a, b));

const mark = (length: number, spans: readonly Span[]): Uint8Array => {
  const marks = new Uint8Array(length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  return marks;
};

const strong = (hit: Hit): boolean => hit.end - hit.start >= 2 && hit.end - hit.start <= 5;

/** Ages (八十四岁) are clues, not values, unless a field asks for them. */
const ageSpans = (text: string, numerals: readonly Numeral[]): (Span & { age: number })[] =>
  numerals.flatMap((n) =>
    n.value !== null && /^(?:多|来)?(?:周|虚)?岁/.test(text.slice(n.end, n.end + 4))
      ? [{ start: n.start, end: n.end + 1, age: n.value }]
      : [],
  );

const lookAt = (
  setting: Setting,
  utterance: string,
  ref: string,
): Found & { ages: readonly (Span & { age: number })[] } => {
  const { ledger, register } = setting;
  const labels = new Set(ledger.ledger.fields.flatMap((f) => [f.label, ...(f.synonyms ?? [])]));
  const clean = withoutSpeakers(normalise(utterance), (name) => labels.has(name));
  const plain = mandarin(clean);
  const none = new Uint8Array(plain.length);
  const phones = findPhones(clean);
  const addresses = readAddresses(clean, setting.compounds).filter((a) => !hitBy(a, phones));
  const dates = readDates(clean, ref).filter((d) => !hitBy(d, phones) && !hitBy(d, addresses));
  const first = findHits(ledger, plain, none);
  const taken = [...addresses, ...dates, ...first.filter(strong)].map(({ start, end }) => ({
    start,
    end,
    cost: 4 + (end - start) * 2,
    kind: 'known' as const,
  }));
  const people = findPeople(register, clean, taken);
  const numerals = readNumerals(clean);
  const fixed = [
    ...people,
    ...addresses,
    ...dates,
    ...numerals,
    ...first.filter((h) => h.end - h.start >= 2),
  ];
  const { text, heard } = repair(setting.sounds, plain, mark(plain.length, fixed));
  const hits = (heard.includes(1) ? findHits(ledger, text, heard) : first).filter(
    (h) => !people.some((p) => overlaps(h, p) && h.role !== 'before' && h.role !== 'after'),
  );
  const ages = ageSpans(text, numerals);
  const values = withoutInner(valuesFrom(text, hits));
  const stops = [
    ...people.filter((p) => p.form !== 'unknown').map((p) => p.start),
    ...dates.filter((d) => d.kind !== 'vague').map((d) => d.start),
  ];
  const texts = [...textsFrom(text, utterance, hits, stops), ...phoneItems(ledger.ledger.fields, phones)];
  const masks = texts.filter((t) => !isPhoneField(t.field));
  const outside = <T extends Span>(all: readonly T[]): T[] => all.filter((one) => !hitBy(one, masks));
  const optionSpans = values.filter((v) => typeof v.value === 'string' || v.end - v.start >= 3);
  return {
    raw: utterance,
    text,
    today: ref.slice(0, 10),
    hits,
    people: outside(people),
    places: outside(addresses),
    dates: outside(dates),
    numerals: outside(numerals).filter(
      (n) => !hitBy(n, [...phones, ...addresses, ...dates, ...ages, ...optionSpans]),
    ),
    values: values.filter(
      (v) => !masks.some((t) => v.start >= t.start && v.end <= t.end && v.field !== t.field),
    ),
    texts,
    corrections: findCorrections(text),
    denied: findDenied(text),
    ages,
  };
};

const phoneItems = (fields: readonly Field[], phones: readonly (Span & { digits: string })[]): Item[] => {
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

const companion = /^(?:一起|一道|一同|陪同|陪着|陪我|带我|带着我|和我|跟我|搭档)/;
const bystander = /(?:邻居|隔壁|楼上邻居|社工|民警|调解员|书记|主任|楼组长|居委|同事|律师|医生|家属)$/;

/** Those a record may be about: nobody of the office, no companion, no bystander who only tells. */
const subjects = (found: Found, mode: Mode): PersonMention[] =>
  found.people.filter((p) => {
    if (p.staff && mode !== 'pair') return false;
    if (inside(p, found.denied)) return false;
    const after = found.text.slice(p.end, p.end + 4);
    const before = found.text.slice(Math.max(0, p.start - 4), p.start);
    const others = found.people.length > 1;
    if (others && companion.test(after) && mode !== 'pair') return false;
    return !(
      others &&
      bystander.test(before) &&
      (mode === 'pair' ? /(?:社工|民警|调解员|书记|主任|律师|居委)$/.test(before) : true)
    );
  });

const anchorsOf = (found: Found, ledger: Ledger, mode: Mode): Anchor[] => {
  const people = subjects(found, mode).map(
    (person): Anchor => ({ start: person.start, end: person.end, person }),
  );
  const barriers = found.values.map((v) => v.start);
  const joined = joinPlaces(
    found.text,
    found.places.filter((p) => !inside(p, found.denied)),
    mode === 'place' || mode === 'report' ? [] : barriers,
    found.corrections,
  );
  const places = joined.map((p): Anchor => ({ start: p.start, end: p.end, address: p.value }));
  if (mode === 'person' || mode === 'pair') return people;
  if (mode === 'place') return places;
  if (mode === 'report') return joinReports(found, people, places);
  if (mode !== 'event') return [];
  const field = anchorField(ledger);
  return found.values
    .filter((v) => v.field === field && !v.denied)
    .map((v): Anchor => ({ start: v.start, end: v.end, option: String(v.value) }));
};

/** In a report the place and the person named beside it are one anchor. */
const joinReports = (found: Found, people: readonly Anchor[], places: readonly Anchor[]): Anchor[] => {
  const out: Anchor[] = [];
  for (const anchor of [...people, ...places].sort((a, b) => a.start - b.start)) {
    const last = out[out.length - 1];
    const free =
      last &&
      ((last.person && !anchor.person && !last.address) || (!last.person && anchor.person && last.address));
    const between = last
      ? found.values.filter((v) => v.start >= last.end && v.end <= anchor.start).length
      : 0;
    if (last && free && (between === 0 || people.length + places.length <= 2))
      out[out.length - 1] = { ...last, ...anchor, start: last.start, end: anchor.end };
    else out.push(anchor);
  }
  return out;
};

/** A corrected anchor gives way to the next one; an address keeps the parts that were not said again. */
const applyCorrections = (found: Found, anchors: readonly Anchor[]): Anchor[] => {
  const out: Anchor[] = [];
  for (const anchor of anchors) {
    const last = out[out.length - 1];
    const cue = found.corrections.find(
      (c) => last && c.start >= last.end && c.end <= anchor.start && anchor.start - c.end <= 6,
    );
    const quiet = cue && !found.values.some((v) => v.start >= cue.end && v.end <= anchor.start);
    if (last && cue && quiet) {
      const address =
        last.address && anchor.address
          ? merged(last.address, anchor.address)
          : (anchor.address ?? last.address);
      out[out.length - 1] = {
        ...last,
        ...anchor,
        ...(address ? { address } : {}),
        start: last.start,
        end: anchor.end,
      };
    } else out.push(anchor);
  }
  return out;
};

interface Content extends Span {
  readonly item?: Item;
  readonly numeral?: Numeral;
  readonly date?: DateReading;
  readonly place?: Place;
}

const contentsOf = (found: Found, mode: Mode, ledger: Ledger): Content[] => {
  const anchorKey = mode === 'event' ? anchorField(ledger) : undefined;
  const spans = <T extends Span>(all: readonly T[], key: 'item' | 'numeral' | 'date' | 'place'): Content[] =>
    all.map((one) => ({ start: one.start, end: one.end, [key]: one }));
  return [
    ...spans(
      found.values.filter((v) => v.field !== anchorKey || v.denied),
      'item',
    ),
    ...spans(found.texts, 'item'),
    ...spans(found.numerals, 'numeral'),
    ...spans(found.dates, 'date'),
    ...(mode === 'place' || mode === 'report' ? [] : spans(found.places, 'place')),
  ].sort((a, b) => a.start - b.start);
};

const isLead = (content: Content): boolean =>
  content.date !== undefined ||
  content.place !== undefined ||
  (content.item !== undefined && /方式|途径|类型/.test(content.item.field.label));

/** Which group a content belongs to: -1 for what was said before the first. */
const groupFor = (text: string, groups: readonly Group[], content: Content, backwards: boolean): number => {
  let before = -1;
  for (const [i, group] of groups.entries()) if (group.start <= content.start) before = i;
  const next = groups[before + 1];
  if (!next) return before;
  if (backwards) return before + 1;
  const previous = groups[before];
  if (!previous) return -1;
  const apart = boundaryBetween(text, previous.end, content.start) > 0;
  const joined = boundaryBetween(text, content.end, next.start) === 0;
  if (apart && joined && next.start - content.end <= 8) return before + 1;
  if (!apart && joined && isLead(content) && next.start - content.end <= 2) return before + 1;
  if (content.place && next.start - content.end <= 3 && content.start - previous.end > 1) return before + 1;
  return before;
};

interface Region {
  readonly anchors: readonly Anchor[];
  readonly contents: readonly Content[];
  readonly from: number;
}

const regionsOf = (
  text: string,
  groups: readonly Group[],
  contents: readonly Content[],
): { header: Content[]; regions: Region[] } => {
  const substantial = (c: Content): boolean => c.item !== undefined || c.numeral !== undefined;
  const first = groups[0];
  const last = groups[groups.length - 1];
  const backwards =
    groups.length > 1 &&
    contents.some((c) => substantial(c) && c.end <= (first?.start ?? 0)) &&
    !contents.some((c) => substantial(c) && c.start >= (last?.end ?? 0));
  const lists = groups.map((): Content[] => []);
  const header: Content[] = [];
  for (const content of contents) {
    const to = groupFor(text, groups, content, backwards);
    if (to < 0) header.push(content);
    else lists[to]?.push(content);
  }
  return {
    header,
    regions: groups.map((group, i) => ({
      anchors: group.anchors,
      contents: lists[i] ?? [],
      from: i === 0 ? 0 : (groups[i - 1]?.end ?? 0),
    })),
  };
};

/** Items of a stretch: what is certain already, and its numbers and dates told apart by field. */
const itemsIn = (found: Found, ledger: Ledger, contents: readonly Content[], from: number): Item[] => {
  const corrections = [...found.corrections, ...found.denied.map(({ end }) => ({ start: end, end }))].sort(
    (a, b) => a.start - b.start,
  );
  const cues = found.hits.filter((h) => h.role === 'before' || h.role === 'after');
  const numbers = ledger.fields.filter((f) => f.type === 'number');
  const days = ledger.fields.filter((f) => f.type === 'date' || f.type === 'datetime');
  return [
    ...contents.flatMap((c) => c.item ?? []),
    ...assignNumbers(
      { text: found.text, fields: numbers, cues, corrections },
      contents.flatMap((c) => c.numeral ?? []),
      from,
    ),
    ...assignDates(
      { text: found.text, fields: days, cues, corrections, today: found.today },
      contents.flatMap((c) => c.date ?? []),
    ),
    ...zeroes(found, numbers, cues, contents),
  ].sort((a, b) => a.start - b.start);
};

const none =
  /(?:没有人|没人|无人|没有一个|没一个|一个(?:也|都)?没有?|没有|没|无|零|从没|从来没)(?:人)?(?:来|被|有)?$/;

/** 没人请假, 没被投诉过: none of what a field counts. */
const zeroes = (
  found: Found,
  fields: readonly Field[],
  cues: readonly Hit[],
  contents: readonly Content[],
): Item[] =>
  fields.flatMap((field) => {
    if ((field.min ?? 1) > 0) return [];
    const hit = cues.find(
      (cue) =>
        cue.field === field &&
        cue.end - cue.start >= 2 &&
        none.test(found.text.slice(Math.max(0, cue.start - 5), cue.start)),
    );
    const after = cues.find(
      (cue) =>
        cue.field === field &&
        cue.role === 'before' &&
        /^(?:也|是|都|的)*(?:没有|没|零|无|为零|一个(?:也|都)没)(?=$|[，。\s了的过]|一)/.test(
          found.text.slice(cue.end, cue.end + 6),
        ),
    );
    const one = hit ?? after;
    if (
      !one ||
      contents.length === 0 ||
      contents.some((c) => c.numeral && c.numeral.start >= one.end && c.numeral.start - one.end <= 2)
    )
      return [];
    if (one.start < (contents[0]?.start ?? 0) - 12 && contents.length === 0) return [];
    return [{ start: one.start, end: one.end, field, value: 0, confidence: 0.85, how: 'none' }];
  });

interface Draft {
  anchor: Anchor;
  places: Place[];
  items: Item[];
  near: string;
}

const all = /(?:都|侪|全|全部|统统|一律|均|各)(?:是|在|已|已经)?$/;

const build = (found: Found, ledger: Ledger, mode: Mode): Draft[] => {
  const anchors = applyCorrections(found, anchorsOf(found, ledger, mode));
  const contents = contentsOf(found, mode, ledger);
  const solid = contents.filter((c) => c.item || c.numeral || c.date);
  const groups =
    mode === 'pair'
      ? pairGroups(anchors)
      : mode === 'event'
        ? eventGroups(found, anchors, solid)
        : groupAnchors(found.text, anchors, solid);
  const { header, regions } = regionsOf(found.text, groups, contents);
  const drafts: Draft[] = [];
  const shared = regions.length > 1 || (regions[0]?.anchors.length ?? 0) > 1;
  const headItems = itemsIn(found, ledger, header, 0);
  const headPlaces = header.flatMap((c) => c.place ?? []);
  if (regions.length === 0) {
    return headItems.length > 0
      ? [{ anchor: { start: 0, end: 0 }, places: headPlaces, items: headItems, near: found.text }]
      : [];
  }
  regions.forEach((region, at) => {
    const own =
      at === 0 && !shared
        ? itemsIn(found, ledger, [...header, ...region.contents], 0)
        : itemsIn(found, ledger, region.contents, region.from);
    const places = region.contents.flatMap((c) => c.place ?? []);
    const targets = region.anchors.map((anchor, i) => {
      const before = region.anchors[i - 1];
      const full =
        before?.address && anchor.address && mode === 'place'
          ? { ...anchor, address: inherit(before.address, anchor.address) }
          : anchor;
      if (full !== anchor) (region.anchors as Anchor[])[i] = full;
      const same = mode === 'event' ? undefined : drafts.find((d) => sameAnchor(d.anchor, full));
      if (same) return same;
      const draft: Draft = { anchor: full, places: [], items: [], near: '' };
      drafts.push(draft);
      return draft;
    });
    for (const [i, draft] of targets.entries()) {
      draft.places.push(
        ...(targets.length === 1 ? places : places.filter((p) => nearest(p, region.anchors) === i)),
      );
      draft.items.push(...own);
      const anchor = region.anchors[i];
      if (anchor)
        draft.near += ` ${found.text.slice(Math.max(0, anchor.start - 12), clauseEnd(found.text, anchor.end + 8, 1))}`;
    }
    // 资料侪全了 at the end of a list is said of everybody in it.
    if (drafts.length > targets.length)
      for (const item of own)
        if (
          all.test(found.text.slice(clauseStart(found.text, item.start, 1), item.start)) ||
          /^(?:[^，。\s]{0,4})(?:都|侪|全部)/.test(
            found.text.slice(clauseStart(found.text, item.start, 1), item.end),
          )
        )
          if (
            boundaryBetween(found.text, region.anchors[0]?.end ?? 0, item.start) > 0 &&
            (mode === 'event' || (regions[0]?.anchors.length ?? 0) > 1)
          )
            for (const other of drafts)
              if (!targets.includes(other) && !other.items.some((o) => o.field === item.field))
                other.items.push(item);
  });
  if (shared) {
    const [firstRegion] = regions;
    for (const [i, draft] of drafts.entries()) {
      const first = firstRegion?.anchors.some((a) => sameAnchor(a, draft.anchor)) ?? i === 0;
      draft.places.unshift(...headPlaces.filter(() => draft.places.length === 0));
      draft.items.unshift(
        ...headItems.filter(
          (item) =>
            !draft.items.some((o) => o.field === item.field) &&
            (first ||
              item.field.type !== 'number' ||
              boundaryBetween(found.text, item.end, groups[0]?.start ?? 0) >= 3),
        ),
      );
    }
  } else for (const draft of drafts) draft.places.unshift(...headPlaces);
  return drafts;
};

const inherit = (
  before: NonNullable<Anchor['address']>,
  now: NonNullable<Anchor['address']>,
): NonNullable<Anchor['address']> => ({
  ...(before.compound !== undefined && now.compound === undefined ? { compound: before.compound } : {}),
  ...(before.building !== undefined && now.building === undefined && now.compound === undefined
    ? { building: before.building }
    : {}),
  ...now,
});

const nearest = (place: Place, anchors: readonly Anchor[]): number => {
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

const pairGroups = (anchors: readonly Anchor[]): Group[] => {
  const [first] = anchors;
  const last = anchors[anchors.length - 1];
  return first && last ? [{ anchors: [first], start: first.start, end: first.end }] : [];
};

/** Activities named in one breath are one event unless each has figures or a day of its own. */
const eventGroups = (found: Found, anchors: readonly Anchor[], contents: readonly Content[]): Group[] => {
  const groups: Group[] = [];
  for (const anchor of anchors) {
    const last = groups[groups.length - 1];
    const between = last
      ? contents.filter((c) => (c.numeral || c.date) && c.start >= last.end && c.end <= anchor.start)
      : [];
    const after = contents.some((c) => (c.numeral || c.date) && c.start >= anchor.end);
    const corrected = last && correctedBetween(found.corrections, last.end, anchor.start);
    if (
      last &&
      !corrected &&
      between.some((c) => c.numeral) &&
      after &&
      boundaryBetween(found.text, last.end, anchor.start) > 0
    )
      groups.push({ anchors: [anchor], start: anchor.start, end: anchor.end });
    else if (last) {
      const now = last.anchors[0];
      if (now && (corrected || preferred(found, anchor, now))) last.anchors[0] = anchor;
    } else groups.push({ anchors: [anchor], start: anchor.start, end: anchor.end });
  }
  return groups;
};

const preferred = (found: Found, a: Anchor, b: Anchor): boolean => {
  const weight = (x: Anchor): number => {
    const value = found.values.find((v) => v.start === x.start && v.end === x.end);
    return (value?.confidence ?? 0) * 10 + (x.end - x.start) * 0.4;
  };
  return weight(a) > weight(b) + 0.5;
};

const cueNear = (found: Found, field: Field, p: PersonMention): boolean =>
  found.hits.some((h) => {
    if (h.field !== field) return false;
    if (h.role === 'before' && h.end <= p.start)
      return /^(?:[\s，：的？\n]|是|叫|有|姓|：|由|为|请|了|来|我们|，|这次|今天)*$/.test(
        found.text.slice(h.end, p.start),
      );
    return (
      h.role === 'after' &&
      h.start >= p.end &&
      /^(?:[\s，]|同志|老师|家|的|书记|来|今天|给大家|亲自)*$/.test(found.text.slice(p.end, h.start))
    );
  });

const tenantBefore = /(?:租客|租户|房客|承租人|租给|租给了|住户|住的是|借给)(?:是|叫|：|了)?$/;

/** People for fields that want a cue; a lone person in a register of places is its owner. */
const roleItems = (found: Found, setting: Setting, mode: Mode, single: boolean): FieldValue[] => {
  const fields = setting.ledger.ledger.fields.filter(needsCue);
  return fields.flatMap((field) => {
    const people = found.people.filter((p) => !inside(p, found.denied));
    const cued = people.filter((p) => cueNear(found, field, p));
    const lone =
      mode === 'place' && single
        ? people
            .filter(
              (p) => !tenantBefore.test(found.text.slice(Math.max(0, p.start - 5), p.start)) && !p.staff,
            )
            .slice(0, 1)
        : [];
    const chosen = cued[cued.length - 1] ?? lone[0];
    return chosen
      ? [personItem(found, setting, field, chosen, found.places, found.text, cued.length > 0 ? 1 : 0.8)]
      : [];
  });
};

const alone = /独居|一个人(?:住|过|生活)|单独住/;

const personItem = (
  found: Found & { ages?: readonly (Span & { age: number })[] },
  setting: Setting,
  field: Field,
  person: PersonMention,
  places: readonly Place[],
  near: string,
  factor: number,
): FieldValue => {
  const window = found.text.slice(Math.max(0, person.start - 10), person.end + 14);
  const sex = /女(?:的|同志|士)|女性/.test(window)
    ? 'F'
    : /男(?:的|同志)|男性/.test(window)
      ? 'M'
      : undefined;
  const resolved = resolvePerson(setting.register, person, {
    addresses: places.map((p) => p.value),
    ages: (found.ages ?? [])
      .filter((a) => Math.abs(a.start - person.end) <= 14 || Math.abs(person.start - a.end) <= 8)
      .map((a) => a.age),
    alone: alone.test(window) || alone.test(near),
    sex,
    today: found.today,
  });
  return {
    start: person.start,
    end: person.end,
    field,
    value: resolved.value,
    confidence: resolved.confidence * factor,
    how: resolved.how,
    resolved,
  };
};

const pairItems = (found: Found, setting: Setting, fields: readonly Field[]): FieldValue[] => {
  const people = subjects(found, 'pair');
  let chosen: PersonMention[] = [];
  for (const person of people) {
    const last = chosen[chosen.length - 1];
    const again = chosen.findIndex(
      (p) => p.said === person.said || (p.same.length > 0 && p.same.some((x) => person.same.includes(x))),
    );
    const corrected = last && correctedBetween(found.corrections, last.end, person.start);
    if (again >= 0 && corrected) chosen = chosen.slice(0, again).concat(person);
    else if (again >= 0) continue;
    else if (corrected) chosen = [...chosen.slice(0, -1), person];
    else if (chosen.length < fields.length) chosen.push(person);
  }
  return chosen.flatMap((person, i) => {
    const field = fields[i];
    if (!field) return [];
    const places = found.places.filter((p) => nearest(p, chosen) === i || found.places.length === 1);
    return [personItem(found, setting, field, person, places, '', 1)];
  });
};

/** Reads an utterance in one ledger's fields. */
export const readUtterance = (setting: Setting, utterance: string, ref: string): RawRecord[] => {
  const { ledger } = setting.ledger;
  const mode = modeOf(ledger);
  const found = lookAt(setting, utterance, ref);
  const drafts = build(found, ledger, mode);
  const people = ledger.fields.filter((f) => f.type === 'resident' && !needsCue(f));
  const addressField = ledger.fields.find((f) => f.type === 'address');
  const optionField = mode === 'event' ? anchorField(ledger) : undefined;
  return drafts.flatMap((draft) => {
    const items: FieldValue[] = [...draft.items];
    const { anchor } = draft;
    const places = anchor.address
      ? [{ start: anchor.start, end: anchor.end, value: anchor.address }, ...draft.places]
      : draft.places;
    const [who] = people;
    if (mode === 'pair') items.push(...pairItems(found, setting, people));
    else if (who && anchor.person)
      items.push(personItem(found, setting, who, anchor.person, places, draft.near, 1));
    if (addressField) {
      const place = anchor.address ? places[0] : lastPlace(found, draft.places);
      if (place)
        items.push({
          start: place.start,
          end: place.end,
          field: addressField,
          value: place.value,
          confidence: 0.95,
          how: 'an address',
        });
    }
    if (optionField && anchor.option !== undefined) {
      const value = found.values.find((v) => v.field === optionField && v.start === anchor.start);
      if (value) items.push(value);
    }
    items.push(...roleItems(found, setting, mode, drafts.length === 1));
    const settled = settle(found.text, items, found.corrections);
    return settled.size > 0 ? [{ items: settled }] : [];
  });
};

const lastPlace = (found: Found, places: readonly Place[]): Place | undefined => {
  const joined = joinPlaces(found.text, places, [], found.corrections);
  const [first, ...rest] = joined;
  return rest.reduce<Place | undefined>((now, next) => {
    if (!now) return next;
    if (correctedBetween(found.corrections, now.end, next.start))
      return { ...next, value: merged(now.value, next.value) };
    return now;
  }, first);
};
