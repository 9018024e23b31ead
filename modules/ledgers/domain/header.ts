/** One cell of a merged header; a cell without children is a column, in order. */
export interface HeaderTree {
  readonly label: string;
  readonly children: readonly HeaderTree[];
  /** Leaves only: which column it is, from 0. */
  readonly column: number | null;
}

interface Branch {
  label: string;
  children: Branch[];
  column: number | null;
}

const grow = (siblings: Branch[], path: readonly string[], column: number): void => {
  const [label = '', ...rest] = path;
  const last = siblings.at(-1);
  if (rest.length === 0) siblings.push({ label, children: [], column });
  else if (last && last.column === null && last.label === label) grow(last.children, rest, column);
  else {
    const branch: Branch = { label, children: [], column: null };
    siblings.push(branch);
    grow(branch.children, rest, column);
  }
};

/**
 * Joins neighbouring columns under the header cells they share (合并表头). Columns that are not
 * neighbours are never joined: the order of the columns is the department's own.
 *
 * @example headerTree([['血压', '收缩压'], ['血压', '舒张压']]) // one cell 血压 over two columns
 */
export const headerTree = (paths: readonly (readonly string[])[]): readonly HeaderTree[] => {
  const roots: Branch[] = [];
  paths.forEach((path, column) => void grow(roots, path, column));
  return roots;
};
