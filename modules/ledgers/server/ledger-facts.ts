import { officeDay } from '#platform/calendar/calendar.ts';
import type { Ledger } from '../contract.ts';
import { dayText, type LineFacts, monthText } from '../domain/format.ts';
import type { Scope } from '../domain/scope.ts';
import type { OfficeWords } from './office-words.ts';
import type { StoredLedger } from './repository.ts';

/** A ledger as the API shows it. */
export const ledgerView = (ledger: StoredLedger, words: OfficeWords): Ledger => ({
  id: ledger.id,
  code: ledger.code,
  name: ledger.name,
  department: { id: ledger.departmentId, name: words.departments.get(ledger.departmentId)?.name ?? '' },
  grain: ledger.definition.grain,
  level: ledger.level,
  frequency: ledger.frequency,
  legalBasis: ledger.legalBasis,
});

const yearSoFar = (months: readonly string[]): string =>
  `${monthText(months[0] ?? '')}—${Number((months.at(-1) ?? '').slice(5))}月`;

/** What the rows are about in time: a roster is always of today, whatever month was asked for. */
export const periodText = (ledger: StoredLedger, scope: Scope, today: string): string => {
  if (ledger.definition.grain === 'resident') return `截至${dayText(today)}`;
  return scope.months.length > 1 ? yearSoFar(scope.months) : monthText(scope.months[0] ?? '');
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
  department: words.departments.get(ledger.departmentId)?.name ?? '',
  period: periodText(ledger, scope, officeDay(now)),
  today: dayText(officeDay(now)),
  keeper,
});
