import { ageOn } from './age.ts';

/** What a mark is set by: years reached, what the register says of the person, or a person's hand. */
export type TagRule =
  | { readonly by: 'age'; readonly atLeast: number }
  /** `among` empty: anything said. */
  | { readonly by: 'register'; readonly element: string; readonly among: readonly string[] }
  | { readonly by: 'hand' };

interface TagMeaning {
  readonly rule: TagRule;
  /** On health, hardship or a loss: not shown before opening, and asked for with a reason. */
  readonly sensitive: boolean;
}

const open = (rule: TagRule): TagMeaning => ({ rule, sensitive: false });
const guarded = (rule: TagRule): TagMeaning => ({ rule, sensitive: true });
const says = (element: string, ...among: string[]): TagRule => ({ by: 'register', element, among });
const hand: TagRule = { by: 'hand' };

/** Every mark a resident may carry, in the order they are shown. */
export const residentTags = {
  over80: open({ by: 'age', atLeast: 80 }),
  alone: open(says('person.living', 'alone')),
  impaired: guarded(says('person.selfcare', 'moderate', 'severe', 'full')),
  disabled: guarded(says('dis.kind')),
  hypertension: guarded(says('person.chronic', 'hypertension')),
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
const isHand = (tag: TagName): boolean => ruleOf(tag).by === 'hand';
const isOpen = (tag: TagName): boolean => !residentTags[tag].sensitive;

export const openTags = names.filter(isOpen);
export const guardedTags = names.filter((tag) => !isOpen(tag));
export const handTags = names.filter(isHand);

/** What the rules look at. */
export interface TagFacts {
  readonly birth: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Those set by hand. */
  readonly tags: readonly string[];
}

const said = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

const holds = (tag: TagName, { birth, attributes, tags }: TagFacts, today: string): boolean => {
  const rule = ruleOf(tag);
  if (rule.by === 'hand') return tags.includes(tag);
  if (rule.by === 'age') return (ageOn(birth, today) ?? -1) >= rule.atLeast;
  const words = said(attributes[rule.element]);
  return rule.among.length === 0 ? words.length > 0 : words.some((one) => rule.among.includes(one));
};

/** The marks of a person, by rule and by hand; those on health and hardship only once opened. */
export const tagsOf = (facts: TagFacts, today: string, opened = false): TagName[] =>
  names.filter((tag) => (opened || isOpen(tag)) && holds(tag, facts, today));
