/** One thing people speak of, apart from any ledger. A field joins a domain by its label, type and options. */
export interface ChoiceDomain {
  readonly id: string;
  /** Labels of fields that ask for this. */
  readonly label: RegExp;
  /** Each option: the names a ledger may give it, and what people say instead. */
  readonly options: readonly { readonly names: string; readonly says: string }[];
}

/**
 * A thing that is so or not. Sentences are composed: `topics` with `acts` done or not done, in either order;
 * `yes` and `no` are said without a topic.
 */
export interface BooleanDomain {
  readonly id: string;
  /** Label, yes and no phrases of fields that ask for this. */
  readonly label: RegExp;
  readonly topics?: string;
  readonly acts?: string;
  readonly yes?: string;
  readonly no?: string;
}

/** What stands beside a number, a date, a person or a text, and tells which field it fills. */
export interface CueDomain {
  readonly id: string;
  readonly label: RegExp;
  readonly types: readonly string[];
  /** Stands before the value. */
  readonly before?: string;
  /** Stands after the value (and its unit). */
  readonly after?: string;
}
