import type { Insertable, Selectable } from 'kysely';
import type { Resident as ResidentTable } from '#platform/database/schema.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import type { Departure } from '../domain/departure.ts';
import type { Person, PersonValues } from '../domain/draft.ts';
import { tailOf } from '../domain/phone.ts';
import { tokensOf } from '../domain/tokens.ts';

export type ResidentRow = Selectable<ResidentTable>;

/** Where each sealed value belongs: bound into it, so that it opens nowhere else. */
export const places = { idNo: 'resident.id_no', phone: 'resident.phone', other: 'resident.sealed' } as const;

/** Whether and when somebody has left. */
export const leftOf = ({
  left_on,
  left_for,
  left_note,
}: Pick<ResidentRow, 'left_on' | 'left_for' | 'left_note'>): Departure | null =>
  left_on && (left_for === 'moved' || left_for === 'died')
    ? { on: left_on, for: left_for, note: left_note }
    : null;

/** A row as the register knows the person, everything opened. For use on the server only. */
export const openRow = (row: ResidentRow, secrets: Secrets): Person => ({
  id: row.id,
  committee: row.committee_id,
  name: row.name,
  sex: row.sex,
  birth: row.birth,
  idNo: row.id_no_sealed && secrets.open(places.idNo, row.id_no_sealed),
  phone: row.phone_sealed && secrets.open(places.phone, row.phone_sealed),
  building: row.building,
  room: row.room,
  address: row.address,
  attributes: row.attributes as Record<string, unknown>,
  sealed: Object.fromEntries(
    Object.entries(row.sealed as Record<string, string>).map(([code, value]) => [
      code,
      secrets.open(`${places.other}.${code}`, Buffer.from(value, 'base64')),
    ]),
  ),
  tags: row.tags,
  left: leftOf(row),
  revision: row.revision,
});

const sealOthers = (sealed: PersonValues['sealed'], secrets: Secrets): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sealed).map(([code, value]) => [
      code,
      secrets.seal(`${places.other}.${code}`, value).toString('base64'),
    ]),
  );

/** What a person's row holds: numbers sealed, found by fingerprint, the rest by tokens. */
export const sealPerson = (
  values: PersonValues,
  secrets: Secrets,
): Omit<Insertable<ResidentTable>, 'subdistrict_id' | 'id' | 'committee_id'> => {
  const phoneTail = values.phone ? tailOf(values.phone) : null;
  const { name, sex, birth, building, room, address } = values;
  return {
    name,
    sex,
    birth,
    id_no_sealed: values.idNo ? secrets.seal(places.idNo, values.idNo) : null,
    id_no_fingerprint: values.idNo ? secrets.fingerprint(places.idNo, values.idNo) : null,
    phone_sealed: values.phone ? secrets.seal(places.phone, values.phone) : null,
    phone_fingerprint: values.phone ? secrets.fingerprint(places.phone, values.phone) : null,
    phone_tail: phoneTail,
    building,
    room,
    address,
    attributes: JSON.stringify(values.attributes),
    sealed: JSON.stringify(sealOthers(values.sealed, secrets)),
    tags: [...values.tags],
    tokens: tokensOf({ name, building, room, phoneTail }),
  };
};
