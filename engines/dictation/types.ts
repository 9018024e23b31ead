/** What the engine is told and what it answers. Nothing here knows of any one ledger. */

export type FieldType =
  | 'number'
  | 'choice'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'address'
  | 'resident'
  | 'text';

export interface ChoiceOption {
  readonly value: string;
  readonly synonyms?: readonly string[];
}

/** One column to be filled. `unit`, `min`, `max` are for numbers, `options` for choices, `yes`/`no` for booleans. */
export interface Field {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required?: boolean;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly synonyms?: readonly string[];
  readonly options?: readonly ChoiceOption[];
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

export interface Ledger {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

export interface Resident {
  readonly id: string;
  readonly name: string;
  readonly sex?: string | undefined;
  /** YYYY-MM-DD */
  readonly birthDate?: string | undefined;
  readonly compound?: string | undefined;
  readonly building?: number | undefined;
  readonly room?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly nicknames?: readonly string[] | undefined;
}

export interface Compound {
  readonly name: string;
  readonly road?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly buildings?: number | undefined;
}

/** Who was meant: one person, several who sound alike, or a name that is in nobody's entry. */
export type ResidentValue =
  | { readonly id: string }
  | { readonly ambiguous: readonly string[] }
  | { readonly unknown: string };

/** Exactly the parts that were said. */
export interface AddressValue {
  readonly compound?: string;
  readonly building?: number;
  readonly floor?: number;
  readonly room?: string;
}

export type Value = number | boolean | string | ResidentValue | AddressValue;

/** Where a value came from. `start` and `end` are places in the raw utterance; `text` is what stands there. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The chance that the value is right, calibrated on utterances that were not used to build the engine. */
  readonly confidence: number;
  readonly how: string;
}

export interface DictatedRecord {
  readonly values: Readonly<Record<string, Value>>;
  readonly evidence: Readonly<Record<string, Evidence>>;
}

/** `out-of-range`: `heard` was said of a number field that cannot hold it. */
export type QuestionKind =
  | 'which-person'
  | 'add-person'
  | 'sure'
  | 'missing'
  | 'out-of-range'
  | 'which-ledger';

/** Something the engine will not decide alone. `record` counts from 0; candidates are resident ids or values. */
export interface Question {
  readonly kind: QuestionKind;
  readonly record: number;
  readonly field?: string;
  readonly heard?: string;
  readonly candidates?: readonly string[];
}

/** A ledger the utterance may belong to; the confidences of all proposals add up to at most 1. */
export interface Proposal {
  readonly ledger: string;
  readonly confidence: number;
}

export interface Reading {
  /** The ledger whose fields the records are in; null when the utterance fits none. */
  readonly ledger: string | null;
  readonly records: readonly DictatedRecord[];
  readonly questions: readonly Question[];
  readonly proposals: readonly Proposal[];
}

export interface Utterance {
  readonly utterance: string;
  /** When it was spoken: ISO 8601; weeks and days are Asia/Shanghai's. */
  readonly ref: string;
  readonly ledger?: string | undefined;
  /** When the ledger is not known but the activity is: the ledgers that activity fills. */
  readonly among?: readonly string[] | undefined;
  /** What was read before; the utterance then corrects or completes it. */
  readonly draft?: readonly Readonly<Record<string, Value>>[] | undefined;
}
