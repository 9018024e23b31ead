import { type PersonValues, same } from './draft.ts';

const plainKeys = ['name', 'birth', 'idNo', 'phone', 'building', 'room', 'address'] as const;

const union = (one: unknown, other: unknown): unknown =>
  Array.isArray(one) && Array.isArray(other) ? [...new Set([...one, ...other])] : (one ?? other);

const joined = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  ...one,
  ...Object.fromEntries(Object.entries(other).map(([code, value]) => [code, union(one[code], value)])),
});

/** Two people with two ID numbers are two people: one of the numbers must be put right first. */
export const areTwo = (one: Pick<PersonValues, 'idNo'>, other: Pick<PersonValues, 'idNo'>): boolean =>
  one.idNo !== null && other.idNo !== null && one.idNo !== other.idNo;

/**
 * One person out of two entries (合并): what the kept one says stands, what it does not say comes from the
 * other; diseases and marks of both. A door is one thing: a room is not put to another building.
 */
export const mergePeople = (kept: PersonValues, other: PersonValues): PersonValues => {
  const noDoor = kept.building === '' && kept.room === '';
  return {
    name: kept.name,
    sex: kept.sex === '0' || kept.sex === '9' ? other.sex : kept.sex,
    birth: kept.birth ?? other.birth,
    idNo: kept.idNo ?? other.idNo,
    phone: kept.phone ?? other.phone,
    building: noDoor ? other.building : kept.building,
    room: noDoor ? other.room : kept.room,
    address: kept.address || other.address,
    attributes: joined(kept.attributes, other.attributes),
    sealed: joined(kept.sealed, other.sealed) as Record<string, string>,
    tags: [...new Set([...kept.tags, ...other.tags])],
  };
};

const backIn = (
  before: Readonly<Record<string, unknown>>,
  merged: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys({ ...before, ...now })
      .map((code) => [code, same(now[code], merged[code]) ? before[code] : now[code]] as const)
      .filter(([, value]) => value !== undefined),
  );

/**
 * The kept person after a merge is taken back: what the merge brought goes, what was changed since by hand or
 * import stays.
 *
 * @param before as the person was before the merge
 * @param merged as the merge left the person
 * @param now as the person is
 */
export const unmergePerson = (
  before: PersonValues,
  merged: PersonValues,
  now: PersonValues,
): PersonValues => ({
  ...(backIn(
    Object.fromEntries(plainKeys.map((key) => [key, before[key]])),
    Object.fromEntries(plainKeys.map((key) => [key, merged[key]])),
    Object.fromEntries(plainKeys.map((key) => [key, now[key]])),
  ) as Pick<PersonValues, (typeof plainKeys)[number]>),
  sex: now.sex === merged.sex ? before.sex : now.sex,
  attributes: backIn(before.attributes, merged.attributes, now.attributes),
  sealed: backIn(before.sealed, merged.sealed, now.sealed) as Record<string, string>,
  tags: now.tags.filter((tag) => before.tags.includes(tag) || !merged.tags.includes(tag)),
});
