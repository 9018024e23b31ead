import { officeDay } from '#platform/calendar/calendar.ts';
import type { Db } from '#platform/database/database.ts';
import type { FormComparison } from '../../contract.ts';
import { keyOf, pathOf } from '../../domain/forms/build.ts';
import { bare } from '../../domain/forms/likeness.ts';
import { readOfficeWords, type WordSources } from '../office-words.ts';
import { readSummaryRows } from '../page.ts';
import { scopedView } from '../reader.ts';
import { findLedgers } from '../repository.ts';
import type { DeclaredForm } from './planning.ts';

/** The month a row of a summary is of: what its own column says (3月, 2026年3月), else the form's. */
const monthIn = (text: string, asOf: string): string => {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const both = plain.match(/(\d{4})[-./年](\d{1,2})/);
  if (both) return `${both[1]}-${(both[2] ?? '').padStart(2, '0')}`;
  const month = plain.match(/^(\d{1,2})月?份?$/);
  return month && Number(month[1]) <= 12
    ? `${asOf.slice(0, 4)}-${(month[1] ?? '').padStart(2, '0')}`
    : asOf.slice(0, 7);
};

const plain = (text: string): string => bare(text).replace(/(居民委员会|居委会|居民区|居委|社区|居)$/, '');

/** A share may stand as 0.85, 85 or 85%. */
const sameNumber = (form: number, records: number, share: boolean): boolean => {
  const near = (a: number, b: number) => Math.abs(a - b) < (share ? 0.06 : 1e-9);
  return near(form, records) || (share && near(form * 100, records));
};

/** The numbers of a summary beside what the records give, cell by cell. Nothing is written. */
export const compareForm = async (
  tx: Db,
  sources: WordSources,
  { reading, choices, about, ledger: id }: DeclaredForm,
): Promise<FormComparison> => {
  const words = await readOfficeWords(tx, sources);
  const [ledger] = await findLedgers(tx, officeDay(), { id });
  const at = (of: 'committee' | 'month') =>
    choices.findIndex((one) => one.as === 'dimension' && one.of === of);
  const [committeeAt, monthAt] = [at('committee'), at('month')];
  const lines = reading.rows.map((row) => {
    const named = committeeAt < 0 ? '' : String(row.values[committeeAt] ?? '');
    const committee =
      committeeAt < 0
        ? words.committees.find((one) => one.id === about.committee)
        : words.committees.find((one) =>
            [one.name, one.shortName, one.code].some((text) => plain(text) === plain(named)),
          );
    const month = monthIn(monthAt < 0 ? '' : String(row.values[monthAt] ?? ''), about.asOf);
    return { row, named, committee, month };
  });
  const months = [...new Set(lines.map(({ month }) => month))].toSorted().slice(0, 36);
  if (!ledger) return { month: months[0] ?? '', rows: [], same: 0, different: 0, unmatched: [] };
  const found = new Map<string, ReadonlyMap<string, number | null>>();
  for (const month of months) {
    const opened = scopedView(ledger, words, null, month, words.today, { months: [month] });
    const keys = opened.ledger.definition.columns.map(({ key }) => key);
    for (const one of await readSummaryRows(tx, opened))
      found.set(
        `${one.committee} ${one.month}`,
        new Map(
          keys.map((key, index) => [key, one.values[index] === null ? null : Number(one.values[index])]),
        ),
      );
  }
  let [same, different] = [0, 0];
  const rows = lines.flatMap(({ row, committee, month }) => {
    if (!committee) return [];
    const ours = found.get(`${committee.id} ${month}`);
    const numbers = choices.flatMap((choice, column) => {
      const form = row.values[column];
      if ((choice.as !== 'count' && choice.as !== 'percent') || typeof form !== 'number') return [];
      const records = ours?.get(keyOf(column)) ?? null;
      if (sameNumber(form, records ?? 0, choice.as === 'percent')) same += 1;
      else different += 1;
      const label = pathOf(reading.columns[column]?.path ?? '').join(' ');
      return [{ label, cell: row.cells[column] ?? '', form, records }];
    });
    return [{ place: `${row.cells[0] ?? ''}`, committee: committee.shortName, month, numbers }];
  });
  const unmatched = lines.flatMap(({ row, committee }) =>
    committee ? [] : [row.cells[Math.max(committeeAt, 0)] ?? ''],
  );
  return {
    month: months.at(-1) ?? '',
    rows: rows.slice(0, 500),
    same,
    different,
    unmatched: unmatched.slice(0, 100),
  };
};
