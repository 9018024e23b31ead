/** What a cell holds for a formula, by column from 0 and row from 1: a figure, text, nothing, or what nobody here can tell. */
export type FigureAt = (column: number, row: number) => number | 'text' | 'unknown' | undefined;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|([A-Z]+)(?=\()|([-+*/(),]))/y;
const MOST_CELLS = 200_000;

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'range';
      readonly cells: readonly [left: number, top: number, right: number, bottom: number];
    }
  | { readonly kind: 'name' | 'sign'; readonly text: string };

class NotKnown extends Error {}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const tokensOf = (formula: string): Token[] => {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const found = TOKEN.exec(formula);
    if (!found) throw new NotKnown();
    const [, number, c1, r1, c2 = c1, r2 = r1, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (c1 !== undefined)
      tokens.push({ kind: 'range', cells: [columnOf(c1), Number(r1), columnOf(c2 ?? c1), Number(r2)] });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
};

const FUNCTIONS: Record<string, (figures: readonly number[]) => number> = {
  SUM: (figures) => figures.reduce((sum, each) => sum + each, 0),
  COUNT: (figures) => figures.length,
  AVERAGE: (figures) => {
    if (figures.length === 0) throw new NotKnown();
    return figures.reduce((sum, each) => sum + each, 0) / figures.length;
  },
  MAX: (figures) => figures.reduce((most, each) => Math.max(most, each), figures[0] ?? 0),
  MIN: (figures) => figures.reduce((least, each) => Math.min(least, each), figures[0] ?? 0),
};

const figuresIn = (
  [left, top, right, bottom]: readonly [number, number, number, number],
  at: FigureAt,
): number[] => {
  if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) throw new NotKnown();
  const figures: number[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const figure = at(column, row);
      if (figure === 'unknown') throw new NotKnown();
      if (typeof figure === 'number') figures.push(figure);
    }
  return figures;
};

/** Reads sums of products of figures, cells, brackets and the functions above. */
const evaluate = (tokens: readonly Token[], at: FigureAt): number => {
  let next = 0;
  const sign = (): string | undefined => {
    const token = tokens[next];
    return token?.kind === 'sign' ? token.text : undefined;
  };
  const expect = (text: string): void => {
    if (sign() !== text) throw new NotKnown();
    next += 1;
  };
  const call = (name: string): number => {
    const run = FUNCTIONS[name];
    if (!run) throw new NotKnown();
    expect('(');
    const figures: number[] = [];
    for (;;) {
      const token = tokens[next];
      if (token?.kind === 'range') {
        next += 1;
        figures.push(...figuresIn(token.cells, at));
      } else figures.push(sum());
      if (sign() !== ',') break;
      next += 1;
    }
    expect(')');
    return run(figures);
  };
  const factor = (): number => {
    const token = tokens[next];
    next += 1;
    if (token?.kind === 'number') return token.value;
    if (token?.kind === 'name') return call(token.text);
    if (token?.kind === 'range') {
      const [left, top, right, bottom] = token.cells;
      if (left !== right || top !== bottom) throw new NotKnown();
      const figure = at(left, top) ?? 0;
      if (typeof figure !== 'number') throw new NotKnown();
      return figure;
    }
    if (token?.text === '-') return -factor();
    if (token?.text !== '(') throw new NotKnown();
    const value = sum();
    expect(')');
    return value;
  };
  const product = (): number => {
    let value = factor();
    for (let op = sign(); op === '*' || op === '/'; op = sign()) {
      next += 1;
      const right = factor();
      if (op === '/' && right === 0) throw new NotKnown();
      value = op === '*' ? value * right : value / right;
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (let op = sign(); op === '+' || op === '-'; op = sign()) {
      next += 1;
      value = op === '+' ? value + product() : value - product();
    }
    return value;
  };
  const value = sum();
  if (next !== tokens.length) throw new NotKnown();
  return Number(value.toPrecision(15));
};

/**
 * What a plain formula of a form gives (SUM, COUNT, AVERAGE, MAX, MIN, + - * /), for readers that show a file without
 * working it out, as previews on phones do. Undefined for any other formula: those are left to the program.
 */
export const resultOf = (formula: string, at: FigureAt): number | undefined => {
  try {
    return evaluate(tokensOf(formula), at);
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
};
