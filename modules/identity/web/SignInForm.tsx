import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { TextField } from '#platform/ui/Field.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { type SignInAnswer, signIn } from '../contract.ts';
import { PasskeyEntry } from './PasskeyEntry.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';

export interface SignInFormProps {
  /** Who was signed in before. */
  username?: string;
  onSignedIn: () => void;
}

/** Password, then the code when the account has one; a passkey instead of both. */
export const SignInForm = ({ username: before = '', onSignedIn }: SignInFormProps) => {
  const t = useText();
  const [username, setUsername] = useState(before);
  const [password, setPassword] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const answered = ({ state }: SignInAnswer) => {
    if (state === 'signedIn') return onSignedIn();
    setPassword('');
    setNeedsCode(true);
  };
  const enter = useAction(signIn, { refresh: [], onDone: answered });
  if (needsCode) return <SecondFactorForm onSignedIn={onSignedIn} onStartOver={() => setNeedsCode(false)} />;
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate({ body: { username: username.trim(), password } });
      }}
    >
      <TextField
        label={t('identity.username')}
        value={username}
        onValue={setUsername}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
      />
      <TextField
        label={t('identity.password')}
        type="password"
        value={password}
        onValue={setPassword}
        autoComplete="current-password"
        maxLength={128}
        required
      />
      {enter.isError && <Failed error={enter.error} />}
      <Button type="submit" kind="main" busy={enter.isPending}>
        {t('identity.enter')}
      </Button>
      <PasskeyEntry onSignedIn={onSignedIn} />
    </form>
  );
};
