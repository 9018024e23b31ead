import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type CallError, call } from '#platform/contract/call.ts';
import { type ResidentBrief, searchResidents } from '../contract.ts';

/** Shorter than a person waits for, longer than between two keys. */
const pauseMs = 180;

/** The text once the typing pauses. */
export const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
};

/** Residents found by what is typed; nothing typed finds nothing. The text goes in a body, never an address. */
export const useSearch = (typed: string, limit = 12) => {
  const text = usePaused(typed.trim());
  return useQuery<ResidentBrief[], CallError>({
    queryKey: [searchResidents.id, text, limit],
    queryFn: ({ signal }) => call(searchResidents, { body: { text, limit }, signal }),
    enabled: text !== '',
  });
};
