import { useState } from 'react';
import type { LedgerPage, LedgerRow } from '../contract.ts';
import { RowStory } from './RowStory.tsx';
import { briefColumns, CellText, RowTags } from './RowTable.tsx';
import { labelOf } from './words.ts';

interface CardProps {
  shown: LedgerPage;
  row: LedgerRow;
}

const Values = ({ shown, row, without }: CardProps & { without: number }) => (
  <span className="lg-card-values">
    {briefColumns(shown.columns)
      .filter(({ at }) => at !== without && row.cells[at]?.text)
      .map(({ column, at }) => (
        <span key={column.key}>
          <span className="lg-card-label">{labelOf(column)}</span> <CellText cell={row.cells[at]} />
        </span>
      ))}
    <RowTags row={row} />
  </span>
);

const RowCard = ({ shown, row }: CardProps) => {
  const [open, setOpen] = useState(false);
  const name = shown.columns.findIndex(({ key }) => key === 'name');
  const title = row.cells[name]?.text ?? '';
  return (
    <li className="lg-card">
      <button type="button" className="lg-card-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="lg-card-name">{title}</span>
        <Values shown={shown} row={row} without={name} />
      </button>
      {open && <RowStory shown={shown} row={row} />}
    </li>
  );
};

/** Rows on a phone: who first, then what was found. */
export const RowCards = ({ shown }: { shown: LedgerPage }) => (
  <ul className="lg-cards" aria-label={shown.ledger.name}>
    {shown.rows.map((row) => (
      <RowCard key={row.key} shown={shown} row={row} />
    ))}
  </ul>
);
