import { doorIn, doorText } from './door.ts';
import { same } from './draft.ts';
import { type PlaceRegister, placeShapes } from './place-fields.ts';
import type { Reading } from './read-field.ts';
import type { FieldRemark } from './read-person.ts';

/** Premises or an organisation in full, as a row says or the register knows. */
export interface PlaceValues {
  readonly register: PlaceRegister;
  readonly kind: string;
  readonly name: string;
  readonly code: string;
  readonly building: string;
  readonly room: string;
  readonly address: string;
  readonly contact: string;
  readonly phone: string | null;
  /** What else is said, by element code. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface KnownPlace extends PlaceValues {
  readonly id: string;
  readonly revision: number;
}

/** What is said of a place, by element code; null takes it out, absent says nothing. */
export type PlaceDraft = ReadonlyMap<string, string | readonly string[] | null>;

const nothing = (register: PlaceRegister): PlaceValues => ({
  register,
  ...{ kind: '', name: '', code: '', building: '', room: '', address: '', contact: '' },
  phone: null,
  attributes: {},
});

/** Lays what is said over what is known. */
export const layPlace = (
  register: PlaceRegister,
  draft: PlaceDraft,
  known: PlaceValues | null,
): PlaceValues => {
  const shape = placeShapes[register];
  const before = known ?? nothing(register);
  const text = (code: string | null, was: string): string =>
    code !== null && draft.has(code) ? String(draft.get(code) ?? '') : was;
  const address = text(shape.address, before.address);
  const door = !draft.has('place.building') && before.building === '' ? doorIn(address) : null;
  const own = [shape.name, shape.kind, shape.code, shape.address, shape.contact, shape.phone];
  const rest = [...draft].filter(([code]) => !own.includes(code) && !/^place\.(building|room)$/.test(code));
  return {
    register,
    kind: text(shape.kind, before.kind),
    name: text(shape.name, before.name),
    code: text(shape.code, before.code),
    building: door?.building ?? text('place.building', before.building),
    room: door?.room ?? text('place.room', before.room),
    address,
    contact: text(shape.contact, before.contact),
    phone: text(shape.phone, before.phone ?? '') || null,
    attributes: Object.fromEntries(
      Object.entries({ ...before.attributes, ...Object.fromEntries(rest) }).filter(
        ([, value]) => value !== null && value !== '',
      ),
    ),
  };
};

export const samePlace = (one: PlaceValues, other: PlaceValues): boolean => {
  const plain = ({ register, kind, name, code, building, room, address, ...rest }: PlaceValues) => ({
    ...{ register, kind, name, code, building, room, address },
    ...{ contact: rest.contact, phone: rest.phone, attributes: rest.attributes },
  });
  return same(plain(one), plain(other));
};

/** What a place is known by where there is no credit code: its name, and where it is. */
export const placeLikeness = ({ name, kind, building, room, address }: PlaceValues): string =>
  JSON.stringify([name || kind, building || room ? doorText(building, room) : address]);

/**
 * Reads what is said of one place, a row of a sheet or a form filled by hand.
 *
 * @param readingOf what a field says, by its code; undefined where it is not asked
 * @param emptied a form's empty field takes the value out, a sheet's empty cell says nothing
 * @param known what the register says already: then nothing is missing that it knows
 */
export const readPlace = (
  register: PlaceRegister,
  readingOf: (code: string) => Reading | undefined,
  { emptied, known }: { emptied: boolean; known: PlaceValues | null },
): { draft: PlaceDraft; remarks: FieldRemark[] } => {
  const shape = placeShapes[register];
  const draft = new Map<string, string | readonly string[] | null>();
  const remarks: FieldRemark[] = [];
  for (const { code } of shape.fields) {
    const reading = readingOf(code);
    if (!reading) continue;
    if ('problem' in reading) remarks.push({ code, level: 'error', message: reading.problem });
    else if ('notice' in reading) remarks.push({ code, level: 'notice', message: reading.notice });
    else if (reading.value !== null || emptied) draft.set(code, reading.value);
  }
  const wrong = new Set(remarks.map(({ code }) => code));
  const laid = layPlace(register, draft, known);
  const miss = (code: string, message: string) =>
    wrong.has(code) || remarks.push({ code, level: 'error', message });
  if (laid.kind === '') miss(shape.kind, `没有${shape.fields.find(({ code }) => code === shape.kind)?.zh}`);
  if (shape.named && laid.name === '') miss(shape.name, '没有名称');
  if (!shape.named && laid.name === '' && !laid.building && !laid.address)
    miss(shape.name, '名称和地址至少要有一样');
  return { draft, remarks };
};
