import { useEffect, useState } from 'react';

const everyMs = 3_000;

/** Whether the server answers again: a phone says it is online before anything can be fetched. */
export const useNetworkBack = (): boolean => {
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (back) return;
    const ask = () => {
      if (!navigator.onLine) return;
      fetch('/healthz', { cache: 'no-store' }).then(
        ({ ok }) => ok && setBack(true),
        () => undefined,
      );
    };
    const again = setInterval(ask, everyMs);
    addEventListener('online', ask);
    return () => {
      clearInterval(again);
      removeEventListener('online', ask);
    };
  }, [back]);
  return back;
};
