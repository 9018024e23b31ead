import { modeOf, needsCue } from './assemble/anchors.ts';
import { compileLedger } from './lexicon/compile.ts';
import { createSoundIndex } from './match/repair.ts';
import { createRegister } from './people/register.ts';
import { type RawRecord, readUtterance, type Setting } from './read-utterance.ts';
import type {
  Compound,
  DictatedRecord,
  Evidence,
  Ledger,
  Question,
  Reading,
  Resident,
  Utterance,
  Value,
} from './types.ts';

export type {
  AddressValue,
  ChoiceOption,
  Compound,
  DictatedRecord,
  Evidence,
  Field,
  FieldType,
  Ledger,
  Proposal,
  Question,
  QuestionKind,
  Reading,
  Resident,
  ResidentValue,
  Utterance,
  Value,
} from './types.ts';

export interface DictationData {
  readonly ledgers: readonly Ledger[];
  readonly residents: readonly Resident[];
  readonly compounds: readonly Compound[];
}

export interface Dictation {
  readonly read: (utterance: Utterance) => Reading;
}

/** Too little to be a record: nobody and nothing it is about, and at most one value. */
const worth = (ledger: Ledger, record: RawRecord): boolean => {
  const fields = new Map(ledger.fields.map((f) => [f.key, f]));
  const keys = [...record.items.keys()];
  const mode = modeOf(ledger);
  const people = keys.filter((k) => fields.get(k)?.type === 'resident');
  const places = keys.filter((k) => fields.get(k)?.type === 'address');
  const rest = keys.filter((k) => !people.includes(k) && !places.includes(k));
  if (mode === 'pair') return people.length >= 2 || (people.length > 0 && rest.length > 0) || rest.length > 2;
  if (mode === 'person')
    return people.length > 0
      ? rest.length > 0
      : rest.length > 1 && rest.some((k) => fields.get(k)?.type === 'number');
  if (mode === 'place')
    return places.length > 0 ? rest.length > 0 || people.length > 0 : rest.length + people.length > 1;
  if (mode === 'report') return people.length + places.length > 0 ? rest.length > 0 : rest.length > 1;
  return keys.length > 1;
};

const toRecord = (utterance: string, record: RawRecord): DictatedRecord => {
  const values: Record<string, Value> = {};
  const evidence: Record<string, Evidence> = {};
  for (const [key, item] of record.items) {
    values[key] = item.value;
    evidence[key] = {
      start: item.start,
      end: item.end,
      text: utterance.slice(item.start, item.end),
      confidence: item.confidence,
      how: item.how,
    };
  }
  return { values, evidence };
};

const questionsOf = (ledger: Ledger, records: readonly RawRecord[]): Question[] =>
  records.flatMap((record, at): Question[] => {
    const asked: Question[] = [];
    for (const field of ledger.fields) {
      const item = record.items.get(field.key);
      const value = item?.value;
      if (!item) {
        if (field.required && !needsCue(field)) asked.push({ kind: 'missing', record: at, field: field.key });
      } else if (typeof value === 'object' && 'ambiguous' in value)
        asked.push({ kind: 'which-person', record: at, field: field.key, candidates: value.ambiguous });
      else if (typeof value === 'object' && 'unknown' in value)
        asked.push({
          kind: 'add-person',
          record: at,
          field: field.key,
          heard: value.unknown,
          candidates: item.resolved?.offer ?? [],
        });
      else if (item.confidence < 0.75) asked.push({ kind: 'sure', record: at, field: field.key });
    }
    return asked;
  });

/** Builds the index once; `read` is pure. */
export const createDictation = ({ ledgers, residents, compounds }: DictationData): Dictation => {
  const register = createRegister(residents);
  const settings = new Map<string, Setting>();
  for (const ledger of ledgers) {
    const compiled = compileLedger(ledger);
    settings.set(ledger.id, {
      ledger: compiled,
      sounds: createSoundIndex(compiled.vocabulary),
      register,
      compounds,
    });
  }
  const read = ({ utterance, ref, ledger }: Utterance): Reading => {
    const setting = settings.get(ledger ?? '');
    if (!setting) return { ledger: null, records: [], questions: [], proposals: [] };
    const raw = readUtterance(setting, utterance, ref).filter((record) =>
      worth(setting.ledger.ledger, record),
    );
    return {
      ledger: setting.ledger.ledger.id,
      records: raw.map((record) => toRecord(utterance, record)),
      questions: questionsOf(setting.ledger.ledger, raw),
      proposals: [{ ledger: setting.ledger.ledger.id, confidence: 1 }],
    };
  };
  return { read };
};
