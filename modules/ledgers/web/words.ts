import type { Say } from '#platform/ui/text.ts';
import type { Ledger, LedgerColumn } from '../contract.ts';

/** 38 条, 12 人, 33 行. */
export const rowsText = (t: Say, grain: Ledger['grain'], n: number): string =>
  t(grain === 'event' ? 'ledgers.rows' : grain === 'resident' ? 'ledgers.people' : 'ledgers.lines', { n });

/** The header cell right above a column. */
export const labelOf = ({ path }: LedgerColumn): string => path.at(-1) ?? '';

/** The same with what stands above it, where the short label alone says too little (人数). */
export const longLabelOf = ({ path }: LedgerColumn): string => path.slice(-2).join(' ');
