import { lazy, Suspense, useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { TextField } from '#platform/ui/Field.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { confirmTotp, getSession } from '../contract.ts';

const QrCode = lazy(() => import('#platform/ui/QrCode.tsx'));

/** The key in groups of four, as authenticators show it. */
export const secretOf = (uri: string): string =>
  (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ');

export interface TotpSetupProps {
  setup: { uri: string; backupCodes: string[] };
  onDone: () => void;
}

/** Scan, write down, confirm. */
export const TotpSetup = ({ setup, onDone }: TotpSetupProps) => {
  const t = useText();
  const [code, setCode] = useState('');
  const confirm = useAction(confirmTotp, { refresh: [getSession], onDone });
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ body: { code: code.replace(/\s/g, '') } });
      }}
    >
      <h3>{t('identity.totp-scan')}</h3>
      <Suspense fallback={<Loading lines={2} />}>
        <QrCode text={setup.uri} label={t('identity.totp-scan')} />
      </Suspense>
      <p>
        {t('identity.totp-secret')} <code>{secretOf(setup.uri)}</code>
      </p>
      <h3>{t('identity.totp-backups')}</h3>
      <ul className="qz-codes">
        {setup.backupCodes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ul>
      <TextField
        label={t('identity.totp-confirm')}
        value={code}
        onValue={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        minLength={6}
        maxLength={8}
        required
      />
      {confirm.isError && <Failed error={confirm.error} />}
      <div className="qz-actions">
        <Button type="submit" kind="main" busy={confirm.isPending}>
          {t('identity.verify')}
        </Button>
      </div>
    </form>
  );
};
