import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { SignInForm } from '#modules/identity/web';
import { LightDialog } from '#platform/ui/Dialog.tsx';
import type { Me } from '#platform/ui/me.ts';
import { useText } from '#platform/ui/text.ts';
import { ended, sayEnded, sessionKey } from '../session.ts';

const watch = (listener: () => void) => {
  ended.listeners.add(listener);
  return () => ended.listeners.delete(listener);
};

/** The session ended while somebody was at work: signs in over the page, so that nothing typed is lost. */
export const SignedOut = ({ me }: { me: Me }) => {
  const t = useText();
  const queries = useQueryClient();
  const open = useSyncExternalStore(watch, () => ended.value);
  const again = async () => {
    sayEnded(false);
    await queries.invalidateQueries();
    const now = queries.getQueryData<Me | null>(sessionKey);
    // Somebody else's page is not theirs to go on with.
    if (now?.account !== me.account) location.assign('/');
  };
  return (
    <LightDialog open={open} title={t('app.signed-out')} onClose={() => sayEnded(false)}>
      <p className="qz-detail">{t('app.signed-out-detail')}</p>
      <SignInForm username={me.username} onSignedIn={() => void again()} />
    </LightDialog>
  );
};
