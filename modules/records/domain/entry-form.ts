import { addDays } from '#platform/calendar/calendar.ts';
import type { Activity, Element } from '../contract.ts';

/** What a ledger that may come to hold the entry wants to know. */
export interface Wish {
  readonly ledger: string;
  readonly elements: readonly string[];
}

/** What is known of the person already, and since when; the register knows without a date. */
export interface Known {
  readonly element: string;
  readonly asOf: string | null;
}

interface AskedField {
  readonly element: Element;
  readonly need: 'must' | 'main' | 'more';
  readonly askedBy: readonly string[];
}

export interface EntryPlan {
  readonly fields: readonly AskedField[];
  /** Wanted by a ledger, but known recently enough not to be asked. */
  readonly known: readonly Known[];
}

const stillHolds = ({ asOf }: Known, reuseDays: number | null, today: string): boolean =>
  reuseDays !== null && (asOf === null || asOf >= addDays(today, -reuseDays));

/**
 * Plans an entry form: the union of what the covering ledgers want for this activity, less what is known
 * and may be reused. What the activity must have is always asked; optional extras go last.
 *
 * @param always elements offered whether or not a ledger wants them
 */
export const planForm = (
  activity: Activity,
  elementOf: (code: string) => Element | undefined,
  wishes: readonly Wish[],
  known: readonly Known[],
  always: ReadonlySet<string>,
  today: string,
): EntryPlan => {
  const fields: AskedField[] = [];
  const reused: Known[] = [];
  for (const { element: code, need, reuseDays } of activity.elements) {
    const element = elementOf(code);
    const askedBy = wishes.filter(({ elements }) => elements.includes(code)).map(({ ledger }) => ledger);
    if (!element || element.derivedFrom || (need !== 'must' && askedBy.length === 0 && !always.has(code)))
      continue;
    const answer = known.find((one) => one.element === code);
    if (need !== 'must' && answer && stillHolds(answer, reuseDays, today)) reused.push(answer);
    else fields.push({ element, need, askedBy });
  }
  return { fields, known: reused };
};
