import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { enterByPasskey, troubleOf } from './passkeys.ts';

/** Signs in by fingerprint, face or screen lock; what it needs is fetched when it is pressed. */
export const PasskeyEntry = ({ onSignedIn }: { onSignedIn: () => void }) => {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const enter = async () => {
    setBusy(true);
    setWords(null);
    try {
      await enterByPasskey();
      onSignedIn();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === 'unsupported') setWords(t('identity.no-passkey'));
      else setWords(trouble === 'left' ? t('identity.passkey-left') : (error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy} onClick={() => void enter()}>
        {t('identity.by-passkey')}
      </Button>
      {words && <Notice>{words}</Notice>}
    </>
  );
};
