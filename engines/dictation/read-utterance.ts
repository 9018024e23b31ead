import { joinPlaces, merged, modeOf, needsCue } from './assemble/anchors.ts';
import { compose, type Draft } from './assemble/compose.ts';
import { correctedBetween } from './assemble/corrections.ts';
import type { Place } from './assemble/item.ts';
import { type Found, lookAt, type Setting } from './assemble/look.ts';
import { type OutOfRange, outOfRange } from './assemble/out-of-range.ts';
import { type FieldValue, pairItems, personItem, roleItems } from './assemble/persons.ts';
import { settle } from './assemble/settle.ts';
import { splitActs } from './assemble/split.ts';
import type { Field, Value } from './types.ts';

export type { Setting } from './assemble/look.ts';

/** What one utterance says in one ledger's fields, before questions are put. */
export interface RawRecord {
  readonly items: ReadonlyMap<string, FieldValue>;
}

export interface Read {
  readonly records: readonly RawRecord[];
  /** Figures said of a field that cannot hold them, in order. */
  readonly beyond: readonly OutOfRange[];
}

/** The place that stands, of several said of one record; a corrected one keeps the parts not said again. */
const lastPlace = (found: Found, places: readonly Place[]): Place | undefined => {
  const [first, ...rest] = joinPlaces(found.text, places, [], found.corrections);
  return rest.reduce<Place | undefined>((now, next) => {
    if (!now || !correctedBetween(found.corrections, now.end, next.start)) return now ?? next;
    return { ...next, value: merged(now.value, next.value) };
  }, first);
};

const placeItem = (found: Found, draft: Draft, field: Field | undefined): FieldValue[] => {
  const { start, end, address } = draft.anchor;
  const place = address ? { start, end, value: address } : lastPlace(found, draft.places);
  return field && place ? [{ ...place, field, confidence: 0.95, how: 'an address' }] : [];
};

/** Reads an utterance in one ledger's fields; figures and hours without a cue lean on the draft they may correct. */
export const readUtterance = (
  setting: Setting,
  utterance: string,
  ref: string,
  draft?: Readonly<Record<string, Value>>,
): Read => {
  const { ledger } = setting.ledger;
  const mode = modeOf(ledger);
  const found = lookAt(setting, utterance, ref);
  const drafts = compose(found, ledger, mode, draft);
  const people = ledger.fields.filter((f) => f.type === 'resident' && !needsCue(f));
  const address = ledger.fields.find((f) => f.type === 'address');
  const [first] = ledger.fields;
  const acts = drafts.flatMap((draft) =>
    mode === 'person'
      ? splitActs(draft.items, found.corrections).map((items) => ({ ...draft, items: [...items] }))
      : [draft],
  );
  const roles = roleItems(found, setting, mode, drafts.length === 1);
  const records = acts.flatMap((draft) => {
    const { anchor, places, near } = draft;
    const home = anchor.address
      ? [{ start: anchor.start, end: anchor.end, value: anchor.address }, ...places]
      : places;
    const [who] = people;
    const event =
      anchor.option === undefined
        ? []
        : found.values.filter((v) => v.field === first && v.start === anchor.start);
    const persons =
      mode === 'pair'
        ? pairItems(found, setting, people, anchor.parties ?? [])
        : who && anchor.person
          ? [personItem(found, setting, who, anchor.person, home, near)]
          : [];
    const items: FieldValue[] = [
      ...draft.items,
      ...event,
      ...persons,
      ...placeItem(found, draft, address),
      ...roles,
    ];
    const settled = settle(found.text, items, found.corrections);
    return settled.size > 0 ? [{ items: settled }] : [];
  });
  const taken = drafts.flatMap((one) => one.items.filter(({ field }) => field.type !== 'text'));
  return { records, beyond: outOfRange(found.text, found.hits, found.numerals, taken) };
};
