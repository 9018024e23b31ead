import { ageOn } from './age.ts';

/** What a mark is set by: years reached, what the register says of the person, or a person's hand. */
export type TagRule =
  | { readonly by: 'age'; readonly atLeast: number }
  /** `among` empty: anything said. */
  | { readonly by: 'register'; readonly element: string; readonly among: readonly string[] }
  | { readonly by: 'hand' }
  /** Nothing was done with the person for so many days; asked only of who carries one of these open marks. */
  | { readonly by: 'acts-quiet'; readonly days: number; readonly of: readonly ('over80' | 'alone')[] }
  /** The last values, on so many different days, each reach one of these limits. */
  | { readonly by: 'acts-reach'; readonly days: number; readonly limits: Readonly<Record<string, number>> };

interface TagMeaning {
  readonly rule: TagRule;
  /** On health, hardship or a loss: not shown before opening, and asked for with a reason. */
  readonly sensitive: boolean;
}

const open = (rule: TagRule): TagMeaning => ({ rule, sensitive: false });
const guarded = (rule: TagRule): TagMeaning => ({ rule, sensitive: true });
const says = (element: string, ...among: string[]): TagRule => ({ by: 'register', element, among });
const hand: TagRule = { by: 'hand' };
/** Who lives alone or is over 80 is looked in on once a month. */
const quiet: TagRule = { by: 'acts-quiet', days: 30, of: ['over80', 'alone'] };
/** Hypertension as the community's health service reckons it in the office: 140 or 90, more than once. */
const raised: TagRule = { by: 'acts-reach', days: 2, limits: { 'bp.sys': 140, 'bp.dia': 90 } };

/** Every mark a resident may carry, in the order they are shown. */
export const residentTags = {
  over80: open({ by: 'age', atLeast: 80 }),
  alone: open(says('person.living', 'alone')),
  unvisited: open(quiet),
  impaired: guarded(says('person.selfcare', 'moderate', 'severe', 'full')),
  disabled: guarded(says('dis.kind')),
  hypertension: guarded(says('person.chronic', 'hypertension')),
  pressure_high: guarded(raised),
  diabetes: guarded(says('person.chronic', 'diabetes')),
  aid: guarded(says('aid.kind')),
  party_member: open(hand),
  volunteer: open(hand),
  veteran: open(hand),
  pregnant: guarded(hand),
  bereaved: guarded(hand),
  cared: guarded(hand),
} as const satisfies Readonly<Record<string, TagMeaning>>;

export type TagName = keyof typeof residentTags;

const names = Object.keys(residentTags) as TagName[];
export const ruleOf = (tag: TagName): TagRule => residentTags[tag].rule;
const isByActs = (tag: TagName): boolean => ruleOf(tag).by.startsWith('acts-');
const isHand = (tag: TagName): boolean => ruleOf(tag).by === 'hand';
const isOpen = (tag: TagName): boolean => !residentTags[tag].sensitive;

export const openTags = names.filter(isOpen);
export const guardedTags = names.filter((tag) => !isOpen(tag));
export const handTags = names.filter(isHand);

/** Those that rules over records set. */
export const tagsByActs = (guarded: boolean): TagName[] =>
  names.filter((tag) => isByActs(tag) && (guarded || isOpen(tag)));

/** What the rules look at. */
export interface TagFacts {
  readonly birth: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Those set by hand. */
  readonly tags: readonly string[];
  /** Those that the records set, worked out by whoever keeps them. */
  readonly byActs?: readonly TagName[];
}

const said = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

const holds = (tag: TagName, { birth, attributes, tags, byActs = [] }: TagFacts, today: string): boolean => {
  const rule = ruleOf(tag);
  if (rule.by === 'acts-quiet' || rule.by === 'acts-reach') return byActs.includes(tag);
  if (rule.by === 'hand') return tags.includes(tag);
  if (rule.by === 'age') return (ageOn(birth, today) ?? -1) >= rule.atLeast;
  const words = said(attributes[rule.element]);
  return rule.among.length === 0 ? words.length > 0 : words.some((one) => rule.among.includes(one));
};

/** The marks of a person, by rule and by hand; those on health and hardship only once opened. */
export const tagsOf = (facts: TagFacts, today: string, opened = false): TagName[] =>
  names.filter((tag) => (opened || isOpen(tag)) && holds(tag, facts, today));

/** Whether the register says one of these marks of a person. */
export const carriesOneOf = (tags: readonly TagName[], facts: TagFacts, today: string): boolean =>
  tags.some((tag) => holds(tag, facts, today));
