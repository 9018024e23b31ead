import type { DateReading } from '../read/dates.ts';
import type { Numeral } from '../read/numerals.ts';
import { boundaryBetween } from '../text/clauses.ts';
import type { Field } from '../types.ts';
import type { Group, Mode } from './anchors.ts';
import type { Anchor, Item, Place } from './item.ts';
import type { Found } from './look.ts';
import { inside, type Span } from './span.ts';

/** Which part of an utterance is said of which anchor. */

/** One thing that was said; numbers and dates do not know their field yet. */
export interface Content extends Span {
  readonly item?: Item;
  readonly numeral?: Numeral;
  readonly date?: DateReading;
  readonly place?: Place;
}

export interface Region {
  readonly anchors: Anchor[];
  readonly contents: readonly Content[];
  readonly from: number;
}

/** Everything but the anchors themselves, in order. */
export const contentsOf = (found: Found, mode: Mode, anchorField: Field | undefined): Content[] => {
  const spans = <T extends Span>(all: readonly T[], key: 'item' | 'numeral' | 'date' | 'place'): Content[] =>
    all.map((one) => ({ start: one.start, end: one.end, [key]: one }));
  const values = found.values.filter((v) => v.denied || v.field !== anchorField);
  return [
    ...spans(values, 'item'),
    ...spans(found.texts, 'item'),
    ...spans(found.numerals, 'numeral'),
    ...spans(found.dates, 'date'),
    ...(mode === 'place' || mode === 'report'
      ? []
      : spans(
          found.places.filter((p) => !inside(p, found.denied)),
          'place',
        )),
  ].sort((a, b) => a.start - b.start);
};

/** What leads up to a person (昨天打电话给…) rather than being said of the one before. */
const isLead = ({ date, place, item }: Content): boolean =>
  date !== undefined ||
  place !== undefined ||
  (item !== undefined && /方式|途径|类型/.test(item.field.label));

/** 下一个吴德明: what came before is said of the one before. */
const nextOne = /下一?[个户家位]|还有|另外|接着|然后|再一个|第[二三四]个|接下来/;

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
  const between = text.slice(content.end, next.start);
  const joined = boundaryBetween(text, content.end, next.start) === 0 && !nextOne.test(between);
  const gap = next.start - content.end;
  if (apart && joined && gap <= 8) return before + 1;
  if (!apart && joined && isLead(content) && gap <= 2) return before + 1;
  if (content.place && gap <= 3 && content.start - previous.end > 1) return before + 1;
  return before;
};

const substantial = (c: Content): boolean =>
  c.item !== undefined || (c.numeral !== undefined && c.numeral.value !== null);

/** Values first and the person after them, to the end: everything is said of the one that follows. */
const saidBackwards = (text: string, groups: readonly Group[], contents: readonly Content[]): boolean => {
  const first = groups[0]?.start ?? 0;
  const last = groups[groups.length - 1]?.end ?? 0;
  return (
    groups.length > 1 &&
    contents.some((c) => substantial(c) && c.end <= first && boundaryBetween(text, c.end, first) < 3) &&
    !contents.some((c) => substantial(c) && c.start >= last)
  );
};

export const regionsOf = (
  text: string,
  groups: readonly Group[],
  contents: readonly Content[],
): { header: Content[]; regions: Region[] } => {
  const backwards = saidBackwards(text, groups, contents);
  const lists = groups.map((): Content[] => []);
  const header: Content[] = [];
  for (const content of contents) {
    const to = groupFor(text, groups, content, backwards);
    (lists[to] ?? header).push(content);
  }
  const regions = groups.map((group, i) => ({
    anchors: [...group.anchors],
    contents: lists[i] ?? [],
    from: i === 0 ? 0 : (groups[i - 1]?.end ?? 0),
  }));
  return { header, regions };
};
