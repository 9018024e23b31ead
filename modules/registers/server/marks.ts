import { addDays } from '#platform/calendar/calendar.ts';
import type { Db } from '#platform/database/database.ts';
import { carriesOneOf, ruleOf, type TagName, tagsByActs } from '../domain/tags.ts';
import * as repository from './repository.ts';
import { leftOf, type ResidentRow } from './sealing.ts';
import { factsForTags } from './views.ts';

/**
 * What the registers ask of whoever keeps acts of work (downstream of them, so it is given at composition):
 * marks that rules over records set. Both read only, in the caller's transaction.
 */
export interface ActFacts {
  /** Who of these people nobody has done anything with after that day. */
  readonly quietSince: (tx: Db, residents: readonly string[], day: string) => Promise<string[]>;
  /** Whose last values, on so many different days, each reach one of the limits (by element code). */
  readonly reaching: (
    tx: Db,
    residents: readonly string[],
    rule: { readonly days: number; readonly limits: Readonly<Record<string, number>> },
  ) => Promise<string[]>;
}

/** Where nobody keeps acts. */
export const noActs: ActFacts = { quietSince: async () => [], reaching: async () => [] };

export interface Marks {
  /** The marks by rule over records that these people carry; those on health only when asked for. */
  readonly of: (
    tx: Db,
    rows: readonly ResidentRow[],
    today: string,
    guarded?: boolean,
  ) => Promise<ReadonlyMap<string, readonly TagName[]>>;
  /** Everybody of a committee who carries such a mark; undefined for a mark by another rule. */
  readonly carrying: (
    tx: Db,
    committee: string,
    tag: TagName | undefined,
    today: string,
  ) => Promise<readonly string[] | undefined>;
}

export const createMarks = (acts: () => ActFacts): Marks => {
  const whoOf = async (
    tx: Db,
    rows: readonly ResidentRow[],
    tag: TagName,
    today: string,
  ): Promise<string[]> => {
    const rule = ruleOf(tag);
    const here = rows.filter((row) => leftOf(row) === null);
    if (rule.by === 'acts-quiet') {
      const asked = here.filter((row) => carriesOneOf(rule.of, factsForTags(row), today)).map(({ id }) => id);
      return asked.length === 0 ? [] : acts().quietSince(tx, asked, addDays(today, -rule.days));
    }
    const ids = here.map(({ id }) => id);
    return rule.by === 'acts-reach' && ids.length > 0 ? acts().reaching(tx, ids, rule) : [];
  };

  return {
    of: async (tx, rows, today, guarded = false) => {
      const marks = new Map<string, TagName[]>();
      for (const tag of tagsByActs(guarded))
        for (const id of await whoOf(tx, rows, tag, today)) marks.set(id, [...(marks.get(id) ?? []), tag]);
      return marks;
    },
    carrying: async (tx, committee, tag, today) =>
      tag && tagsByActs(true).includes(tag)
        ? whoOf(tx, await repository.allOfCommittee(tx, committee), tag, today)
        : undefined,
  };
};
