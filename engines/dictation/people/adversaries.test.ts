import { expect, test } from 'vitest';
import { inventRegister } from '../corpus/big-register.ts';
import { ledgers } from '../corpus/fixtures.ts';
import { seeded } from '../corpus/random.ts';
import { createDictation, type Resident, type ResidentValue } from '../index.ts';
import { createRegister, soundKeys } from './register.ts';

const ref = '2026-03-18T10:30:00+08:00';

/** Sentences whose words lie close to a name: 记一下周…, 路遇 like 卢宇, 的 like 娣, 家 like 杰. */
const carriers: readonly (readonly [ledger: string, say: (name: string) => string])[] = [
  ['bp', (name) => `记一下${name} 高压一百三十五 低压八十五`],
  ['bp', (name) => `${name}血压一百四九十`],
  ['visit', (name) => `走访${name} 人在家 精神蛮好`],
  ['aid', (name) => `${name}想申请低保，家里4口人`],
  ['dog', (name) => `${name}的泰迪没证`],
  ['elder', (name) => `电话联系了${name}，身体还可以`],
];

/** Names nobody bears, of syllables that are words, days, numbers or the register's own. */
const families = '周叶方姚肖卢顾马何石江时常安白高万明施乔陆下'.split('');
const givens =
  '雯 娥 天博 一博 宇辰 福强 天一 一鸣 明日 大年 小五 阿六 飞飞 多福 红 间 平安 建国 家豪 在天'.split(' ');

const whoIn = (
  ledger: string,
  values: Readonly<Record<string, unknown>> | undefined,
): ResidentValue | undefined => {
  const key = ledgers.find(({ id }) => id === ledger)?.fields.find(({ type }) => type === 'resident')?.key;
  return values?.[key ?? ''] as ResidentValue | undefined;
};

const byId = (residents: readonly Resident[]) => new Map(residents.map((one) => [one.id, one]));

test.each([400, 4_500, 150_000])(
  'of %i people none is asserted for a name nobody bears',
  (size) => {
    const given = inventRegister(size);
    const { byName } = createRegister(given.residents);
    const dictation = createDictation({ ledgers, ...given });
    const people = byId(given.residents);
    const misfiled = families.flatMap((family) =>
      givens.flatMap((rest, i) => {
        const name = family + rest;
        if (soundKeys(name, 0, name.length, true).some((key) => byName.has(key))) return [];
        const [ledger, say] = carriers[i % carriers.length] ?? ['bp', (one: string) => one];
        const utterance = say(name);
        const value = whoIn(ledger, dictation.read({ utterance, ref, ledger }).records[0]?.values);
        return value && 'id' in value ? [`${utterance} → ${people.get(value.id)?.name}`] : [];
      }),
    );
    expect(misfiled).toEqual([]);
  },
  30_000,
);

test.each([400, 4_500, 150_000])(
  'of %i people those who sound alike are asked about, all of them',
  (size) => {
    const given = inventRegister(size);
    const dictation = createDictation({ ledgers, ...given });
    const called = new Map<string, string[]>();
    for (const { id, name } of given.residents) called.set(name, [...(called.get(name) ?? []), id]);
    const random = seeded(3);
    const several = [...called].filter(([, ids]) => ids.length > 1 && ids.length < 40);
    const missed: string[] = [];
    for (let i = 0; i < Math.min(60, several.length); i += 1) {
      const [name, ids] = random.pick(several);
      const [ledger, say] = random.pick(carriers);
      const utterance = say(name);
      const value = whoIn(ledger, dictation.read({ utterance, ref, ledger }).records[0]?.values);
      const asked = value && 'ambiguous' in value ? value.ambiguous : [];
      if (!ids.every((id) => asked.includes(id))) missed.push(`${utterance} → ${JSON.stringify(value)}`);
    }
    expect(missed).toEqual([]);
  },
  30_000,
);
