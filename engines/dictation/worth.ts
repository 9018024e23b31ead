import { type Mode, modeOf } from './assemble/anchors.ts';
import type { RawRecord } from './read-utterance.ts';
import type { FieldType, Ledger } from './types.ts';

/** Whether enough was said to be a record: of somebody or something, and more than its name. */
const isWorthARecord = (types: ReadonlyMap<string, FieldType>, mode: Mode, { items }: RawRecord): boolean => {
  const keys = [...items.keys()];
  const people = keys.filter((key) => types.get(key) === 'resident').length;
  const places = keys.filter((key) => types.get(key) === 'address').length;
  const rest = keys.filter((key) => types.get(key) !== 'resident' && types.get(key) !== 'address');
  const figures = rest.some((key) => types.get(key) === 'number');
  if (mode === 'pair') return people >= 2 || (people > 0 && rest.length > 0) || rest.length > 2;
  if (mode === 'person') return people > 0 ? rest.length > 0 : rest.length > 1 && figures;
  if (mode === 'place') return places > 0 ? rest.length + people > 0 : rest.length + people > 1;
  if (mode === 'report') return people + places > 0 ? rest.length > 0 : rest.length > 1;
  return (
    keys.length > 1 ||
    [...items.values()].some(({ how, value }) => typeof value === 'number' && how === 'beside its cue')
  );
};

/** The records of which enough was said. */
export const worthARecord = (ledger: Ledger, records: readonly RawRecord[]): RawRecord[] => {
  const types = new Map(ledger.fields.map((field) => [field.key, field.type]));
  const mode = modeOf(ledger);
  return records.filter((record) => isWorthARecord(types, mode, record));
};
