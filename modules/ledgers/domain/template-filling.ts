import { z } from 'zod';
import { alike, bare, within } from './forms/likeness.ts';

/** What was found in a department's own file: places for a row's values, and lines around the rows. */
export interface TemplateReading {
  /** Of a workbook. */
  readonly sheet: string | null;
  readonly title: string | null;
  /** Header paths of a workbook, marks of a document. */
  readonly columns: readonly string[];
  /** Cells of a workbook with their text, marks of a document outside its table. */
  readonly lines: readonly { readonly place: string; readonly text: string }[];
}

/** What a person confirmed: which column of the ledger stands where, and what is written into the lines. */
export const TemplateFilling = z.strictObject({
  columns: z
    .array(z.strictObject({ path: z.string().max(300), key: z.string().max(30) }))
    .max(400)
    .readonly(),
  /** Texts may name {committee}, {department}, {period}, {today} and {keeper}. */
  lines: z
    .array(z.strictObject({ place: z.string().max(60), text: z.string().max(200) }))
    .max(100)
    .readonly(),
});
export type TemplateFilling = z.output<typeof TemplateFilling>;

/** A ledger's column as far as its names matter. */
export interface NamedColumn {
  readonly key: string;
  readonly path: readonly string[];
  readonly synonyms: readonly string[];
}

export interface ColumnProposal {
  readonly path: string;
  readonly key: string | null;
  /** The names are the same; anything else a person should look at. */
  readonly sure: boolean;
}

const leafOf = (path: string): string => path.split('/').at(-1) ?? path;
const enough = 0.5;

/** How well a column's name fits a place, 0 to 1; 1 only for the same name. */
const fitness = (place: string, { path, synonyms }: NamedColumn): number => {
  const whole = bare(place);
  const leaf = bare(leafOf(place));
  const own = bare(path.join('/'));
  const label = bare(path.at(-1) ?? '');
  if (whole === own) return 1;
  if (leaf === label) return 0.95;
  if (synonyms.some((one) => bare(one) === leaf)) return 0.9;
  return 0.85 * Math.max(alike(leaf, label), within(leaf, label), alike(whole, own));
};

/** The best column for each place, each column at most once: better fits choose first. */
export const proposeColumns = (
  places: readonly string[],
  columns: readonly NamedColumn[],
): ColumnProposal[] => {
  const pairs = places
    .flatMap((path, at) =>
      columns.map((column) => ({ path, at, key: column.key, score: fitness(path, column) })),
    )
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const chosen = new Map<string, { key: string; score: number }>();
  const taken = new Set<string>();
  for (const { path, key, score } of pairs) {
    if (chosen.has(path) || taken.has(key)) continue;
    chosen.set(path, { key, score });
    taken.add(key);
  }
  return places.map((path) => {
    const found = chosen.get(path);
    return { path, key: found?.key ?? null, sure: (found?.score ?? 0) >= 0.9 };
  });
};

const blanks = '[\\s_＿]*';
/** Labels with room behind them, and what belongs there. */
const labelled: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`((?:填报|填表|上报)?单位(?:名称)?|居委会?|社区)([:：])(?:${blanks}$|[\\s_＿]+)`),
    '{committee}',
  ],
  [new RegExp(`(填表人|填报人|经办人|制表人)([:：])(?:${blanks}$|[\\s_＿]+)`), '{keeper}'],
  [new RegExp(`((?:填表|填报|上报)?(?:日期|时间))([:：])(?:${blanks}$|[\\s_＿]+)`), '{today}'],
];

/** What is written into a line of a workbook; the line itself when nothing is known for it. */
export const proposeLine = (text: string): string => {
  if (/^\s*(20\d\d|[\s_＿]*)\s*年\s*(\d{1,2}|[\s_＿]*)\s*月份?\s*$/.test(text)) return '{period}';
  const filled = labelled.reduce(
    (line, [label, fact]) =>
      line.replace(label, (_, name: string, colon: string) => `${name}${colon}${fact}　　`),
    text,
  );
  return filled.trimEnd();
};

const marks: readonly (readonly [RegExp, string])[] = [
  [/居委|社区|单位/, '{committee}'],
  [/部门|科室/, '{department}'],
  [/月份|期间|年月|时段/, '{period}'],
  [/日期|今天/, '{today}'],
  [/填表人|填报人|经办人/, '{keeper}'],
];

/** What a mark of a document outside its table takes; nothing when its name says nothing. */
export const proposeMark = (name: string): string => marks.find(([label]) => label.test(name))?.[1] ?? '';
