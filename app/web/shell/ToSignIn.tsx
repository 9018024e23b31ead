import { useEffect } from 'react';
import { goTo } from '#platform/ui/address.ts';

/** Sends to the sign-in page, which comes back here afterwards. */
export const ToSignIn = () => {
  useEffect(() => {
    const here = location.pathname + location.search;
    void goTo(here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`, { replace: true });
  }, []);
  return null;
};
