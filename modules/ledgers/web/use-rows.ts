import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type CallError, call } from '#platform/contract/call.ts';
import { useCall } from '#platform/ui/index.ts';
import {
  countLedgerRows,
  filterLedger,
  getLedgerPage,
  type LedgerFilter,
  type LedgerPage,
} from '../contract.ts';
import type { Asked } from './use-asked.ts';

/** A page of a ledger; narrowed, it is asked by POST, for what is typed may be a name. */
export const useRows = (
  id: string,
  { query }: Asked,
  filters: readonly LedgerFilter[],
): UseQueryResult<LedgerPage, CallError> => {
  const narrowed = filters.length > 0;
  const { page, descending, ...rest } = query;
  const body = { ...rest, page: Number(page ?? 1), descending: descending === 'true', filters: [...filters] };
  const some = useQuery<LedgerPage, CallError>({
    queryKey: [filterLedger.id, id, body],
    queryFn: ({ signal }) => call(filterLedger, { params: { id }, body, signal }),
    enabled: narrowed,
    placeholderData: (before) => before,
  });
  const all = useCall(getLedgerPage, { params: { id }, query }, { keep: true, enabled: !narrowed });
  return narrowed ? some : all;
};

/** How many rows there are, where the page leaves it out because they are very many; null until it is known. */
export const useTotal = (
  id: string,
  { query }: Asked,
  filters: readonly LedgerFilter[],
  shown: LedgerPage | undefined,
): number | null => {
  const { page: _, sort: __, descending: ___, ...rest } = query;
  const body = { ...rest, filters: [...filters] };
  const counted = useQuery({
    queryKey: [countLedgerRows.id, id, body],
    queryFn: ({ signal }) => call(countLedgerRows, { params: { id }, body, signal }),
    enabled: shown?.total === null,
  });
  return shown?.total ?? counted.data?.total ?? null;
};
