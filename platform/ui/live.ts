import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Route } from '#platform/contract/route.ts';
import { refresh } from './calls.ts';
import { type Hear, hearTopics } from './live-hub.ts';

interface LiveOptions {
  /** Which answers an event makes old; without it, all. */
  refresh?: readonly Route[];
  /** Also told of each event (`resync` when something may have been missed). */
  onEvent?: Hear;
}

/**
 * Keeps the page as things are: an event of a topic (`office`, `committee:<id>`, `account:<id>`,
 * `sitting:<id>`) reads the answers on the page afresh. `null` topics are left out.
 */
export const useLive = (topics: readonly (string | null)[], options: LiveOptions = {}): void => {
  const queries = useQueryClient();
  const latest = useRef(options);
  latest.current = options;
  const wanted = topics.filter((topic) => topic !== null).join(',');
  useEffect(() => {
    if (wanted === '') return;
    return hearTopics(wanted.split(','), (topic, data) => {
      latest.current.onEvent?.(topic, data);
      void refresh(queries, latest.current.refresh);
    });
  }, [queries, wanted]);
};
