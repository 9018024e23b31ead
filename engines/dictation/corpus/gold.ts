import type { Value } from '../types.ts';

/** One utterance and the records a careful reader would write down; the format of the development set. */
export interface Gold {
  readonly id: string;
  readonly ledger: string;
  readonly ref: string;
  readonly utterance: string;
  readonly tags: readonly string[];
  readonly gold: { readonly records: readonly Readonly<Record<string, Value>>[] };
}
