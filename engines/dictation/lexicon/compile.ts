import type { Field, Ledger } from '../types.ts';
import type { BooleanDomain, ChoiceDomain } from './domain.ts';
import { booleans, choices, cues } from './domains.ts';
import { escaped, isLiteral, sayings, source } from './notation.ts';

/** What a saying stands for in one field. `before`/`after`: a cue on that side of the value. */
export type Role = 'option' | 'yes' | 'no' | 'before' | 'after';

export interface Matcher {
  readonly field: Field;
  readonly role: Role;
  /** The option's value; empty for other roles. */
  readonly value: string;
  readonly pattern: RegExp;
  /** The saying when it is plain text, else ''. */
  readonly literal: string;
  /** Said by the ledger itself, not by the thesaurus. */
  readonly own: boolean;
}

const labelCore = (label: string): string =>
  label.replace(/^(是否|有无|是不是)|(日期|时间|情况|与否|人数|次数|数量|类型|方式|结果)$/g, '');

const toMatcher = (field: Field, role: Role, value: string, saying: string, own: boolean): Matcher => {
  const literal = isLiteral(saying) ? saying : '';
  return {
    field,
    role,
    value,
    literal,
    own,
    pattern: new RegExp(literal ? escaped(literal) : source(saying, role === 'yes'), 'g'),
  };
};

/** A ledger's own phrase, also with its words further apart or an ending of completion between them. */
const phrase = (field: Field, role: Role, value: string, text: string): Matcher[] =>
  text === '' ? [] : [toMatcher(field, role, value, text.toLowerCase(), true)];

const named = (names: string, option: { value: string; synonyms?: readonly string[] }): number => {
  const all = names.split('|');
  if (all.includes(option.value)) return 3;
  if (option.synonyms?.some((synonym) => all.includes(synonym))) return 2;
  return all.some((name) => name.length > 1 && (option.value.includes(name) || name.includes(option.value)))
    ? 1
    : 0;
};

/** For each option of the field the domain's entry that means the same, if any, and how many bear its very name. */
const link = (
  field: Field,
  domain: ChoiceDomain,
): { pairs: (readonly [value: string, says: string])[]; exact: number } => {
  let exact = 0;
  const pairs = (field.options ?? []).flatMap((option) => {
    const best = domain.options
      .map((entry) => ({ entry, score: named(entry.names, option) }))
      .sort((a, b) => b.score - a.score)[0];
    if (!best || best.score === 0) return [];
    if (best.score > 1) exact += 1;
    return [[option.value, best.entry.says] as const];
  });
  return { pairs, exact };
};

const choiceMatchers = (field: Field): Matcher[] => {
  const own = (field.options ?? []).flatMap((option) =>
    [option.value, ...(option.synonyms ?? [])].flatMap((text) => phrase(field, 'option', option.value, text)),
  );
  const linked = choices.flatMap((domain) => {
    const { pairs, exact } = link(field, domain);
    const most = exact > 0 && pairs.length * 2 >= (field.options?.length ?? 0);
    const fits = domain.label.test(field.label) ? most : exact > 1 && most;
    return fits
      ? pairs.flatMap(([value, says]) =>
          sayings(says).map((s) => toMatcher(field, 'option', value, s, false)),
        )
      : [];
  });
  return [...own, ...linked];
};

/** Sentences about a topic: done or not, in either order. */
const composed = (field: Field, topics: string, acts: string): Matcher[] => {
  const t = `(?:${topics})`;
  const a = `(?:${acts})`;
  const no = '(?:还没有|没有|还没|还未|没|未|尚未|不曾|不肯|不愿意|不愿|不想|不要|不让|拒绝|不|忘了|忘记)';
  return [
    ...[
      `${t}[^，。；？！\\n 没不未]{0,4}${a}{done}`,
      `${a}(?:了|过|好|掉|完)(?:一下|下|看)?(?:他|她|家|那个|那|个|的)*${t}`,
    ].map((s) => toMatcher(field, 'yes', '', s, false)),
    ...[
      `${t}[^，。；？！\\n ]{0,4}?${no}(?:有|人|来得及|去|给|让|法|肯|过来|能)*${a}?`,
      `${no}(?:有|人|来得及|去|给|让|法|肯|能)*${a}(?:过|好|掉|上|成)?(?:他|她|家|那个|那|的)*${t}`,
    ].map((s) => toMatcher(field, 'no', '', s, false)),
  ];
};

const domainFor = (field: Field): BooleanDomain[] => {
  const byLabel = booleans.filter((domain) => domain.label.test(field.label));
  if (byLabel.length > 0) return byLabel.slice(0, 1);
  const phrases = [...(field.yes ?? []), ...(field.no ?? [])].join(' ');
  return booleans.filter((domain) => domain.label.test(phrases)).slice(0, 1);
};

const booleanMatchers = (field: Field): Matcher[] => {
  const own = [
    ...(field.yes ?? []).flatMap((text) => phrase(field, 'yes', '', text)),
    ...(field.no ?? []).flatMap((text) => phrase(field, 'no', '', text)),
  ];
  const core = labelCore(field.label);
  const found = domainFor(field);
  const linked = found.flatMap((domain) => [
    ...sayings(domain.yes ?? '').map((s) => toMatcher(field, 'yes', '', s, false)),
    ...sayings(domain.no ?? '').map((s) => toMatcher(field, 'no', '', s, false)),
    ...(domain.topics && domain.acts ? composed(field, domain.topics, domain.acts) : []),
  ]);
  if (found.length > 0 || core.length < 2) return [...own, ...linked];
  return [
    ...own,
    ...composed(field, core, '做|办|弄|搞|有|齐|到位|完成|通过'),
    toMatcher(field, 'yes', '', `已(?:经)?${core}|${core}(?:了|过|好了|完成|完毕)`, false),
    toMatcher(field, 'no', '', `(?:没有|没|未|不|无|还没)${core}`, false),
  ];
};

const cueMatchers = (field: Field): Matcher[] => {
  const label = field.label;
  const own = [label, labelCore(label), ...(field.synonyms ?? [])]
    .filter((text) => text !== '')
    .flatMap((text) => [...phrase(field, 'before', '', text), ...phrase(field, 'after', '', text)]);
  const linked = cues
    .filter((domain) => domain.types.includes(field.type) && domain.label.test(label))
    .flatMap((domain) => [
      ...sayings(domain.before ?? '').map((s) => toMatcher(field, 'before', '', s, false)),
      ...sayings(domain.after ?? '').map((s) => toMatcher(field, 'after', '', s, false)),
    ]);
  return [...own, ...linked];
};

const matchersOf = (field: Field): Matcher[] => {
  if (field.type === 'choice') return choiceMatchers(field);
  if (field.type === 'boolean') return booleanMatchers(field);
  return cueMatchers(field);
};

/** What a phrase that may be heard wrongly is: the name of an option, the word before a figure, or another. */
export type Heard = 'option' | 'figure' | 'other';

/** A ledger made ready for reading. */
export interface CompiledLedger {
  readonly ledger: Ledger;
  readonly matchers: readonly Matcher[];
  /** Plain phrases of two characters and more that may be heard wrongly, with whether they name an option. */
  readonly vocabulary: ReadonlyMap<string, Heard>;
}

/** Nouns inside a longer name: 门禁故障 is also spoken of as 门禁. */
const parts = (literal: string): string[] =>
  literal.length >= 4 && literal.length <= 6 ? [literal.slice(0, 2)] : [];

const vocabularyOf = (fields: readonly Field[], matchers: readonly Matcher[]): Map<string, Heard> => {
  const all = new Map<string, Heard>();
  const add = (text: string, kind: Heard): void => {
    if (kind !== 'other' || !all.has(text)) all.set(text, kind);
  };
  // Long words inside patterns (灭火器, 消防栓) and what booleans speak of (煤气, 狗证) are heard wrongly too.
  for (const { pattern, literal, role } of matchers)
    if (literal === '' && role !== 'before' && role !== 'after')
      for (const run of pattern.source.match(/[\u4e00-\u9fff]{3,5}/g) ?? []) add(run, 'other');
  for (const field of fields)
    if (field.type === 'boolean')
      for (const { topics } of domainFor(field))
        for (const run of topics?.match(/[\u4e00-\u9fff]{2,5}/g) ?? []) add(run, 'other');
  for (const { literal, role, own, field } of matchers) {
    if (literal.length < 2 || !/^[㐀-鿿]+$/.test(literal)) continue;
    const option = own && role === 'option';
    add(
      literal,
      option ? 'option' : role === 'before' && field.type === 'number' && own ? 'figure' : 'other',
    );
    if (option) for (const part of parts(literal)) add(part, 'other');
  }
  return all;
};

/** Joins a ledger's fields with the thesaurus; done once a ledger. */
export const compileLedger = (ledger: Ledger): CompiledLedger => {
  const matchers = ledger.fields.flatMap(matchersOf);
  return { ledger, matchers, vocabulary: vocabularyOf(ledger.fields, matchers) };
};
