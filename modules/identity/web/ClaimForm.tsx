import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { claimLink } from '../contract.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';

export interface ClaimFormProps {
  name: string;
  username: string;
  token: string;
  onDone: () => void;
}

/** A new account, or one that was reset, chooses its password. */
export const ClaimForm = ({ name, username, token, onDone }: ClaimFormProps) => {
  const t = useText();
  const [password, setPassword] = useState<string | null>(null);
  const claim = useAction(claimLink, { refresh: [], onDone });
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== null) claim.mutate({ body: { token, password } });
      }}
    >
      <p>{t('identity.welcome-for', { name })}</p>
      <p>{t('identity.welcome-username', { username })}</p>
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <NewPasswordFields onPassword={setPassword} />
      {claim.isError && <Failed error={claim.error} />}
      <Button type="submit" kind="main" busy={claim.isPending} disabled={password === null}>
        {t('identity.save')}
      </Button>
    </form>
  );
};
