import { useSyncExternalStore } from 'react';

const query = '(max-width: 899px)';

const subscribe = (changed: () => void): (() => void) => {
  const media = matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

/** A phone, or a window as narrow: cards instead of a table, the paper only when asked for. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches);
