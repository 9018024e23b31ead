import type { Column } from './definition.ts';

const committee: Column = {
  key: 'committee',
  path: ['居委会'],
  shows: { expression: { act: 'committee' } },
  width: { share: 1.4 },
  brief: true,
};

const saysCommittee = ({ shows }: Column): boolean =>
  ('expression' in shows && 'act' in shows.expression && shows.expression.act === 'committee') ||
  ('dimension' in shows && shows.dimension === 'committee');

/** Columns of a form that holds the rows of all committees: it says whose each row is, after the running number. */
export const withCommittee = (columns: readonly Column[]): readonly Column[] => {
  if (columns.length === 0 || columns.some(saysCommittee)) return columns;
  const at = columns.findIndex(({ shows }) => 'serial' in shows) + 1;
  const own = { ...committee, key: columns.some(({ key }) => key === 'committee') ? 'whose' : committee.key };
  return columns.toSpliced(at, 0, own);
};
