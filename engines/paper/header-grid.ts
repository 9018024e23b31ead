import type { HeaderNode } from './form.ts';

/** A header cell on the grid of leaf columns (x) and levels (y), both from 0. */
export interface HeaderCell {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
}

export interface HeaderGrid {
  readonly levels: number;
  readonly leaves: readonly HeaderNode[];
  readonly cells: readonly HeaderCell[];
}

const childrenOf = (node: HeaderNode): readonly HeaderNode[] => node.children ?? [];

const depthOf = (nodes: readonly HeaderNode[]): number =>
  nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map((node) => depthOf(childrenOf(node))));

/** The columns of a header tree, from left to right. */
export const headerLeaves = (nodes: readonly HeaderNode[]): HeaderNode[] =>
  nodes.flatMap((node) => (childrenOf(node).length === 0 ? [node] : headerLeaves(childrenOf(node))));

/**
 * Lays a header tree of any depth out as merged cells that cover the grid without gap or overlap:
 * a group spans its columns, a column that ends early reaches down to the last level.
 */
export const headerGrid = (nodes: readonly HeaderNode[]): HeaderGrid => {
  const levels = depthOf(nodes);
  const cells: HeaderCell[] = [];
  const place = (siblings: readonly HeaderNode[], left: number, y: number): void => {
    let x = left;
    for (const node of siblings) {
      const below = childrenOf(node);
      const colspan = Math.max(1, headerLeaves(below).length);
      cells.push({ label: node.label, x, y, colspan, rowspan: below.length === 0 ? levels - y : 1 });
      place(below, x, y + 1);
      x += colspan;
    }
  };
  place(nodes, 0, 0);
  return { levels, leaves: headerLeaves(nodes), cells };
};
