import { dayAndMinute, isoDay } from '../read/day.ts';
import type { AddressValue, Field, Value } from '../types.ts';
import { type FixtureResident, ledgers, register } from './fixtures.ts';
import type { Gold } from './gold.ts';
import type { Random } from './random.ts';
import { seeded } from './random.ts';
import { sayDecimal, sayDigits, sayFormal, sayShort, sayWithLiang } from './say-number.ts';
import { sayFuture, sayMoment, sayPast } from './say-when.ts';

type Values = Readonly<Record<string, Value>>;

/**
 * One wording: the ledger, the words with slots, and the values the words themselves hold.
 *
 * `{systolic}` is filled with a plausible value of the field and becomes gold; `{resident}` with a person whose
 * name sounds like nobody else's. Variants of a person: `~amb` shares the name's sound, `~new` is in no register,
 * `~nick` is called by nickname, `~door` by door and surname, `~clue` shares the sound but has a house named.
 * `{measured_on@-1:昨儿}` says 昨儿 and means yesterday; `{appointment@1T14:00:…}` likewise. `{#2.resident}`
 * belongs to the second record. `{=…}` says a person again that was named before: `{=resident}`.
 */
export type Skeleton = readonly [ledger: string, words: string, values?: Values | readonly Values[]];

export interface Family {
  readonly name: string;
  readonly tags: readonly string[];
  readonly skeletons: readonly Skeleton[];
}

const refs = [
  '2026-03-18T10:30:00+08:00',
  '2026-06-05T16:05:00+08:00',
  '2026-01-12T09:10:00+08:00',
  '2026-09-20T11:45:00+08:00',
  '2026-11-09T14:20:00+08:00',
  '2027-02-23T08:50:00+08:00',
] as const;

const bySound = Map.groupBy(register.residents, (one) => one.pinyin);
const alone = register.residents.filter((one) => bySound.get(one.pinyin)?.length === 1);
const shared = [...bySound.values()].filter((ones) => ones.length > 1);
const nicknamed = register.residents.filter((one) => (one.nicknames ?? []).length > 0);
const surnamesAtDoor = (one: FixtureResident): number =>
  register.residents.filter(
    (other) => other.building === one.building && other.room === one.room && other.name[0] === one.name[0],
  ).length;

/** Names in nobody's entry and like nobody's: rare surnames and given names. */
const strangers =
  '欧阳明霞,司马远,蔺如海,殳建芬,佟丽娅,廖春生,闵行舟,聂双喜,柯佩瑶,宁小川,樊玉洁,蓝天勇,乔阿六,翁美凤,冼志豪'.split(
    ',',
  );

interface Filling {
  readonly words: string;
  readonly value: Value;
}

const honorific = (one: FixtureResident, random: Random): string =>
  one.sex === 'F' ? random.pick(['阿姨', '阿婆', '女士']) : random.pick(['伯伯', '师傅', '先生']);

const person = (variant: string, random: Random): Filling => {
  if (variant === 'new') {
    const name = random.pick(strangers);
    return { words: name, value: { unknown: name } };
  }
  if (variant === 'amb') {
    const ones = random.pick(shared);
    return { words: random.pick(ones).name, value: { ambiguous: ones.map((one) => one.id) } };
  }
  if (variant === 'nick') {
    const one = random.pick(nicknamed);
    return { words: one.nicknames?.[0] ?? one.name, value: { id: one.id } };
  }
  if (variant === 'clue') {
    const ones = random.pick(shared.filter((some) => new Set(some.map((one) => one.compound)).size > 1));
    const one = random.pick(ones);
    const twins = ones.filter((other) => other.compound === one.compound);
    if (twins.length > 1) return person(variant, random);
    return {
      words: `${(one.compound ?? '').slice(0, 2)}${random.pick(['的', '那个', ''])}${random.pick(ones).name}`,
      value: { id: one.id },
    };
  }
  const door = variant === 'door';
  const one = random.pick(door ? alone.filter((some) => surnamesAtDoor(some) === 1) : alone);
  const words = door
    ? `${(one.compound ?? '').slice(0, 2)}${one.building}号${one.room}的${one.name[0]}${honorific(one, random)}`
    : one.name;
  return { words, value: { id: one.id } };
};

const usual: Readonly<Record<string, readonly [number, number, number?]>> = {
  systolic: [106, 186],
  diastolic: [58, 104],
  heart_rate: [56, 98],
  glucose: [4.2, 14.8, 0.1],
  quantity: [2, 9],
  participants: [3, 9],
  household_size: [2, 6],
  monthly_income: [900, 6800, 100],
  amount: [500, 9000, 100],
  headcount: [4, 45],
  hours: [1, 4],
  dose: [1, 3],
  tenant_count: [2, 9],
  rent: [1800, 8800, 100],
  dog_count: [2, 4],
  complaints: [2, 6],
  expected: [12, 60],
  attended: [10, 55],
  absent: [2, 8],
  duration: [30, 90, 10],
};

const number = (key: string, random: Random, style: string): Filling => {
  const [min, max, step = 1] = usual[key] ?? [2, 9];
  const value = Math.round((min + Math.floor(random.next() * ((max - min) / step + 1)) * step) * 10) / 10;
  if (style === 'figures') return { words: String(value), value };
  if (value % 1 !== 0) return { words: sayDecimal(value), value };
  if (style === 'digits' && value >= 100 && value < 1000)
    return { words: sayDigits(String(value), 'spoken').replace(/^两/, '二'), value };
  return {
    words:
      style === 'short'
        ? sayShort(value)
        : style === 'formal' && value !== 2
          ? sayFormal(value)
          : sayWithLiang(value),
    value,
  };
};

const place = (random: Random): Filling => {
  const compound = random.pick(register.compounds);
  const building = random.whole(1, compound.buildings ?? 6);
  const floor = random.whole(1, 6);
  const room = `${floor}0${random.whole(1, 4)}`;
  const called = random.next() < 0.6 ? random.pick([compound.name, compound.name.slice(0, 2)]) : '';
  const name = called ? { compound: compound.name } : {};
  const house = `${random.pick([String(building), sayFormal(building)])}${random.pick(['号', '号楼', '栋'])}`;
  const forms: readonly (readonly [string, AddressValue])[] = [
    [`${called}${house}${room}`, { ...name, building, room }],
    [`${called}${house}${sayDigits(room, 'spoken')}`, { ...name, building, room }],
    [`${called}${building}号楼${sayFormal(floor)}楼`, { ...name, building, floor }],
    [`${called}${house.replace(/号$/, '号楼')}`, { ...name, building }],
  ];
  const [words, value] = random.pick(forms);
  return { words, value };
};

const ahead = new Set([
  'followup_date',
  'next_visit',
  'deadline',
  'lease_end',
  'license_expiry',
  'next_date',
  'appointment',
]);

const fill = (field: Field, variant: string, random: Random, style: string, ref: string): Filling => {
  if (field.type === 'resident') return person(variant, random);
  if (field.type === 'number') return number(field.key, random, style);
  if (field.type === 'address') return place(random);
  const { day } = dayAndMinute(ref);
  const said = ahead.has(field.key) ? sayFuture(random, day) : sayPast(random, day);
  return field.type === 'datetime' ? sayMoment(random, said) : { words: said.words, value: isoDay(said.day) };
};

const slot = /\{(=)?(?:#(\d)\.)?([a-z_]+)(?:~([a-z]+))?(?:@(-?\d+)(?:T(\d\d:\d\d|AM|PM|EVE))?:([^}]+))?\}/g;

const exact = (ref: string, shift: string, time: string | undefined, words: string): Filling => {
  const date = isoDay(dayAndMinute(ref).day + Number(shift));
  return { words, value: time ? `${date}T${time}` : date };
};

/** Fills the slots of one wording; the same random numbers give the same utterance. */
const speak = ([ledger, words, values = {}]: Skeleton, random: Random): Omit<Gold, 'id' | 'tags'> => {
  const fields = ledgers.find((one) => one.id === ledger)?.fields ?? [];
  const ref = random.pick(refs);
  const style = random.pick(['liang', 'formal', 'short', 'figures', 'digits']);
  const records: Record<string, Value>[] = (Array.isArray(values) ? values : [values]).map((one) => ({
    ...one,
  }));
  const said = new Map<string, string>();
  const taken = new Set<string>();
  const utterance = words.replace(slot, (_, again, record, key, variant = '', shift, time, spoken) => {
    const name = `${record ?? 1}.${key}`;
    if (again) return said.get(name) ?? '';
    const field = fields.find((one) => one.key === key);
    if (!field) throw new Error(`${ledger} has no field ${key}`);
    let filling = spoken ? exact(ref, shift, time, spoken) : fill(field, variant, random, style, ref);
    while (taken.has(`${field.type} ${filling.words}`)) filling = fill(field, variant, random, style, ref);
    if (field.type === 'resident') taken.add(`${field.type} ${filling.words}`);
    said.set(name, filling.words);
    records[Number(record ?? 1) - 1] = { ...records[Number(record ?? 1) - 1], [key]: filling.value };
    return filling.words;
  });
  return { ledger, ref, utterance, gold: { records: records.filter((one) => Object.keys(one).length > 0) } };
};

/** FNV-1a: a seed from words, so that no two wordings share their people and numbers. */
const seedOf = (words: string): number =>
  [...words].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;

/** The utterances of a family: every wording `times` times, each with other people, numbers and days. */
export const utter = (family: Family, times: number, seed: number): Gold[] =>
  Array.from({ length: times }, (_, turn) =>
    family.skeletons.map((skeleton, at) => ({
      id: `${family.name}-${at}-${turn}`,
      tags: [family.name, ...family.tags],
      ...speak(skeleton, seeded(seedOf(`${family.name} ${at} ${turn} ${seed}`))),
    })),
  ).flat();
