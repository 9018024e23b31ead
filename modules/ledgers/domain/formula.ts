import type { Expression } from './expression.ts';
import { TypeProblem } from './typing.ts';

/** Names a formula may use, and what each stands for. */
export interface FormulaName {
  readonly name: string;
  readonly expression: Expression;
}

type Token = { readonly name: string } | { readonly sign: '+' | '-' } | { readonly glue: string };

const pattern = /\s*(?:\[([^\]]+)\]|([+＋\-－])|&\s*"([^"]{0,5})"\s*&|(&))/y;

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  const at = new RegExp(pattern);
  while (at.lastIndex < text.trimEnd().length) {
    const found = at.exec(text);
    if (!found) throw new TypeProblem('公式看不懂，请写成 [收缩压]-[舒张压] 这样');
    const [, name, sign, glue, bare] = found;
    if (name !== undefined) tokens.push({ name: name.trim() });
    else if (sign !== undefined) tokens.push({ sign: sign === '+' || sign === '＋' ? '+' : '-' });
    else tokens.push({ glue: bare === undefined ? (glue ?? '') : '' });
  }
  return tokens;
};

const named = (token: Token | undefined, names: readonly FormulaName[]): Expression => {
  if (!token || !('name' in token)) throw new TypeProblem('公式里两个名称之间要有 + - 或 &');
  const found = names.find(({ name }) => name === token.name);
  if (!found) throw new TypeProblem(`公式里没有“${token.name}”这一项`);
  return found.expression;
};

const combine = (left: Expression, between: Token, right: Expression): Expression => {
  if ('sign' in between) return between.sign === '+' ? { sum: [left, right] } : { difference: [left, right] };
  if ('glue' in between) return { joined: [left, right], by: between.glue };
  throw new TypeProblem('公式里两个名称之间要有 + - 或 &');
};

/**
 * Reads a formula as a clerk writes it: names in brackets with `+`, `-`, or `&"/"&` between them, from left
 * to right.
 *
 * @example readFormula('[收缩压]&"/"&[舒张压]', names) // { joined: […], by: '/' }
 * @throws {TypeProblem} with what is wrong, in words for whoever writes it
 */
export const readFormula = (text: string, names: readonly FormulaName[]): Expression => {
  const [first, ...rest] = tokensOf(text);
  let whole = named(first, names);
  for (let at = 0; at < rest.length; at += 2)
    whole = combine(whole, rest[at] as Token, named(rest[at + 1], names));
  return whole;
};

const same = (one: Expression, other: Expression): boolean => JSON.stringify(one) === JSON.stringify(other);

const chain = (
  parts: readonly Expression[],
  between: string,
  names: readonly FormulaName[],
): string | null => {
  const texts = parts.map((part, index) => sayFormula(part, names, index === 0));
  return texts.includes(null) ? null : texts.join(between);
};

/** A formula in the words it was written in; null for one that has none. */
export const sayFormula = (
  expression: Expression,
  names: readonly FormulaName[],
  first = true,
): string | null => {
  const found = names.find((one) => same(one.expression, expression));
  if (found) return `[${found.name}]`;
  // Read from the left: what is put together can only stand first.
  if (!first) return null;
  if ('sum' in expression) return chain(expression.sum, '+', names);
  if ('difference' in expression) return chain(expression.difference, '-', names);
  if ('joined' in expression) return chain(expression.joined, `&"${expression.by}"&`, names);
  return null;
};
