import type { PersonMention } from '../people/mentions.ts';
import type { AddressValue, Field, Value } from '../types.ts';

/** One value for one field, read somewhere. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly field: Field;
  readonly value: Value;
  readonly confidence: number;
  readonly how: string;
  /** Takes the value back instead of giving it. */
  readonly denied?: boolean;
}

/** A person or place a record is about. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly person?: PersonMention | undefined;
  readonly address?: AddressValue | undefined;
  readonly option?: string | undefined;
  /** The people of one case, where a record is about two. */
  readonly parties?: readonly PersonMention[] | undefined;
}

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly value: AddressValue;
}
