import type { ReactNode } from 'react';

export interface Column<T> {
  key: string;
  title: ReactNode;
  /** Figures stand to the right. */
  figures?: boolean;
  show: (row: T) => ReactNode;
}

export interface TableProps<T> {
  /** What the table holds, for those who hear it. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** The row the page is about now. */
  chosen?: string | null;
  onChoose?: (row: T) => void;
}

/** A plain table that scrolls sideways when it must; antd's Table is for sorting, filters and thousands of rows. */
export const Table = <T,>({ label, columns, rows, keyOf, chosen, onChoose }: TableProps<T>) => (
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
          <tr
            key={keyOf(row)}
            aria-selected={onChoose ? keyOf(row) === chosen : undefined}
            className={keyOf(row) === chosen ? 'qz-chosen' : undefined}
            onClick={onChoose ? () => onChoose(row) : undefined}
          >
            {columns.map((column, at) => (
              <td key={column.key} className={column.figures ? 'qz-figures' : undefined}>
                {at === 0 && onChoose ? (
                  <button type="button" className="qz-cell" aria-pressed={keyOf(row) === chosen}>
                    {column.show(row)}
                  </button>
                ) : (
                  column.show(row)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
