import type { ReactNode } from 'react';
import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { useMedia } from '#platform/ui/media.ts';
import { Empty } from '#platform/ui/States.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import { useText } from '#platform/ui/text.ts';

export interface ListingProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** The same row on a phone. */
  title: (row: T) => ReactNode;
  detail: (row: T) => ReactNode;
  extra?: (row: T) => ReactNode;
}

/** A table where there is room, rows on a phone. */
export const Listing = <T,>({ label, columns, rows, keyOf, title, detail, extra }: ListingProps<T>) => {
  const t = useText();
  const wide = useMedia('(min-width: 800px)');
  if (rows.length === 0) return <Empty>{t('organisation.none-here')}</Empty>;
  if (wide) return <Table label={label} columns={columns} rows={rows} keyOf={keyOf} />;
  return (
    <Card>
      <Rows label={label}>
        {rows.map((row) => (
          <Row key={keyOf(row)} title={title(row)} detail={detail(row)} extra={extra?.(row)} />
        ))}
      </Rows>
    </Card>
  );
};
