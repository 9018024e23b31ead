import { hidden, maskName, maskPhone, maskTail } from '#platform/privacy/masking.ts';
import type { OpenedResident, Resident, ResidentBrief, ResidentChange, ResidentFact } from '../contract.ts';
import { ageOn } from '../domain/age.ts';
import type { Departure } from '../domain/departure.ts';
import { type Person, type PersonValues, same } from '../domain/draft.ts';
import { type RegisterField, registerFields, sayValue } from '../domain/fields.ts';
import { tailOf } from '../domain/phone.ts';
import { type TagName, tagsOf } from '../domain/tags.ts';
import { leftOf, type ResidentRow } from './sealing.ts';

type Briefly = Pick<ResidentRow, 'name' | 'birth' | 'building' | 'room' | 'phone_tail' | 'attributes'> & {
  sex: string;
  tags: readonly string[];
  left: Departure | null;
};

const sexOf = (sex: string): ResidentBrief['sex'] => (sex === '1' || sex === '2' || sex === '9' ? sex : '0');

export const factsForTags = ({
  birth,
  attributes,
  tags,
}: Pick<Briefly, 'birth' | 'attributes' | 'tags'>) => ({
  birth,
  attributes: attributes as Record<string, unknown>,
  tags,
});

/** Somebody who died grows no older. */
const lastDay = (left: Departure | null, today: string): string => (left?.for === 'died' ? left.on : today);

const briefWithoutId = (
  { left, ...row }: Briefly,
  today: string,
  byActs: readonly TagName[] = [],
): Omit<ResidentBrief, 'id'> => ({
  name: maskName(row.name),
  sex: sexOf(row.sex),
  age: ageOn(row.birth, lastDay(left, today)),
  building: row.building,
  room: row.room,
  phone: maskPhone(row.phone_tail),
  tags: left ? [] : tagsOf({ ...factsForTags(row), byActs }, today),
  left: left && { on: left.on, for: left.for },
});

/** @param byActs the marks that the records set */
export const briefOf = (row: ResidentRow, today: string, byActs: readonly TagName[] = []): ResidentBrief => ({
  id: row.id,
  ...briefWithoutId({ ...row, left: leftOf(row) }, today, byActs),
});

/** A person of an import that is not written yet. */
export const briefOfValues = (values: PersonValues, today: string): Omit<ResidentBrief, 'id'> =>
  briefWithoutId(
    {
      ...values,
      phone_tail: values.phone ? tailOf(values.phone) : null,
      attributes: values.attributes as never,
      left: null,
    },
    today,
  );

const knownOf = (person: PersonValues, code: string): unknown => {
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

/** A value as a page shows it before opening. */
export const masked = (field: RegisterField, value: unknown): string => {
  if (field.kind === 'phone') return maskTail(String(value));
  if (field.kind === 'birth') return `${String(value).slice(0, 4)}-**-**`;
  if (field.sensitive || field.kind === 'id_no') return hidden;
  // Another person's name is theirs to keep too.
  if (field.kind === 'name' || field.code.endsWith('_name') || field.code === 'person.volunteer_pair')
    return maskName(String(value));
  return sayValue(field, value);
};

type Say = typeof masked;

const factsOf = (person: Person, say: Say): ResidentFact[] =>
  registerFields.flatMap((field) => {
    const value = knownOf(person, field.code);
    return isEmpty(value)
      ? []
      : [{ element: field.code, zh: field.zh, en: field.en, value: say(field, value) }];
  });

/** The columns in which two entries say different things. */
export const differing = (one: PersonValues, other: PersonValues): RegisterField[] =>
  registerFields.filter(({ code }) => {
    const [left, right] = [knownOf(one, code), knownOf(other, code)];
    return isEmpty(left) ? !isEmpty(right) : !same(left, right);
  });

/** A person with what stood before each change, newest first. */
export interface History {
  readonly person: Person;
  readonly former: readonly (Omit<ResidentChange, 'before'> & { readonly person: Person })[];
}

const changesOf = ({ person, former }: History, say: Say): ResidentChange[] =>
  former.map(({ person: before, ...change }, at) => ({
    ...change,
    before: differing(before, former[at - 1]?.person ?? person).map((field) => {
      const value = knownOf(before, field.code);
      return {
        element: field.code,
        zh: field.zh,
        en: field.en,
        value: isEmpty(value) ? '' : say(field, value),
      };
    }),
  }));

export const residentOf = (
  row: ResidentRow,
  history: History,
  more: Pick<Resident, 'household' | 'mergedFrom'>,
  today: string,
  byActs: readonly TagName[],
): Resident => ({
  ...briefOf(row, today, byActs),
  ...more,
  committee: row.committee_id,
  facts: factsOf(history.person, masked),
  changes: changesOf(history, masked),
  revision: row.revision,
});

export const openedOf = (history: History, today: string, byActs: readonly TagName[]): OpenedResident => ({
  id: history.person.id,
  name: history.person.name,
  facts: factsOf(history.person, sayValue),
  tags: history.person.left
    ? []
    : tagsOf(
        {
          ...factsForTags({ ...history.person, attributes: history.person.attributes as never }),
          byActs,
        },
        today,
        true,
      ),
  leftNote: history.person.left?.note ?? '',
  changes: changesOf(history, sayValue),
});
