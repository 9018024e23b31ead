import type { QueryIn } from '#platform/contract/route.ts';
import { useAddressValue } from '#platform/ui/index.ts';
import type { getLedgerPage } from '../contract.ts';

/** What of a ledger is shown; kept in the address, so that reload and back keep it. */
export interface Asked {
  readonly query: QueryIn<typeof getLedgerPage>;
  readonly until: string;
  readonly setUntil: (month: string) => void;
  readonly sort: string;
  readonly descending: boolean;
  readonly setSort: (column: string) => void;
  readonly setCommittee: (id: string) => void;
  readonly setMonth: (month: string) => void;
  readonly setPage: (page: number) => void;
}

export const useAsked = (): Asked => {
  const [committee, setCommittee] = useAddressValue('committee');
  const [month, setMonth] = useAddressValue('month');
  const [until, setUntil] = useAddressValue('until');
  const [page, setPage] = useAddressValue('page', '1');
  // One value, for two changes of the address at once would lose one: "-date" is descending.
  const [order, setOrder] = useAddressValue('sort');
  const descending = order.startsWith('-');
  const sort = descending ? order.slice(1) : order;
  return {
    query: {
      page,
      ...(committee ? { committee } : {}),
      ...(month ? { month } : {}),
      ...(until ? { until } : {}),
      ...(sort ? { sort, descending: descending ? 'true' : 'false' } : {}),
    },
    until,
    setUntil,
    sort,
    descending,
    setSort: (column) => setOrder(column === sort && !descending ? `-${column}` : column),
    setCommittee,
    setMonth,
    setPage: (next) => setPage(String(next)),
  };
};
