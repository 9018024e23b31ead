import { describe, expect, test } from 'vitest';
import { layPlace, type PlaceValues, placeLikeness, readPlace } from './place.ts';
import { type PlaceRegister, placeField, placeShapes } from './place-fields.ts';
import { readField } from './read-field.ts';

const typed = (
  register: PlaceRegister,
  values: Record<string, string>,
  known: PlaceValues | null = null,
  emptied = true,
) => {
  const read = readPlace(
    register,
    (code) => {
      const field = placeField(register, code);
      return field && code in values ? readField(field, values[code] ?? '', '2026-11-24') : undefined;
    },
    { emptied, known },
  );
  return { ...read, laid: layPlace(register, read.draft, known) };
};

describe('reading', () => {
  test('as people write', () => {
    const { laid, remarks } = typed('premises', {
      'place.use': '门店',
      'place.name': '和安便利店',
      'place.address': '和安路12弄三号楼101室',
      'place.area': '１,085.50 平方米',
      'rent.group': '否',
    });
    expect(remarks).toEqual([]);
    expect(laid).toMatchObject({
      ...{ kind: 'shop', building: '12-3', room: '101' },
      attributes: { 'place.area': '1085.5', 'rent.group': '0' },
    });
  });

  test('a company must have a name, a flat a door or an address; both a kind', () => {
    const codes = (register: PlaceRegister, values: Record<string, string>) =>
      typed(register, values).remarks.map(({ code }) => code);
    expect(codes('organisation', {})).toEqual(['org.kind', 'org.name']);
    expect(codes('premises', { 'place.use': '出租房' })).toEqual(['place.name']);
    expect(codes('premises', { 'place.use': '出租房', 'place.building': '3' })).toEqual([]);
    expect(codes('premises', { 'place.use': '火箭', 'place.name': '甲' })).toEqual(['place.use']);
  });

  test('a form’s empty field takes the value out, a sheet’s empty cell says nothing', () => {
    const { laid: known } = typed('organisation', {
      ...{ 'org.name': '甲', 'org.kind': '企业', 'org.phone': '10000136789', 'org.staff': '9' },
    });
    const empty = { 'org.phone': '', 'org.staff': '' };
    expect(typed('organisation', empty, known).laid).toMatchObject({ phone: null, attributes: {} });
    expect(typed('organisation', empty, known, false).laid).toEqual(known);
  });

  test('what must be there cannot be emptied', () => {
    const { laid: known } = typed('organisation', { 'org.name': '甲', 'org.kind': '企业' });
    expect(typed('organisation', { 'org.name': '' }, known).remarks).toMatchObject([{ code: 'org.name' }]);
    expect(typed('organisation', { 'org.staff': '3' }, known).remarks).toEqual([]);
  });
});

test('a flat without a name is known by its kind and door', () => {
  const flat = (room: string) =>
    placeLikeness(typed('premises', { 'place.use': '出租', 'place.building': '3', 'place.room': room }).laid);
  expect(flat('502室')).toBe(flat('502'));
  expect(flat('502')).not.toBe(flat('503'));
});

test('no column goes by one name twice in one register', () => {
  for (const { fields } of Object.values(placeShapes)) {
    const names = fields.flatMap(({ zh, synonyms }) => [zh, ...synonyms]);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  }
});
