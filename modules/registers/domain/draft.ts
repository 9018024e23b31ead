import type { Departure } from './departure.ts';

/** A resident as a row of a spreadsheet (or the demonstration) says; what it does not say is absent. */
export interface ResidentDraft {
  readonly name: string;
  readonly sex?: string;
  readonly birth?: string;
  readonly idNo?: string;
  readonly phone?: string;
  readonly building?: string;
  readonly room?: string;
  readonly address?: string;
  /** What else is said, by element code. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
  /** Phone numbers of others, by element code; kept sealed. */
  readonly sealed: Readonly<Record<string, string>>;
  /** Marks set by hand. */
  readonly tags?: readonly string[];
}

/** A resident in full, as the register knows one. Never leaves the server but through `openResident` and paper. */
export interface Person {
  readonly id: string;
  readonly committee: string;
  readonly name: string;
  readonly sex: string;
  readonly birth: string | null;
  readonly idNo: string | null;
  readonly phone: string | null;
  readonly building: string;
  readonly room: string;
  readonly address: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly sealed: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Has moved away or died; null: is here. */
  readonly left: Departure | null;
  readonly revision: number;
}

/** What is written: the draft laid over what was known; a cell left empty changes nothing. */
export type PersonValues = Omit<Person, 'id' | 'committee' | 'left' | 'revision'>;

export const lay = (draft: ResidentDraft, known: PersonValues | null): PersonValues => ({
  name: draft.name,
  sex: draft.sex ?? known?.sex ?? '0',
  birth: draft.birth ?? known?.birth ?? null,
  idNo: draft.idNo ?? known?.idNo ?? null,
  phone: draft.phone ?? known?.phone ?? null,
  building: draft.building ?? known?.building ?? '',
  room: draft.room ?? known?.room ?? '',
  address: draft.address ?? known?.address ?? '',
  attributes: { ...known?.attributes, ...draft.attributes },
  sealed: { ...known?.sealed, ...draft.sealed },
  tags: draft.tags ?? known?.tags ?? [],
});

const without = <V>(values: Readonly<Record<string, V>>, codes: readonly string[]): Record<string, V> =>
  Object.fromEntries(Object.entries(values).filter(([code]) => !codes.includes(code)));

/** Takes out what was emptied by hand, by element code; a name stays. */
export const clear = (values: PersonValues, codes: readonly string[]): PersonValues => ({
  ...values,
  sex: codes.includes('person.sex') ? '0' : values.sex,
  birth: codes.includes('person.birth') ? null : values.birth,
  idNo: codes.includes('person.id_no') ? null : values.idNo,
  phone: codes.includes('person.phone') ? null : values.phone,
  building: codes.includes('place.building') ? '' : values.building,
  room: codes.includes('place.room') ? '' : values.room,
  address: codes.includes('place.address') ? '' : values.address,
  attributes: without(values.attributes, codes),
  sealed: without(values.sealed, codes),
});

export const valuesOf = ({
  id: _,
  committee: __,
  left: ___,
  revision: ____,
  ...values
}: Person): PersonValues => values;

/** Key order does not matter, so that a second import of the same file changes nothing. */
const stable = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, stable(v)]),
      )
    : value;

export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(stable(a)) === JSON.stringify(stable(b));

export const sameValues = (a: PersonValues, b: PersonValues): boolean => {
  const plain = ({ name, sex, birth, idNo, phone, building, room, address, ...rest }: PersonValues) => ({
    ...{ name, sex, birth, idNo, phone, building, room, address },
    ...{ attributes: rest.attributes, sealed: rest.sealed, tags: rest.tags },
  });
  return same(plain(a), plain(b));
};
