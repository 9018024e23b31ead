import { creditCheckOf, type PlaceValues } from '#modules/registers/server';
import type { Db, Tenant } from '#platform/database/database.ts';
import type { Modules } from '../compose.ts';
import { nameOf } from './names.ts';
import { type Random, seeded } from './random.ts';
import type { DemoResident } from './residents.ts';

/** What stands in an invented neighbourhood: kind, name ({n} a number), and where. */
const premises = [
  ['shop', '和安便利店', '1', '101'],
  ['shop', '阿婆馄饨', '1', '102'],
  ['shop', '新芳理发店', '2', '101'],
  ['rented', '', '3', '202'],
  ['rented', '', '5', '603'],
  ['public', '居民活动室', '4', '101'],
  ['vacant', '', '6', '404'],
] as const;
const organisations = [
  ['company', '清和家政服务有限公司', '1', '201'],
  ['school', '清和路小学', '', ''],
  ['medical', '社区卫生服务站', '4', '102'],
  ['owners_committee', '小区业主委员会', '4', '103'],
  ['property', '安居物业管理处', '4', '104'],
] as const;

/** A code that holds together, of an area no place has. */
const creditCode = (random: Random): string => {
  const first17 = `91990000MA${String(random.between(0, 9_999_999)).padStart(7, '0')}`;
  return first17 + creditCheckOf(first17);
};

/** The premises and organisations of one committee. */
const places = (random: Random): PlaceValues[] => {
  const contact = () => ({
    contact: nameOf(random, random.chance(0.5) ? '女' : '男', random.between(30, 65)),
    // 100… is given to no mobile phone.
    phone: `100${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
  });
  return [
    ...premises.map(([kind, name, building, room]) => ({
      ...{ register: 'premises' as const, kind, name, code: '', building, room, address: '' },
      ...(kind === 'vacant' ? { contact: '', phone: null } : contact()),
      attributes: { 'place.area': String(random.between(25, 120)) },
    })),
    ...organisations.map(([kind, name, building, room]) => ({
      ...{ register: 'organisation' as const, kind, name, building, room },
      code: kind === 'owners_committee' ? '' : creditCode(random),
      address: building ? '' : '清和路88号',
      ...contact(),
      attributes: { 'org.staff': String(random.between(3, 60)) },
    })),
  ];
};

/** A chance of its own, so that people and visits stay who and what they were. */
const seed = 20_261_125;

/**
 * What a committee's registers hold beside its people: who lives together, shops and flats, organisations, and
 * somebody entered twice, the second time without numbers and at another door, as it happens.
 */
export const plantNeighbourhood = async (
  { registers }: Pick<Modules, 'registers'>,
  tx: Db,
  who: Tenant,
  committee: string,
  twice: DemoResident | undefined,
): Promise<void> => {
  await registers.plantHouseholds(tx, who, committee);
  await registers.plantPlaces(tx, who, committee, places(seeded(seed + Number(twice?.phone.slice(-4) ?? 0))));
  if (!twice) return;
  const { name, birth, building } = twice;
  await registers.plant(tx, who, committee, [
    { name, birth, building, room: '701', attributes: {}, sealed: {} },
  ]);
};
