import type { WidthOf } from './fit-text.ts';
import { type PaperForm, PaperRefusal } from './form.ts';
import { headerGrid } from './header-grid.ts';
import { printable } from './text-width.ts';

/** What every form may need beyond what stands in it: for cutting and for page numbers. */
const ALWAYS = '… 0123456789';

const add = (text: string, into: Set<string>): void => {
  for (const char of text) into.add(char);
};

/** Every character of a form's own lines and of its rows `from` up to before `to`, as they are printed. */
export const charactersOf = (form: PaperForm, from: number, to: number): Set<string> => {
  const found = new Set(ALWAYS);
  const lines = [form.title, ...form.meta.left, ...form.meta.right, ...form.footer, '　'];
  const labels = headerGrid(form.header).cells.map(({ label }) => label);
  for (const text of [...lines, ...labels, ...(form.totals ?? [])]) add(text, found);
  for (const row of form.rows.slice(from, to)) for (const text of row) add(text, found);
  return new Set(printable([...found].join('')));
};

/** Measures characters, in em; the answer in their order. */
export type Measure = (characters: readonly string[]) => readonly number[];

/**
 * Widths of characters as the typesetter sets them, each measured once. A line is never wider than its
 * characters: kerning and ligatures are off, and punctuation is only ever drawn together.
 */
export class CharWidths {
  readonly #known = new Map<string, number>();

  /** Measures what is not known yet. */
  learn(characters: ReadonlySet<string>, measure: Measure): void {
    const unknown = [...characters].filter((char) => !this.#known.has(char));
    if (unknown.length === 0) return;
    const widths = measure(unknown);
    if (widths.length !== unknown.length)
      throw new PaperRefusal('typesetting-failed', 'the characters could not be measured');
    for (const [index, char] of unknown.entries()) this.#known.set(char, widths[index] ?? 1);
  }

  /** A character that was never measured takes a full square. */
  readonly widthOf: WidthOf = (char) => this.#known.get(char) ?? 1;
}
