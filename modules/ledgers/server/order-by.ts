import { Refusal } from '#platform/contract/problem.ts';
import { type Column, isSortable } from '../domain/definition.ts';
import { problems } from '../problems.ts';
import type { RowOrder } from './rows.ts';
import type { View } from './views.ts';

/** @throws {Refusal} noColumn for one that is not there, is sealed or holds nothing to sort by */
export const orderBy = (
  columns: readonly Column[],
  view: View,
  sort: string | undefined,
  descending: boolean,
): RowOrder | null => {
  if (sort === undefined) return null;
  const column = columns.find(({ key }) => key === sort);
  if (!column || !isSortable(column, view.words)) throw new Refusal(problems.noColumn);
  return { column, descending };
};
