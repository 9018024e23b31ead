import { useState } from 'react';
import { Button, SelectField, TextField, useText } from '#platform/ui/index.ts';
import type { LedgerFilter, LedgerPage } from '../contract.ts';
import { longLabelOf } from './words.ts';

const kinds = ['has', '=', '≥', '≤', 'filled', 'empty'] as const;
const needsNothing = (kind: string): boolean => kind === 'filled' || kind === 'empty';

const Chosen = ({
  filters,
  shown,
  onFilters,
}: {
  filters: readonly LedgerFilter[];
  shown: LedgerPage;
  onFilters: (filters: readonly LedgerFilter[]) => void;
}) => {
  const t = useText();
  return filters.map((filter, at) => {
    const column = shown.columns.find(({ key }) => key === filter.column);
    const words = `${column ? longLabelOf(column) : ''} ${t(`ledgers.filter.${filter.is}`)} ${filter.value ?? ''}`;
    return (
      <Button
        key={words}
        kind="quiet"
        aria-label={t('ledgers.filter.remove', { words })}
        onClick={() => onFilters(filters.filter((_, index) => index !== at))}
      >
        {words} ×
      </Button>
    );
  });
};

/** Narrows the rows on screen by any column; the paper keeps them all. */
export const Narrowing = ({
  shown,
  filters,
  onFilters,
}: {
  shown: LedgerPage;
  filters: readonly LedgerFilter[];
  onFilters: (filters: readonly LedgerFilter[]) => void;
}) => {
  const t = useText();
  const [column, setColumn] = useState('');
  const [is, setIs] = useState<LedgerFilter['is']>('has');
  const [value, setValue] = useState('');
  const columns = shown.columns
    .filter(({ filters: may }) => may)
    .map((one) => ({ value: one.key, label: longLabelOf(one) }));
  const ready = column !== '' && (needsNothing(is) || value.trim() !== '');
  const add = () => {
    if (!ready) return;
    onFilters([...filters, { column, is, value: needsNothing(is) ? null : value.trim() }]);
    setValue('');
  };
  return (
    <details className="lg-narrowing" open={filters.length > 0}>
      <summary>{t('ledgers.filter', { n: filters.length })}</summary>
      <form
        className="lg-filters"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <SelectField
          label={t('ledgers.filter.column')}
          value={column}
          onValue={setColumn}
          options={columns}
        />
        <SelectField
          label={t('ledgers.filter.how')}
          value={is}
          onValue={(next) => setIs(next as LedgerFilter['is'])}
          options={kinds.map((one) => ({ value: one, label: t(`ledgers.filter.${one}`) }))}
        />
        {!needsNothing(is) && (
          <TextField label={t('ledgers.filter.value')} value={value} onValue={setValue} maxLength={40} />
        )}
        <Button type="submit" disabled={!ready}>
          {t('ledgers.filter.add')}
        </Button>
      </form>
      {filters.length > 0 && (
        <p className="lg-chosen">
          <Chosen filters={filters} shown={shown} onFilters={onFilters} />
          <span className="qz-detail">{t('ledgers.filter.paper')}</span>
        </p>
      )}
    </details>
  );
};
