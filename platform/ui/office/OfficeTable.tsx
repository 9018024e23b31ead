import { Table as AntdTable, type TableColumnsType } from 'antd';
import type { Column, TableProps } from '../Table.tsx';
import { OfficeTheme } from './OfficeTheme.tsx';

/** Longer lists come in pages of this many rows. */
const pageSize = 50;

const collator = new Intl.Collator('zh-CN', { numeric: true });
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

const columnsOf = <T,>(columns: readonly Column<T>[]): TableColumnsType<T> =>
  columns.map(({ key, title, figures, show, by }) => ({
    key,
    title,
    align: figures ? 'right' : 'left',
    render: (_: unknown, row: T) => show(row),
    ...(by ? { sorter: (a: T, b: T) => compare(by(a), by(b)) } : {}),
  }));

/** Ant Design's table in the product's look. */
export const OfficeTable = <T extends object>({ label, columns, rows, keyOf }: TableProps<T>) => (
  <OfficeTheme>
    <AntdTable<T>
      aria-label={label}
      columns={columnsOf(columns)}
      dataSource={[...rows]}
      rowKey={keyOf}
      size="middle"
      showSorterTooltip={false}
      pagination={rows.length > pageSize ? { pageSize, showSizeChanger: false } : false}
    />
  </OfficeTheme>
);
