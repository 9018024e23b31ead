import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type CallError, call } from '#platform/contract/call.ts';
import type { BodyIn, OutputOf, Route } from '#platform/contract/route.ts';

const settleMs = 250;

/** A value once it has stood still for a moment. */
const useSettled = (text: string): string => {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** Asks a dry-run route about what is being typed; `null` asks nothing. The answer before stays until the next. */
export const useTrial = <R extends Route>(
  to: R,
  body: BodyIn<R> | null,
): UseQueryResult<OutputOf<R>, CallError> & { settled: boolean } => {
  const text = JSON.stringify(body);
  const settled = useSettled(text);
  const asked = useQuery<OutputOf<R>, CallError>({
    queryKey: [to.id, settled],
    queryFn: ({ signal }) => call(to, { body: JSON.parse(settled), signal }),
    enabled: settled !== 'null',
    placeholderData: keepPreviousData,
  });
  return { ...asked, settled: settled === text && !asked.isFetching };
};
