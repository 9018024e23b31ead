import { Table as AntdTable, type TableColumnsType } from 'antd';
import type { ComponentProps } from 'react';
import type { Column, TableProps } from '../Table.tsx';
import { OfficeTheme } from './OfficeTheme.tsx';

/** Longer lists come in pages of this many rows. */
const pageSize = 50;

const collator = new Intl.Collator('zh-CN', { numeric: true });
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

const columnsOf = <T,>(columns: readonly Column<T>[]): TableColumnsType<T> =>
  columns.map(({ key, title, figures, show, by, stays }) => ({
    key,
    title,
    align: figures ? 'right' : 'left',
    render: (_: unknown, row: T) => show(row),
    ...(stays ? { fixed: 'end' } : {}),
    ...(by ? { sorter: (a: T, b: T) => compare(by(a), by(b)) } : {}),
  }));

/** Scrolls sideways by the arrow keys, also where nothing in it can be pressed. */
const KeyboardTable = ({ style, ...props }: ComponentProps<'table'>) => (
  // The frame around it cuts off what is outside: the focus is shown within.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <table {...props} style={{ ...style, outlineOffset: -3 }} tabIndex={0} />
);
const components = { table: KeyboardTable };

/** Ant Design's table in the product's look: sorted by its heads, in pages; a page of rows may be the server's. */
export const OfficeTable = <T extends object>({ label, columns, rows, keyOf, paging }: TableProps<T>) => {
  const inPages = paging
    ? { current: paging.page, pageSize: paging.size, total: paging.total, onChange: paging.onPage }
    : { defaultPageSize: pageSize };
  return (
    <OfficeTheme>
      <div className="qz-office-table">
        <AntdTable<T>
          aria-label={label}
          components={components}
          columns={columnsOf(columns)}
          dataSource={[...rows]}
          rowKey={keyOf}
          showSorterTooltip={false}
          scroll={{ x: 'max-content' }}
          styles={{ section: { border: '1px solid var(--qz-line)', borderRadius: 'var(--qz-radius)' } }}
          pagination={{ ...inPages, hideOnSinglePage: true, showSizeChanger: false, size: 'medium' }}
        />
      </div>
    </OfficeTheme>
  );
};
