import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Choice, Element } from '../contract.ts';
import { elementOf as ofDictionary } from '../domain/dictionary.ts';

/** A data element an office adds: by its own name, of a plain type. */
export interface ElementDraft {
  readonly zh: string;
  readonly type:
    | 'text'
    | 'longtext'
    | 'int'
    | 'decimal'
    | 'money'
    | 'date'
    | 'time'
    | 'bool'
    | 'code'
    | 'multi';
  readonly unit: string | null;
  readonly choices: readonly Choice[];
  /** `office`: offered to every ledger; `ledger`: a text that one form alone has. */
  readonly scope: 'office' | 'ledger';
}

/** Whether a code is of an element an office added. */
export const isAdded = (code: string): boolean => code.startsWith('own.');

interface AddedRow {
  readonly code: string;
  readonly zh: string;
  readonly type: string;
  readonly unit: string | null;
  readonly choices: unknown;
  readonly scope: string;
}

const elementFrom = ({ code, zh, type, unit, choices }: AddedRow): Element => ({
  code,
  zh,
  en: zh,
  synonyms: [],
  type: type as Element['type'],
  unit,
  standard: null,
  choices: choices as Choice[],
  min: null,
  max: null,
  low: null,
  high: null,
  // What an office's own column holds nobody has looked at: it is treated as being about a person.
  sensitivity: 'personal',
  derivedFrom: null,
});

/** An element never changes, so what was read once holds for as long as the process runs. Codes are of one office. */
const known = new Map<string, Element>();

/** An element of the dictionary, or one an office added and this process has met. */
export const elementOf = (code: string): Element | undefined => ofDictionary(code) ?? known.get(code);

const rowsOf = (tx: Db) =>
  tx.selectFrom('element_added').select(['code', 'zh', 'type', 'unit', 'choices', 'scope']).orderBy('code');

/** What this office added, in the order it did. */
export const addedElements = async (tx: Db, scope?: ElementDraft['scope']): Promise<Element[]> => {
  const rows = await rowsOf(tx).limit(5_000).execute();
  const wanted = rows.filter((row) => scope === undefined || row.scope === scope);
  return wanted.map((row) => {
    const element = elementFrom(row);
    known.set(row.code, element);
    return element;
  });
};

/** This office's own elements among some codes; without any among them the database is not asked. */
export const addedAmong = async (tx: Db, codes: readonly string[]): Promise<Element[]> => {
  const asked = [...new Set(codes.filter(isAdded))];
  if (asked.length === 0) return [];
  const rows = await rowsOf(tx).where('code', 'in', asked).execute();
  for (const row of rows) known.set(row.code, elementFrom(row));
  return rows.flatMap(({ code }) => known.get(code) ?? []);
};

export const addElements = async (
  tx: Db,
  who: Actor,
  drafts: readonly ElementDraft[],
): Promise<Element[]> => {
  if (drafts.length === 0) return [];
  const rows = drafts.map((draft) => ({ ...draft, code: `own.e${newId().replaceAll('-', '')}` }));
  await tx
    .insertInto('element_added')
    .values(
      rows.map(({ code, zh, type, unit, choices, scope }) => ({
        subdistrict_id: who.subdistrict,
        code,
        zh,
        type,
        unit,
        choices: JSON.stringify(choices),
        scope,
        added_by: who.account,
        added_by_name: who.name,
      })),
    )
    .execute();
  return addedAmong(
    tx,
    rows.map(({ code }) => code),
  );
};
