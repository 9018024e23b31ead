import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { TextField } from '#platform/ui/Field.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { verifySecondFactor } from '../contract.ts';

/** The second step: six digits of the phone, or a backup code. */
export const SecondFactorForm = ({
  onSignedIn,
  onStartOver,
}: {
  onSignedIn: () => void;
  onStartOver: () => void;
}) => {
  const t = useText();
  const [kind, setKind] = useState<'totp' | 'backup'>('totp');
  const [code, setCode] = useState('');
  const verify = useAction(verifySecondFactor, { refresh: [], onDone: onSignedIn });
  const change = () => {
    setKind(kind === 'totp' ? 'backup' : 'totp');
    setCode('');
    verify.reset();
  };
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate({ body: { kind, code: code.replace(/\s/g, '') } });
      }}
    >
      <TextField
        key={kind}
        label={t(kind === 'totp' ? 'identity.code' : 'identity.backup-code')}
        hint={t(kind === 'totp' ? 'identity.code-hint' : 'identity.backup-hint')}
        value={code}
        onValue={setCode}
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        minLength={6}
        maxLength={20}
        autoFocus
        required
      />
      {verify.isError && <Failed error={verify.error} />}
      <Button type="submit" kind="main" busy={verify.isPending}>
        {t('identity.verify')}
      </Button>
      <Button kind="quiet" onClick={change}>
        {t(kind === 'totp' ? 'identity.use-backup' : 'identity.use-code')}
      </Button>
      <Button kind="quiet" onClick={onStartOver}>
        {t('identity.start-over')}
      </Button>
    </form>
  );
};
