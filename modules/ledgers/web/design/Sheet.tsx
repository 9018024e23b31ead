import { Card, Choice, NumberField, SelectField, TextField, useText } from '#platform/ui/index.ts';
import type { Layout, LedgerDefinition } from '../../domain/definition.ts';
import type { PartProps } from './Columns.tsx';

const cut = (text: string): string[] =>
  text
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, 6);

const Order = ({ definition, onDefinition }: Omit<PartProps, 'sources'>) => {
  const t = useText();
  const { order, columns } = definition;
  const [by] = order.columns;
  const options = columns
    .filter(({ shows }) => 'expression' in shows)
    .map(({ key, path }) => ({ value: key, label: path.slice(-2).join(' ') }));
  const put = (next: LedgerDefinition['order']) => onDefinition({ ...definition, order: next });
  return (
    <>
      <SelectField
        label={t('ledgers.design.order')}
        value={by?.column ?? ''}
        placeholder={t('ledgers.design.order-natural')}
        onValue={(column) => put({ ...order, columns: column ? [{ column, descending: false }] : [] })}
        options={options}
      />
      {definition.grain === 'event' && (
        <Choice
          label={t('ledgers.design.days')}
          options={[
            { value: 'new', label: t('ledgers.design.newest') },
            { value: 'old', label: t('ledgers.design.oldest') },
          ]}
          value={order.newestFirst ? 'new' : 'old'}
          onValue={(one) => put({ ...order, newestFirst: one === 'new' })}
        />
      )}
    </>
  );
};

/** The fixed form: title, sheet, rows a page, the line above the table and the line to sign on. */
export const Sheet = ({ definition, onDefinition }: Omit<PartProps, 'sources'>) => {
  const t = useText();
  const { layout } = definition;
  const put = (part: Partial<Layout>) => onDefinition({ ...definition, layout: { ...layout, ...part } });
  return (
    <Card title={t('ledgers.design.sheet')}>
      <TextField
        label={t('ledgers.design.title')}
        value={layout.title}
        maxLength={60}
        onValue={(title) => put({ title })}
      />
      <div className="lg-filters">
        <SelectField
          label={t('ledgers.design.paper')}
          value={`${layout.paper} ${layout.orientation}`}
          onValue={(value) => {
            const [paper, orientation] = value.split(' ') as [Layout['paper'], Layout['orientation']];
            put({ paper, orientation });
          }}
          options={['A4 portrait', 'A4 landscape', 'A3 portrait', 'A3 landscape'].map((value) => ({
            value,
            label: t(`ledgers.design.paper.${value.replace(' ', '-')}`),
          }))}
        />
        <NumberField
          label={t('ledgers.design.rows')}
          value={layout.rowsPerPage}
          min={1}
          max={100}
          onValue={(rowsPerPage) => rowsPerPage && put({ rowsPerPage: Math.round(rowsPerPage) })}
        />
      </div>
      <TextField
        label={t('ledgers.design.above-left')}
        hint={t('ledgers.design.line-hint')}
        value={layout.meta.left.join(' | ')}
        onValue={(text) => put({ meta: { ...layout.meta, left: cut(text) } })}
      />
      <TextField
        label={t('ledgers.design.above-right')}
        value={layout.meta.right.join(' | ')}
        onValue={(text) => put({ meta: { ...layout.meta, right: cut(text) } })}
      />
      <TextField
        label={t('ledgers.design.footer')}
        value={layout.footer.join(' | ')}
        onValue={(text) => put({ footer: cut(text) })}
      />
      <Order definition={definition} onDefinition={onDefinition} />
    </Card>
  );
};
