import { type ActField, type Expression, partsOf, type RegisterField } from './expression.ts';

/**
 * Types of the language. `day` is `YYYY-MM-DD`. `sealed` is kept encrypted (ID number, phone): it can
 * be a column of its own and nothing else, for the database cannot read it.
 */
export type ValueType = 'text' | 'number' | 'day' | 'truth' | 'list' | 'sealed';

/** The types of what can be named; an element the office's dictionary does not have is not there. */
export interface Vocabulary {
  readonly elements: ReadonlyMap<string, ValueType>;
}

/** Element types of the dictionary in the language's types. Pictures, signatures, phones and ID numbers of an act stay out. */
const elementTypes: Readonly<Record<string, ValueType>> = {
  text: 'text',
  longtext: 'text',
  address: 'text',
  code: 'text',
  time: 'text',
  int: 'number',
  decimal: 'number',
  money: 'number',
  date: 'day',
  bool: 'truth',
  multi: 'list',
};

/** The language's words for a dictionary of data elements. */
export interface ElementType {
  readonly code: string;
  readonly type: string;
}

export const vocabularyOf = (elements: readonly ElementType[]): Vocabulary => ({
  elements: new Map(
    elements.flatMap(({ code, type }) => {
      const known = elementTypes[type];
      return known ? [[code, known] as const] : [];
    }),
  ),
});

export const registerTypes: Readonly<Record<RegisterField, ValueType>> = {
  name: 'text',
  sex: 'text',
  birth: 'day',
  age: 'number',
  address: 'text',
  phone: 'sealed',
  idNo: 'sealed',
};

export const actTypes: Readonly<Record<ActField, ValueType>> = {
  date: 'day',
  time: 'text',
  worker: 'text',
  committee: 'text',
};

/** An expression that makes no sense, in words for whoever declares the ledger. */
export class TypeProblem extends Error {
  override name = 'TypeProblem';
}

const deepest = 8;

const must = (type: ValueType, ...allowed: readonly ValueType[]): void => {
  if (!allowed.includes(type)) throw new TypeProblem(`${type} 不能用在这里，应为 ${allowed.join(' / ')}`);
};

const elementType = (code: string, { elements }: Vocabulary): ValueType => {
  const type = elements.get(code);
  if (!type) throw new TypeProblem(`没有数据元 ${code}`);
  return type;
};

const literalType = (value: string | number | boolean): ValueType =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'truth' : 'text';

/** A literal day is written as text and takes the type of what it is compared with. */
const comparable = (left: ValueType, right: ValueType, expression: Expression): boolean =>
  left === right ||
  (left === 'day' &&
    'right' in expression &&
    'value' in expression.right &&
    right === 'text' &&
    isDay(expression.right.value));

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const comparisonType = (
  expression: Extract<Expression, { is: unknown }>,
  words: Vocabulary,
  depth: number,
): ValueType => {
  const left = typeAt(expression.left, words, depth);
  const right = typeAt(expression.right, words, depth);
  const ordered = expression.is !== '=' && expression.is !== '≠';
  must(left, ...(ordered ? (['number', 'day'] as const) : (['number', 'day', 'text', 'truth'] as const)));
  if (!comparable(left, right, expression)) throw new TypeProblem(`${left} 不能与 ${right} 比较`);
  return 'truth';
};

const allMust = (
  expressions: readonly Expression[],
  words: Vocabulary,
  depth: number,
  ...types: ValueType[]
): void => {
  for (const one of expressions) must(typeAt(one, words, depth), ...types);
};

const choiceType = (
  expression: Extract<Expression, { when: unknown }>,
  words: Vocabulary,
  depth: number,
): ValueType => {
  allMust([expression.when], words, depth, 'truth');
  const then = typeAt(expression.gives, words, depth);
  must(then, 'text', 'number', 'day', 'truth');
  must(typeAt(expression.otherwise, words, depth), then);
  return then;
};

const namedType = (expression: Expression, words: Vocabulary): ValueType | null => {
  if ('value' in expression) return literalType(expression.value);
  if ('register' in expression) return registerTypes[expression.register];
  if ('act' in expression) return actTypes[expression.act];
  if ('known' in expression) return elementType(expression.known, words);
  return 'element' in expression ? elementType(expression.element, words) : null;
};

const typeAt = (expression: Expression, words: Vocabulary, depth: number): ValueType => {
  if (depth > deepest) throw new TypeProblem('条件套得太深，请拆开');
  const named = namedType(expression, words);
  if (named) return named;
  const next = depth + 1;
  if ('is' in expression) return comparisonType(expression, words, next);
  if ('when' in expression) return choiceType(expression, words, next);
  const parts = partsOf(expression);
  if ('all' in expression || 'any' in expression || 'not' in expression) allMust(parts, words, next, 'truth');
  else if ('one' in expression) allMust(parts, words, next, 'text');
  else if ('list' in expression) allMust(parts, words, next, 'list');
  else if ('filled' in expression) allMust(parts, words, next, 'text', 'number', 'day', 'truth', 'list');
  else if ('joined' in expression) allMust(parts, words, next, 'text', 'number', 'day');
  else allMust(parts, words, next, 'number');
  if ('sum' in expression || 'difference' in expression) return 'number';
  return 'joined' in expression ? 'text' : 'truth';
};

/**
 * The type of an expression.
 * @throws {TypeProblem} when it names what is not there or mixes what cannot be mixed
 */
export const typeOf = (expression: Expression, words: Vocabulary): ValueType => typeAt(expression, words, 0);
