import type { PersonMention } from '../people/mentions.ts';
import { boundaryBetween } from '../text/clauses.ts';
import type { AddressValue, Ledger } from '../types.ts';
import { joinPlaces, type Mode, merged } from './anchors.ts';
import type { Anchor } from './item.ts';
import type { Found } from './look.ts';
import { inside } from './span.ts';

/** Who and what the records are about, out of everybody and everything that is named. */

const companion = /^(?:一起|一道|一同|陪同|陪着|陪我|带我|带着我|和我|跟我|搭档)/;
const bystander = /(?:邻居|隔壁|楼上邻居|社工|民警|调解员|书记|主任|楼组长|居委|同事|律师|医生|家属)$/;
const official = /(?:社工|民警|调解员|书记|主任|律师|居委)$/;
const spokenOf =
  /(?:给|帮|为|跟|和|与|同|找|看|走访|拜访|慰问|见到|碰到|遇到|居民|租户|租客|房东|老人|业主|叫|联系|问候|请|探望|通知|带队|主讲|[、，。\s\n：]|^)$/;

/** People taken back with 不是X, by the words they were called. */
const takenBack = (found: Found): Set<string> =>
  new Set(found.people.filter((p) => inside(p, found.denied)).map((p) => p.said));

/** A name that is in nobody's entry counts beside known people only when it is surely a name. */
const surelyNamed = (found: Found, mode: Mode, p: PersonMention): boolean => {
  if (p.form !== 'unknown') return true;
  const before = found.text.slice(Math.max(0, p.start - 4), p.start);
  const known = found.people.some((q) => q.form !== 'unknown');
  if (mode === 'pair') return p.cost < 31;
  return p.cost < (known ? 26 : 30) && (!known || spokenOf.test(before));
};

export const subjectsOf = (found: Found, mode: Mode): PersonMention[] => {
  const back = takenBack(found);
  const people = found.people.filter((p) => surelyNamed(found, mode, p));
  return people.filter((p) => {
    if (inside(p, found.denied) || (back.has(p.said) && found.denied.some((d) => d.start >= p.end)))
      return false;
    if (p.staff && mode !== 'pair') return false;
    if (people.length === 1) return true;
    const before = found.text.slice(Math.max(0, p.start - 4), p.start);
    if (mode === 'pair') return !official.test(before);
    return !companion.test(found.text.slice(p.end, p.end + 4)) && !bystander.test(before);
  });
};

/** In a report the place and the person named beside it are one anchor. */
const joinReports = (found: Found, people: readonly Anchor[], places: readonly Anchor[]): Anchor[] => {
  const out: Anchor[] = [];
  const few = people.length + places.length <= 2;
  for (const anchor of [...people, ...places].sort((a, b) => a.start - b.start)) {
    const last = out[out.length - 1];
    const free = last && (last.person ? !anchor.person && !last.address : anchor.person && last.address);
    const apart = last && found.values.some((v) => v.start >= last.end && v.end <= anchor.start);
    const gap = last ? boundaryBetween(found.text, last.end, anchor.start) : 0;
    if (last && free && (few || (!apart && gap < 2)))
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
    const alike = last && (last.person ? anchor.person : last.address ? anchor.address : anchor.option);
    if (last && quiet && alike) {
      const address: AddressValue | undefined =
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

/** A house without its compound and a compound alone are one address, however far apart they are said. */
const joinApart = (places: Anchor[]): void => {
  const [a, b] = places;
  if (!a?.address || !b?.address) return;
  const alone = (x: AddressValue): boolean => x.compound !== undefined && Object.keys(x).length === 1;
  const house = (x: AddressValue): boolean => x.compound === undefined && x.building !== undefined;
  if ((alone(a.address) && house(b.address)) || (house(a.address) && alone(b.address)))
    places.splice(0, 2, { ...a, address: merged(a.address, b.address) });
};

/** What the records of this utterance are about, in order. */
export const anchorsOf = (found: Found, ledger: Ledger, mode: Mode): Anchor[] => {
  const people = subjectsOf(found, mode).map(
    (person): Anchor => ({ start: person.start, end: person.end, person }),
  );
  if (mode === 'pair') return people;
  if (mode === 'person') return applyCorrections(found, people);
  const said = found.places.filter((p) => !inside(p, found.denied));
  const places = joinPlaces(found.text, said, [], found.corrections).map(
    (p): Anchor => ({ start: p.start, end: p.end, address: p.value }),
  );
  if (places.length === 2) joinApart(places);
  if (mode === 'place') return applyCorrections(found, places);
  if (mode === 'report')
    return joinReports(found, applyCorrections(found, people), applyCorrections(found, places));
  if (mode !== 'event') return [];
  const [field] = ledger.fields;
  return found.values
    .filter((v) => v.field === field && !v.denied)
    .map((v): Anchor => ({ start: v.start, end: v.end, option: String(v.value) }));
};
