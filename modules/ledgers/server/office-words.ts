import type { OrganisationService } from '#modules/organisation/server';
import type { Element } from '#modules/records/contract';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Db } from '#platform/database/database.ts';
import type { Dictionary } from '../domain/format.ts';
import { type ValueType, type Vocabulary, vocabularyOf } from '../domain/typing.ts';
import { ownElement } from './own-elements.ts';

/** What the office calls things, read once a request. */
export interface OfficeWords {
  /** In the order of their codes. */
  readonly committees: readonly { id: string; code: string; shortName: string; name: string }[];
  readonly elements: readonly Element[];
  readonly dictionary: Dictionary;
  readonly vocabulary: Vocabulary;
  readonly today: string;
}

export interface WordSources {
  readonly organisation: Pick<OrganisationService, 'committees' | 'departments'>;
  readonly records: { readonly elements: readonly Element[] };
}

/** What the dictionary has, and beside it what offices added that ledgers name. */
class WithOwn<V> extends Map<string, V> {
  readonly own: (code: string) => V | undefined;
  constructor(entries: Iterable<readonly [string, V]>, own: (code: string) => V | undefined) {
    super(entries);
    this.own = own;
  }
  override get(code: string): V | undefined {
    return super.get(code) ?? this.own(code);
  }
}

const ownType = (code: string): ValueType | undefined => {
  const element = ownElement(code);
  return element && vocabularyOf([element]).elements.get(code);
};

type Language = Pick<OfficeWords, 'dictionary' | 'vocabulary'>;

const made = new WeakMap<readonly Element[], Language>();

/** What elements are called and what their values are; made once, for those of a running product do not change. */
export const languageOf = (elements: readonly Element[]): Language => {
  const known = made.get(elements) ?? {
    dictionary: new WithOwn<Element>(
      elements.map((one) => [one.code, one]),
      ownElement,
    ),
    vocabulary: { elements: new WithOwn(vocabularyOf(elements).elements, ownType) },
  };
  made.set(elements, known);
  return known;
};

export const readOfficeWords = async (
  tx: Db,
  { organisation, records }: WordSources,
): Promise<OfficeWords> => {
  const committees = await organisation.committees(tx);
  const { elements } = records;
  return { committees, elements, ...languageOf(elements), today: officeDay() };
};
