import { lazy, Suspense, useState } from 'react';
import { useMay } from '#platform/ui/me.ts';

const OutboxCard = lazy(() => import('./OutboxCard.tsx'));

/** Asked without opening the phone's store, which on most days has nothing. */
const mayWait = (): boolean => {
  try {
    return localStorage.getItem('qz-waiting') === '1';
  } catch {
    return false;
  }
};

/** For Today: what was noted without a network is sent, and what a person must look at is shown. */
export const WaitingOnPhone = () => {
  const may = useMay('records.enter');
  const [shown] = useState(mayWait);
  if (!may || !shown) return null;
  return (
    <Suspense fallback={null}>
      <OutboxCard />
    </Suspense>
  );
};
