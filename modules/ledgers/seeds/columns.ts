import type { Column } from '../domain/definition.ts';
import type { Expression } from '../domain/expression.ts';

type Path = readonly [string, ...string[]];
type Rest = Partial<Pick<Column, 'align' | 'day' | 'decimals' | 'flag' | 'brief'>>;

/** Shorthand for declaring columns: name, header cells from the top, what stands there, width. */
export const column = (
  key: string,
  path: Path,
  expression: Expression,
  width: number,
  rest: Rest = {},
): Column => ({
  key,
  path,
  shows: { expression },
  width: { share: width },
  ...rest,
});

/** Also in the short list on screen. */
export const brief = { brief: true } as const;

export const serial: Column = { key: 'no', path: ['序号'], shows: { serial: true }, width: { mm: 10 } };

export const blank = (key: string, path: Path, width: number): Column => ({
  key,
  path,
  shows: { blank: true },
  width: { share: width },
});

/** At or above 140/90 mmHg in the consulting room counts as high (中国高血压防治指南). */
export const highPressure = (pressure: (code: string) => Expression): Expression => ({
  any: [
    { is: '≥', left: pressure('bp.sys'), right: { value: 140 } },
    { is: '≥', left: pressure('bp.dia'), right: { value: 90 } },
  ],
});

export const ofAct = (code: string): Expression => ({ element: code });
export const knownOf = (code: string): Expression => ({ known: code });
