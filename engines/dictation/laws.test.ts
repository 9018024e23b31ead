import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { inventRegister } from './corpus/big-register.ts';
import { ledgers, register } from './corpus/fixtures.ts';
import type { Gold } from './corpus/gold.ts';
import { score } from './corpus/score.ts';
import { sets } from './corpus/sets.ts';
import { createDictation } from './index.ts';
import type { Value } from './types.ts';

const dictation = createDictation({ ledgers, ...register });
const ref = '2026-03-18T10:30:00+08:00';

const read = (utterance: string, ledger = 'bp'): readonly Readonly<Record<string, Value>>[] =>
  dictation.read({ utterance, ref, ledger }).records.map((one) => one.values);

const golds = (sets.dev?.() ?? []).concat(sets.families?.() ?? []);

const ask = ({ utterance, ref: at, ledger }: Gold): string =>
  JSON.stringify(dictation.read({ utterance, ref: at, ledger }).records.map((one) => one.values));

const before = new Map(golds.map((gold) => [gold.id, ask(gold)]));

/** What of a set is read otherwise when its words are changed in a way that changes no meaning. */
const changed = (change: (utterance: string) => string): string[] =>
  golds.flatMap((gold) => {
    const utterance = change(gold.utterance);
    return ask({ ...gold, utterance }) === before.get(gold.id) ? [] : [utterance];
  });

/** Wrong people are counted by the scorer's rule. */
const misfiled = (utterances: readonly Gold[]): string[] =>
  utterances
    .filter((gold) => {
      const records = dictation.read(gold).records.map((one) => one.values);
      return score([gold], [{ id: gold.id, records }], ledgers).misfiled > 0;
    })
    .map((gold) => gold.utterance);

test.each(['嗯', '那个，', '就是说，'])('%s before what is said changes nothing', (filler) =>
  expect(changed((words) => filler + words)).toEqual([]),
);

test.each(['啊', '，好吧', '。'])('%s after what is said changes nothing', (filler) =>
  expect(changed((words) => words + filler)).toEqual([]),
);

test('spaces for commas change nothing', () =>
  expect(changed((words) => words.replace(/[，。]/g, ' '))).toEqual([]));

test('half-width and full-width characters are the same', () =>
  expect(
    changed((words) => words.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
  ).toEqual([]));

test('of people whose names sound alike none is asserted without a clue', () => {
  const wrong = register.residents
    .filter((one) => register.residents.some((other) => other.id !== one.id && other.pinyin === one.pinyin))
    .flatMap(({ name }) => [`${name}一百三十五八十五`, `${name} 135 85`, `高压135低压85${name}`])
    .filter((utterance) => read(utterance).some((one) => 'id' in ((one.resident ?? {}) as object)));
  expect(wrong).toEqual([]);
});

test('everybody else is found by name alone', () => {
  const missed = register.residents
    .filter((one) => !register.residents.some((other) => other.id !== one.id && other.pinyin === one.pinyin))
    .filter(
      ({ id, name }) =>
        JSON.stringify(read(`${name}一百三十五八十五`)[0]?.resident) !== JSON.stringify({ id }),
    )
    .map(({ name }) => name);
  expect(missed).toEqual([]);
});

/** Invented names that no entry's name sounds like. */
const strangers = (() => {
  const known = new Set(register.residents.map((one) => one.pinyin));
  const sound = (name: string): string => pinyin(name, { toneType: 'none', surname: 'head' });
  const names = inventRegister(2000, 77)
    .residents.slice(register.residents.length)
    .map((one) => one.name);
  return [...new Set(names)].filter((name) => !known.has(sound(name))).slice(0, 400);
})();

test('nobody is taken for somebody else: a name in no entry is never asserted, and mostly noticed', () => {
  const told = strangers.flatMap((name) =>
    [`记一下${name} 高压135 低压85`, `${name}的血压一百三十五八十五`].map((utterance) => ({
      name,
      who: read(utterance)[0]?.resident,
    })),
  );
  expect(told.filter(({ who }) => typeof who === 'object' && 'id' in who)).toEqual([]);
  const noticed = told.filter(
    ({ name, who }) => typeof who === 'object' && 'unknown' in who && who.unknown === name,
  );
  expect(noticed.length / told.length).toBeGreaterThan(0.95);
});

test('in a large register, too, who is asserted is the only one whose name sounds so', () => {
  const large = inventRegister(4500);
  const asked = createDictation({ ledgers, ...large });
  const sound = (name: string): string => pinyin(name, { toneType: 'none', surname: 'head' });
  const sounds = Map.groupBy(large.residents, (one) => sound(one.name));
  const wrong = large.residents.slice(400, 1400).flatMap(({ id, name }) => {
    const utterance = `${name}一百三十五八十五`;
    const who = asked.read({ utterance, ref, ledger: 'bp' }).records[0]?.values.resident;
    const alone = sounds.get(sound(name))?.length === 1;
    return typeof who === 'object' && 'id' in who && !(alone && who.id === id) ? [utterance] : [];
  });
  expect(wrong).toEqual([]);
});

test('a registered name of two characters is not heard in a longer one, nor grammar as its last syllable', () => {
  const names = ['姚宇', '顾荣', '戴宝', '朱根娣', '孙阿娣', '毛一杰', '夏丽妍', '吴林', '李妍'];
  const residents = names.map((name, at) => ({ id: `N${at}`, name }));
  const asked = createDictation({ ledgers, compounds: register.compounds, residents });
  const who = (utterance: string) => asked.read({ utterance, ref, ledger: 'bp' }).records[0]?.values.resident;
  for (const name of ['姚宇凯', '顾荣林', '戴宝娣', '朱根', '毛怡'])
    expect([name, who(`${name}家里，高压135低压85`)]).toEqual([name, { unknown: name }]);
  expect(who('吴林的高压135低压85')).toEqual({ id: 'N7' });
  expect(who('记一下李妍高压135低压85')).toEqual({ id: 'N8' });
});

test('the order of whole clauses does not matter', () => {
  const clauses = ['高压一百三十五', '低压八十五', '心率七十二', '药天天吃'];
  const expected = read(`周玉萍，${clauses.join('，')}`);
  expect(Object.keys(expected[0] ?? {})).toHaveLength(5);
  fc.assert(
    fc.property(fc.shuffledSubarray(clauses, { minLength: 4 }), (order) => {
      expect(read(`周玉萍，${order.join('，')}`)[0]).toEqual(expected[0]);
      expect(read(`${order.join('，')}，周玉萍`)[0]).toEqual(expected[0]);
    }),
  );
});

test('an utterance that holds nothing gives nothing, in every ledger', () => {
  const remarks = [
    '喂喂听得到伐',
    '今天就到这里',
    '我先接个电话',
    '外面在下雨',
    '好的收到',
    '中午吃什么',
    '',
    '   ',
    '。。。',
    '哈哈哈',
    '谢谢大家',
    '等一下啊',
  ];
  for (const { id } of ledgers)
    for (const remark of remarks) expect([id, remark, read(remark, id)]).toEqual([id, remark, []]);
});

test('nobody is misfiled in any set', () => {
  for (const [name, utterances] of Object.entries(sets))
    expect([name, misfiled(utterances())]).toEqual([name, []]);
});

test('every value says where it came from, and how sure it is', () => {
  for (const { utterance, ref: at, ledger } of golds)
    for (const { values, evidence } of dictation.read({ utterance, ref: at, ledger }).records) {
      expect(Object.keys(evidence).sort()).toEqual(Object.keys(values).sort());
      for (const one of Object.values(evidence)) {
        expect(one.text).toBe(utterance.slice(one.start, one.end));
        expect(one.confidence).toBeGreaterThan(0);
        expect(one.confidence).toBeLessThanOrEqual(1);
      }
    }
});
