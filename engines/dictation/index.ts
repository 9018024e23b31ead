import { type Amended, amend } from './amend.ts';
import { calibrated } from './calibrate.ts';
import { checkData } from './given/check-data.ts';
import { checkUtterance } from './given/check-utterance.ts';
import { compileLedger } from './lexicon/compile.ts';
import { createSoundIndex } from './match/repair.ts';
import { createRegister } from './people/register.ts';
import { mostRead, overlap, shares, wordsOf, worthOf } from './propose.ts';
import { questionsBeyond, questionsOf } from './questions.ts';
import { type RawRecord, readUtterance, type Setting } from './read-utterance.ts';
import { normalise } from './text/normalise.ts';
import type {
  Compound,
  DictatedRecord,
  Evidence,
  Ledger,
  Proposal,
  Question,
  Reading,
  Resident,
  Utterance,
  Value,
} from './types.ts';
import { worthARecord } from './worth.ts';

export { DictationRefusal } from './given/refusal.ts';
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

/** So many ledgers are made ready at once; more would make the start slow. */
const mostWarmed = 24;

/** A longer text is no utterance; what stands behind is not read. */
const longest = 10_000;

const toRecord = (utterance: string, { values, items }: Amended): DictatedRecord => {
  const evidence: Record<string, Evidence> = {};
  for (const [key, { start, end, confidence, how }] of items)
    evidence[key] = {
      start,
      end,
      text: utterance.slice(start, end),
      confidence: calibrated(confidence),
      how,
    };
  return { values, evidence };
};

const plain = (record: RawRecord): Amended => {
  const values: Record<string, Value> = {};
  for (const [key, item] of record.items) values[key] = item.value;
  return { values, items: record.items };
};

const nothing: Reading = { ledger: null, records: [], questions: [], proposals: [] };

const readIn = (
  setting: Setting,
  { utterance, ref, draft }: Utterance,
  proposals: readonly Proposal[],
): Reading => {
  const { ledger } = setting.ledger;
  const given = draft ?? [];
  const { records: raw, beyond } = readUtterance(setting, utterance, ref, given[given.length - 1]);
  const amended =
    given.length > 0 ? amend(ledger, given, raw, utterance) : worthARecord(ledger, raw).map(plain);
  return {
    ledger: ledger.id,
    records: amended.map((record) => toRecord(utterance, record)),
    questions: [...questionsOf(ledger, amended), ...questionsBeyond(utterance, amended, beyond)],
    proposals,
  };
};

/**
 * Builds the index once; `read` is pure: what cannot be read gives no record. Data or an utterance of the wrong
 * shape is refused by the field that is wrong (DictationRefusal); nothing else is thrown.
 *
 * Nothing is filed by a score alone: a person is named only where one entry can be meant, everything else is a
 * question beside the records.
 */
export const createDictation = (data: DictationData): Dictation => {
  checkData(data);
  const { ledgers, residents, compounds } = data;
  const register = createRegister(residents);
  const settings = new Map<string, Setting & { words: readonly string[] }>();
  for (const ledger of ledgers) {
    const compiled = compileLedger(ledger);
    const sounds = createSoundIndex(compiled.vocabulary);
    settings.set(ledger.id, { ledger: compiled, sounds, register, compounds, words: wordsOf(compiled) });
  }

  // Patterns are compiled when they are first used: the first speaker should not wait for it.
  for (const setting of [...settings.values()].slice(0, mostWarmed))
    readUtterance(setting, '今天上午去看了三号楼的老人，一切都好，没有问题', '2026-01-05T10:00:00+08:00');

  /** The ledgers an utterance may belong to, likeliest first. */
  const propose = (utterance: string, ref: string, among: readonly string[] | undefined): Proposal[] => {
    const text = normalise(utterance);
    const likely = [...settings.values()]
      .filter(({ ledger }) => !among || among.includes(ledger.ledger.id))
      .map((setting) => ({ setting, words: overlap(text, setting.words) }))
      .sort((a, b) => b.words - a.words)
      .slice(0, mostRead);
    return shares(
      likely.map(({ setting, words }) => {
        const { ledger } = setting.ledger;
        const raw = worthARecord(ledger, readUtterance(setting, utterance, ref).records);
        return { ledger: ledger.id, score: raw.length === 0 ? 0 : worthOf(raw) + words * 0.1 };
      }),
    );
  };

  const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]));
  const read = (raw: Utterance): Reading => {
    const given = checkUtterance(raw, byId);
    const utterance = given.utterance.slice(0, longest);
    const cut = { ...given, utterance };
    const known = settings.get(given.ledger ?? '');
    if (known) return readIn(known, cut, [{ ledger: known.ledger.ledger.id, confidence: 1 }]);
    if (given.ledger !== undefined) return nothing;
    const proposals = propose(utterance, given.ref, given.among);
    const best = settings.get(proposals[0]?.ledger ?? '');
    if (!best) return nothing;
    const reading = readIn(best, cut, proposals);
    const sure = (proposals[0]?.confidence ?? 0) >= 0.8;
    const which: Question = {
      kind: 'which-ledger',
      record: 0,
      candidates: proposals.map(({ ledger }) => ledger),
    };
    return sure ? reading : { ...reading, questions: [which, ...reading.questions] };
  };
  return { read };
};
