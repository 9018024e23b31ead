import { useSyncExternalStore } from 'react';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';

const watch = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Says that there is no network, for as long as there is none. */
export const Offline = () => {
  const t = useText();
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  if (online) return null;
  return (
    <div className="qz-banner">
      <Notice>{t('app.offline')}</Notice>
    </div>
  );
};
