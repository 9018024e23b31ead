import { officeDay } from '#platform/calendar/calendar.ts';
import type { Ledger } from '../contract.ts';
import { dayText, type LineFacts, monthText } from '../domain/format.ts';
import type { Scope } from '../domain/scope.ts';
import type { OfficeWords } from './office-words.ts';
import type { StoredLedger } from './repository.ts';

/** A ledger as the API shows it. */
export const ledgerView = (ledger: StoredLedger): Ledger => ({
  id: ledger.id,
  code: ledger.code,
  name: ledger.name,
  department: { id: ledger.departmentId, name: ledger.department },
  grain: ledger.definition.grain,
  level: ledger.level,
  frequency: ledger.frequency,
  legalBasis: ledger.legalBasis,
});

/** 2026年1月—11月; over the turn of a year both years are said; a whole year and a quarter by their names. */
const monthsText = (months: readonly string[]): string => {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const year = first.slice(0, 4);
  if (year !== last.slice(0, 4)) return `${monthText(first)}—${monthText(last)}`;
  if (months.length === 12) return `${year}年`;
  if (months.length === 3 && Number(last.slice(5)) % 3 === 0)
    return `${year}年第${'一二三四'[Number(last.slice(5)) / 3 - 1]}季度`;
  return `${monthText(first)}—${Number(last.slice(5))}月`;
};

/** What the rows are about in time: a roster is always of today, whatever month was asked for. */
export const periodText = (ledger: StoredLedger, scope: Scope, today: string): string => {
  if (ledger.definition.grain === 'resident') return `截至${dayText(today)}`;
  return scope.months.length > 1 ? monthsText(scope.months) : monthText(scope.months[0] ?? '');
};

export const committeeName = (words: OfficeWords, id: string | null): string =>
  id === null ? '全部居委会' : (words.committees.find((one) => one.id === id)?.shortName ?? '');

/** What the lines of the form are filled with; the keeper is who prints it in their own committee. */
export const lineFacts = (
  ledger: StoredLedger,
  words: OfficeWords,
  scope: Scope,
  keeper: string,
  now: string,
): LineFacts => ({
  committee: committeeName(words, scope.committee),
  department: ledger.department,
  period: periodText(ledger, scope, officeDay(now)),
  today: dayText(officeDay(now)),
  keeper,
});
