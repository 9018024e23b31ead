import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type CallError, call } from '#platform/contract/call.ts';
import type { OutputOf } from '#platform/contract/route.ts';
import { officeToday } from '#platform/ui/index.ts';
import { previewLedgerDesign } from '../../contract.ts';
import type { LedgerDefinition } from '../../domain/definition.ts';

/** Long enough not to print every letter, short enough to see what one does. */
const pauseMs = 500;

const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};

/** The paper as the definition would print it now; the sheet before stays until the next is there. */
export const useDraftPaper = (
  definition: LedgerDefinition,
  page: number,
): UseQueryResult<OutputOf<typeof previewLedgerDesign>, CallError> => {
  const settled = useSettled(definition);
  const body = {
    definition: settled as unknown as Record<string, unknown>,
    month: officeToday().slice(0, 7),
    page,
  };
  return useQuery({
    queryKey: [previewLedgerDesign.id, body],
    queryFn: ({ signal }) => call(previewLedgerDesign, { body, signal }),
    placeholderData: (before) => before,
    retry: false,
  });
};
