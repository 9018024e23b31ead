import { maskName, maskPhone } from '#platform/privacy/masking.ts';
import type { PlaceBrief, ResidentFact } from '../contract.ts';
import { sayValue } from '../domain/fields.ts';
import { tailOf } from '../domain/phone.ts';
import type { PlaceValues } from '../domain/place.ts';
import { type PlaceRegister, placeShapes } from '../domain/place-fields.ts';
import type { PlaceRow } from './place-repository.ts';
import { masked } from './views.ts';

type Briefly = Pick<
  PlaceRow,
  'register' | 'kind' | 'name' | 'building' | 'room' | 'address' | 'contact' | 'phone_tail'
>;

const briefWithoutId = (row: Briefly): Omit<PlaceBrief, 'id'> => ({
  register: row.register as PlaceRegister,
  kind: row.kind,
  name: row.name,
  building: row.building,
  room: row.room,
  address: row.address,
  contact: row.contact ? maskName(row.contact) : null,
  phone: maskPhone(row.phone_tail),
});

export const placeBriefOf = (row: PlaceRow): PlaceBrief => ({ id: row.id, ...briefWithoutId(row) });

export const placeBriefOfValues = ({ phone, ...values }: PlaceValues): Omit<PlaceBrief, 'id'> =>
  briefWithoutId({ ...values, phone_tail: phone ? tailOf(phone) : null });

/** What is known, in words; people and phones masked until opened. */
export const placeFacts = (place: PlaceValues, opened: boolean): ResidentFact[] => {
  const shape = placeShapes[place.register];
  const own: Readonly<Record<string, unknown>> = {
    [shape.name]: place.name,
    [shape.kind]: place.kind,
    ...(shape.code ? { [shape.code]: place.code } : {}),
    'place.building': place.building,
    'place.room': place.room,
    [shape.address]: place.address,
    [shape.contact]: place.contact,
    [shape.phone]: place.phone,
  };
  return shape.fields.flatMap((field) => {
    const value = field.code in own ? own[field.code] : place.attributes[field.code];
    if (value === undefined || value === null || value === '') return [];
    const say = opened ? sayValue : masked;
    return [{ element: field.code, zh: field.zh, en: field.en, value: say(field, value) }];
  });
};
