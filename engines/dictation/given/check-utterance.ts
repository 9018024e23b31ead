import type { Field, Ledger, Utterance } from '../types.ts';
import { isObject, listAt, objectAt, refuse, textAt, textsAt, wanted } from './refusal.ts';

/** What one reading is given: the words, the moment, and records that were read before. */

const momentPattern = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;
const office = 8 * 3_600_000;

/** The moment of speaking as the office's clock shows it; a text without an offset is the office's own. */
const momentAt = (field: string, value: unknown): string => {
  const text = textAt(field, value).trim();
  const found = momentPattern.exec(text);
  const own = found?.[2] === undefined;
  const time = own ? `${text.replace(' ', 'T')}${text.length > 10 ? '+08:00' : 'T00:00:00+08:00'}` : text;
  const at = Date.parse(time.replace(' ', 'T'));
  if (!found || Number.isNaN(at))
    return refuse(
      field,
      '要 ISO 8601 时刻，如 2026-03-18T10:30:00+08:00',
      'must be a moment in ISO 8601 such as 2026-03-18T10:30:00+08:00',
    );
  return new Date(at + office).toISOString().replace('Z', '+08:00');
};

const personKeys = ['id', 'ambiguous', 'unknown'];
const placeKeys = ['compound', 'building', 'floor', 'room'];

const isPerson = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).some((key) => personKeys.includes(key)) &&
  ['id', 'unknown'].every((key) => value[key] === undefined || typeof value[key] === 'string') &&
  (value.ambiguous === undefined ||
    (Array.isArray(value.ambiguous) && value.ambiguous.every((id) => typeof id === 'string')));

const isPlace = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([key, part]) => placeKeys.includes(key) && (typeof part === 'string' || typeof part === 'number'),
  );

/** What a value of each type looks like, as a refusal says it. */
const shapes: Readonly<Record<Field['type'], readonly [(value: unknown) => boolean, string, string]>> = {
  number: [(v) => typeof v === 'number' && Number.isFinite(v), '一个数', 'a number'],
  boolean: [(v) => typeof v === 'boolean', ' true 或 false', 'true or false'],
  choice: [(v) => typeof v === 'string', '选项的文字', 'the text of an option'],
  date: [(v) => typeof v === 'string', '日期，如 2026-03-18', 'a day such as 2026-03-18'],
  datetime: [(v) => typeof v === 'string', '时间，如 2026-03-18T09:30', 'a time such as 2026-03-18T09:30'],
  text: [(v) => typeof v === 'string', '文字', 'text'],
  resident: [isPerson, '人：id、ambiguous 或 unknown', 'a person: id, ambiguous or unknown'],
  address: [isPlace, '地址：compound、building、floor、room', 'an address: compound, building, floor, room'],
};

const checkDraft = (at: string, given: unknown, fields: ReadonlyMap<string, Field>): void => {
  for (const [key, value] of Object.entries(objectAt(at, given))) {
    const field = fields.get(key);
    if (!field)
      refuse(`${at}.${key}`, '这本台账没有这一栏，请去掉', 'is no field of this ledger; take it out');
    const [holds, zh, en] = shapes[field?.type ?? 'text'];
    if (!holds(value))
      wanted(`${at}.${key}`, value, `${zh}；不知道就不要这一栏`, `${en}; leave out what is not known`);
  }
};

/**
 * Reads what was given, with the moment on the office's clock, or throws a DictationRefusal that names the field
 * that is wrong. A ledger nobody knows is no error here: it gives an empty reading.
 */
export const checkUtterance = (given: unknown, ledgers: ReadonlyMap<string, Ledger>): Utterance => {
  const { utterance, ref, ledger, among, draft } = objectAt('utterance', given);
  if (typeof utterance !== 'string') wanted('utterance', utterance, '文字', 'text');
  const moment = momentAt('ref', ref);
  if (ledger !== undefined) textAt('ledger', ledger);
  textsAt('among', among);
  if (draft !== undefined) {
    const known = ledgers.get(String(ledger));
    if (!known) refuse('ledger', '有草稿时要写明台账', 'name the ledger the draft is in');
    const fields = new Map(known?.fields.map((field) => [field.key, field]));
    listAt('draft', draft).forEach((one, i) => {
      checkDraft(`draft[${i}]`, one, fields);
    });
  }
  return { ...(given as Utterance), ref: moment };
};
