import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useGo } from '#platform/ui/go.tsx';

/** Sends to the sign-in page, which comes back here afterwards. */
export const ToSignIn = () => {
  const go = useGo();
  const here = useRouterState({ select: ({ location }) => location.href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    go(here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`, { replace: true });
  }, []);
  return null;
};
