import { type Changes, compare, noChanges, type Row, refuseRepeats } from './compare.ts';
import type { OrganisationNow } from './organisation-now.ts';
import { type CadreValues, indexPlaces, placeCadres, planCadres } from './plan-cadres.ts';
import { type PlaceProblem, readSheet, type SheetRow, type SheetText } from './read-sheet.ts';
import { type Column, sheets } from './workbook-columns.ts';

type Values<C> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };
export type DepartmentValues = Values<typeof sheets.departments.columns>;
export type CommitteeValues = Values<typeof sheets.committees.columns>;

export interface ImportPlan {
  readonly departments: Changes<DepartmentValues>;
  readonly committees: Changes<CommitteeValues>;
  readonly cadres: Changes<CadreValues>;
  readonly problems: readonly PlaceProblem[];
}

/** Departments and committees match by code. */
const planCoded = <T extends { code: string }, N extends T & { id: string }>(
  sheet: string,
  rows: readonly Row<T>[],
  now: readonly N[],
  valuesOf: (one: N) => T,
  problems: PlaceProblem[],
): Changes<T> => {
  const unique = refuseRepeats(
    rows,
    ({ code }) => code,
    ({ values, cellOf }) => ({ sheet, cell: cellOf('code' as never), message: `编号 ${values.code} 重复` }),
    problems,
  );
  const byCode = new Map(now.map((one) => [one.code, one]));
  return compare(unique, now, ({ code }) => byCode.get(code), valuesOf);
};

/** A committee without a short name is called by its name without 居委会. */
const withShortName = ({
  values,
  ...row
}: SheetRow<typeof sheets.committees.columns>): Row<CommitteeValues> => {
  const shortName = values.shortName || values.name.replace(/(社区)?居(民)?委(员)?会$/, '').slice(0, 20);
  return { ...row, values: { ...values, shortName } };
};

/** What the office would have after the sheet: the sheet's row goes before the known one of its code. */
const mergeByCode = <T extends { code: string }>(now: readonly T[], rows: readonly Row<T>[]): T[] => [
  ...new Map([...now, ...rows.map(({ values }) => values)].map((one) => [one.code, one])).values(),
];

const departmentValues = ({ code, name, kind }: OrganisationNow['departments'][number]) => ({
  code,
  name,
  kind,
});
const committeeValues = ({ id: _, ...values }: OrganisationNow['committees'][number]) => values;

/**
 * Reads an organisation workbook against what the office has and says what would change. Nothing is done by
 * halves: a plan with any problem must not be written.
 */
export const planImport = (book: readonly SheetText[], now: OrganisationNow): ImportPlan => {
  const problems: PlaceProblem[] = [];
  const sheetOf = (title: string) => book.find(({ name }) => name.trim() === title);
  const read = <C extends Readonly<Record<string, Column<unknown>>>>(title: string, columns: C) => {
    const sheet = sheetOf(title);
    const result = sheet ? readSheet(sheet, columns) : { rows: [], problems: [] };
    problems.push(...result.problems);
    return result.rows;
  };
  const { departments, committees, cadres } = sheets;
  const departmentRows = read(departments.title, departments.columns);
  const committeeRows = read(committees.title, committees.columns).map(withShortName);
  const cadreRows = read(cadres.title, cadres.columns);
  if (![departments, committees, cadres].some(({ title }) => sheetOf(title)))
    problems.push({ sheet: '', cell: null, message: '没有找到“部门”“居委会”“干部”这三张表中的任何一张' });

  const places = indexPlaces(
    mergeByCode<{ code: string; name: string }>(now.departments, departmentRows),
    mergeByCode<{ code: string; name: string; shortName: string }>(now.committees, committeeRows),
  );
  const plan = {
    departments: planCoded(departments.title, departmentRows, now.departments, departmentValues, problems),
    committees: planCoded(committees.title, committeeRows, now.committees, committeeValues, problems),
    cadres: planCadres(placeCadres(cadreRows, places, problems), now, problems),
  };
  return {
    departments: sheetOf(departments.title) ? plan.departments : noChanges,
    committees: sheetOf(committees.title) ? plan.committees : noChanges,
    cadres: sheetOf(cadres.title) ? plan.cadres : noChanges,
    problems,
  };
};
