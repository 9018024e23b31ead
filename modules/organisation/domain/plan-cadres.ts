import { type Changes, compare, type Row, refuseRepeats } from './compare.ts';
import type { OrganisationNow } from './organisation-now.ts';
import type { Post } from './posts.ts';
import type { PlaceProblem, SheetRow } from './read-sheet.ts';
import { type CellReading, sheets } from './workbook-columns.ts';

/** `place` names the department or committee by kind and code: it may be new in the same file. */
export interface CadreValues {
  readonly name: string;
  readonly place: { readonly kind: 'committee' | 'department'; readonly code: string };
  readonly posts: readonly Post[];
  readonly lines: readonly string[];
  readonly phone: string | null;
  readonly active: boolean;
}
type Place = CadreValues['place'];

/** Word → the places it can mean, each once. */
type PlaceIndex = ReadonlyMap<string, ReadonlyMap<string, Place>>;

/** 平安社区居委会 is also called 平安 and 平安居. */
const spokenNames = (name: string): string[] => {
  const bare = name.replace(/(社区)?居(民)?委(员)?会$/, '');
  return bare === name ? [] : [bare, `${bare}居`];
};

/** Every word a department or committee can be called by: code, name, short name, and how people say it. */
export const indexPlaces = (
  departments: readonly { code: string; name: string }[],
  committees: readonly { code: string; name: string; shortName: string }[],
): PlaceIndex => {
  const index = new Map<string, Map<string, Place>>();
  const add = (word: string, place: Place) => {
    if (word !== '')
      index.set(word, (index.get(word) ?? new Map()).set(`${place.kind}:${place.code}`, place));
  };
  for (const { code, name } of departments)
    for (const word of [code, name]) add(word, { kind: 'department', code });
  for (const { code, name, shortName } of committees)
    for (const word of [code, name, shortName, ...spokenNames(name)]) add(word, { kind: 'committee', code });
  return index;
};

const findPlace = (index: PlaceIndex, word: string): CellReading<Place> => {
  const found = [...(index.get(word) ?? index.get(word.toLowerCase()) ?? new Map<string, Place>()).values()];
  const [place] = found;
  if (!place) return { problem: `没有叫“${word}”的居委会或部门` };
  return found.length === 1 ? { value: place } : { problem: `“${word}”不止一个，请改填编号` };
};

const sheet = sheets.cadres.title;
type CadreRow = SheetRow<typeof sheets.cadres.columns>;

/** Turns what the sheet calls a place into the place; a word that means none or several is a problem. */
export const placeCadres = (
  rows: readonly CadreRow[],
  index: PlaceIndex,
  problems: PlaceProblem[],
): Row<CadreValues>[] =>
  rows.flatMap(({ values, cellOf, given }) => {
    const found = findPlace(index, values.place);
    if ('value' in found) return [{ values: { ...values, place: found.value }, cellOf, given }];
    problems.push({ sheet, cell: cellOf('place'), message: found.problem });
    return [];
  });

const keyOf = ({ place, name }: CadreValues): string => `${place.kind}:${place.code}:${name}`;

/** A known cadre in the sheet's terms. */
const valuesOf =
  (codes: ReadonlyMap<string, string>) =>
  ({ name, committeeId, departmentId, posts, lines, phone, active }: OrganisationNow['cadres'][number]) => ({
    name,
    place: committeeId
      ? { kind: 'committee' as const, code: codes.get(committeeId) ?? '' }
      : { kind: 'department' as const, code: codes.get(departmentId ?? '') ?? '' },
    posts,
    lines,
    phone,
    active,
  });

/** Cadres match by place and name; two of one name in one place cannot be told apart. */
export const planCadres = (
  rows: readonly Row<CadreValues>[],
  now: OrganisationNow,
  problems: PlaceProblem[],
): Changes<CadreValues> => {
  const at = (row: Row<CadreValues>) => row.cellOf('name' as never);
  const unique = refuseRepeats(
    rows,
    keyOf,
    (row) => ({ sheet, cell: at(row), message: '同一单位里有两行同名，无法区分' }),
    problems,
  );
  const valuesOfCadre = valuesOf(
    new Map([...now.committees, ...now.departments].map(({ id, code }) => [id, code])),
  );
  const known = Map.groupBy(now.cadres, (cadre) => keyOf(valuesOfCadre(cadre)));
  const clear = unique.filter((row) => {
    const twins = (known.get(keyOf(row.values))?.length ?? 0) > 1;
    if (twins)
      problems.push({ sheet, cell: at(row), message: '系统里这个单位有两位同名干部，无法判断是哪一位' });
    return !twins;
  });
  return compare(clear, now.cadres, (values) => known.get(keyOf(values))?.[0], valuesOfCadre);
};
