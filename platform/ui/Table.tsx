import type { ComponentType, ReactNode } from 'react';
import { useOfficePiece } from './office-piece.ts';
import { bringTable } from './office-pieces.ts';

export interface Column<T> {
  key: string;
  title: ReactNode;
  /** Figures stand to the right. */
  figures?: boolean;
  show: (row: T) => ReactNode;
  /** What the column is sorted by on an office PC; without it, it is not. */
  by?: (row: T) => string | number;
  /** What can be done with the row: stays in sight on an office PC when the table is wider than its place. */
  stays?: boolean;
}

export interface TableProps<T> {
  /** What the table holds, for those who hear it. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** The rows are one page of more, which the server sends page by page; `page` begins at 1. */
  paging?: { page: number; size: number; total: number; onPage: (page: number) => void };
}

/** A plain table that scrolls sideways when it must. */
const LightTable = <T,>({ label, columns, rows, keyOf }: TableProps<T>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section className="qz-table" aria-label={label} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.figures ? 'qz-figures' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <td key={column.key} className={column.figures ? 'qz-figures' : undefined}>
                {column.show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** A table: sorted and in pages where there is an office PC's width (Ant Design's), plain elsewhere and until that is here. */
export const Table = <T,>(props: TableProps<T>) => {
  const Office = useOfficePiece(bringTable) as ComponentType<TableProps<T>> | null;
  return Office ? <Office {...props} /> : <LightTable {...props} />;
};
