import type { Element } from '#modules/records/contract';
import type { ElementDraft } from '#modules/records/server';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { LedgerDefinition } from '../../domain/definition.ts';
import type { ColumnChoice } from '../../domain/forms/choice.ts';
import { choicesIn } from '../../domain/forms/like-ledger.ts';
import type { FormReading } from '../../domain/forms/reading.ts';
import { rememberOwn } from '../own-elements.ts';
import { type PlanSources, rowWords } from './planning.ts';

/** Longer than this in any cell, and the column is of long texts. */
const shortText = 150;

interface Wanted extends ElementDraft {
  readonly at: number;
}

const nameOf = (path: string): string => [...(path.split('/').at(-1) ?? path)].slice(0, 30).join('') || '—';

const isLong = (reading: FormReading, at: number): boolean =>
  reading.rows.some(({ values }) => [...String(values[at] ?? '')].length > shortText);

/**
 * Makes data elements of the columns that are to have one of their own: new ones for every ledger, texts for this
 * ledger alone. @returns the columns' choices with their codes in place, and every element by its code
 */
export const ownElements = async (
  tx: Db,
  who: Actor,
  sources: PlanSources,
  { columns: given }: { readonly columns: readonly ColumnChoice[] },
  reading: FormReading,
  before?: LedgerDefinition,
): Promise<{ columns: ColumnChoice[]; elements: ReadonlyMap<string, Element> }> => {
  const paths = reading.columns.map(({ path }) => path);
  const kept = before ? choicesIn(paths, before.columns) : [];
  // A text the ledger has by this name already is that text.
  const columns = given.map((choice, at) => (choice.as === 'text' ? (kept[at] ?? choice) : choice));
  const wanted = columns.flatMap((choice, at): Wanted[] => {
    const path = reading.columns[at]?.path ?? '';
    if (choice.as === 'new')
      return [{ at, zh: choice.zh, type: choice.type, unit: choice.unit, choices: [], scope: 'office' }];
    if (choice.as !== 'text') return [];
    const type = isLong(reading, at) ? ('longtext' as const) : ('text' as const);
    return [{ at, zh: nameOf(path), type, unit: null, choices: [], scope: 'ledger' }];
  });
  const made = await sources.records.addElements(tx, who, wanted);
  rememberOwn(made);
  const codes = new Map(wanted.map(({ at }, index) => [at, made[index]?.code ?? '']));
  const chosen = columns.map((choice, at): ColumnChoice => {
    const code = codes.get(at);
    return code ? { as: 'element', code } : choice;
  });
  return { columns: chosen, elements: (await rowWords(tx, sources)).elements };
};
