import { hidden, maskName, maskPhone } from '#platform/privacy/masking.ts';
import type { OpenedResident, Resident, ResidentBrief, ResidentFact } from '../contract.ts';
import { ageOn } from '../domain/age.ts';
import type { Person, PersonValues } from '../domain/draft.ts';
import { type RegisterField, registerFields, sayValue } from '../domain/fields.ts';
import { tailOf } from '../domain/phone.ts';
import { tagsOf } from '../domain/tags.ts';
import type { ResidentRow } from './sealing.ts';

type Briefly = Pick<ResidentRow, 'name' | 'birth' | 'building' | 'room' | 'phone_tail' | 'attributes'> & {
  sex: string;
};

const sexOf = (sex: string): ResidentBrief['sex'] => (sex === '1' || sex === '2' || sex === '9' ? sex : '0');

const briefWithoutId = (row: Briefly, today: string): Omit<ResidentBrief, 'id'> => ({
  name: maskName(row.name),
  sex: sexOf(row.sex),
  age: ageOn(row.birth, today),
  building: row.building,
  room: row.room,
  phone: maskPhone(row.phone_tail),
  tags: tagsOf({ birth: row.birth, attributes: row.attributes as Record<string, unknown> }, today),
});

export const briefOf = (row: ResidentRow, today: string): ResidentBrief => ({
  id: row.id,
  ...briefWithoutId(row, today),
});

/** A person of an import that is not written yet. */
export const briefOfValues = (values: PersonValues, today: string): Omit<ResidentBrief, 'id'> =>
  briefWithoutId(
    {
      ...values,
      phone_tail: values.phone ? tailOf(values.phone) : null,
      attributes: values.attributes as never,
    },
    today,
  );

const knownOf = (person: Person, code: string): unknown => {
  const direct: Record<string, unknown> = {
    'person.name': person.name,
    'person.sex': person.sex,
    'person.id_no': person.idNo,
    'person.birth': person.birth,
    'person.phone': person.phone,
    'place.building': person.building,
    'place.room': person.room,
    'place.address': person.address,
  };
  return code in direct ? direct[code] : (person.sealed[code] ?? person.attributes[code]);
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const masked = (field: RegisterField, value: unknown): string => {
  if (field.kind === 'phone') return maskPhone(tailOf(String(value))) ?? hidden;
  if (field.kind === 'birth') return `${String(value).slice(0, 4)}-**-**`;
  if (field.sensitive || field.kind === 'id_no') return hidden;
  // Another person's name is theirs to keep too.
  if (field.kind === 'name' || field.code.endsWith('_name') || field.code === 'person.volunteer_pair')
    return maskName(String(value));
  return sayValue(field, value);
};

const factsOf = (person: Person, say: (field: RegisterField, value: unknown) => string): ResidentFact[] =>
  registerFields.flatMap((field) => {
    const value = knownOf(person, field.code);
    return isEmpty(value)
      ? []
      : [{ element: field.code, zh: field.zh, en: field.en, value: say(field, value) }];
  });

export const residentOf = (row: ResidentRow, person: Person, today: string): Resident => ({
  ...briefOf(row, today),
  committee: row.committee_id,
  facts: factsOf(person, masked),
  revision: row.revision,
});

export const openedOf = (person: Person): OpenedResident => ({
  id: person.id,
  name: person.name,
  facts: factsOf(person, sayValue),
});
