import { Button, Card, useText } from '#platform/ui/index.ts';
import type { Column, LedgerDefinition } from '../../domain/definition.ts';
import { ColumnRow } from './ColumnRow.tsx';
import { newKey, type Source } from './draft.ts';

export interface PartProps {
  definition: LedgerDefinition;
  sources: readonly Source[];
  onDefinition: (definition: LedgerDefinition) => void;
}

/** The columns in their order; neighbours that share header cells are joined on the paper beside. */
export const Columns = ({ definition, sources, onDefinition }: PartProps) => {
  const t = useText();
  const { columns } = definition;
  const put = (next: readonly Column[]) => {
    const keys = new Set(next.map(({ key }) => key));
    const order = definition.order.columns.filter(({ column }) => keys.has(column));
    onDefinition({ ...definition, columns: [...next], order: { ...definition.order, columns: order } });
  };
  const move = (at: number, by: -1 | 1) => {
    const moved = columns[at];
    if (moved) put(columns.toSpliced(at, 1).toSpliced(at + by, 0, moved));
  };
  const add = () =>
    put([
      ...columns,
      {
        key: newKey(columns),
        path: [t('ledgers.design.new-column')],
        shows: { blank: true },
        width: { share: 1 },
      },
    ]);
  return (
    <Card title={t('ledgers.design.columns', { n: columns.length })}>
      <p className="qz-detail">{t('ledgers.design.header-hint')}</p>
      <ul className="lg-cards">
        {columns.map((column, at) => (
          <ColumnRow
            key={column.key}
            column={column}
            sources={sources}
            first={at === 0}
            last={at === columns.length - 1}
            onColumn={(next) => put(columns.with(at, next))}
            onMove={(by) => move(at, by)}
            onRemove={() => put(columns.toSpliced(at, 1))}
          />
        ))}
      </ul>
      <Button disabled={columns.length >= 60} onClick={add}>
        {t('ledgers.design.add-column')}
      </Button>
    </Card>
  );
};
