import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { TextField } from '#platform/ui/Field.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { claimFirstAdministrator } from '../contract.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';

/** Opens the subdistrict with its first administrator. */
export const FirstAdministratorForm = ({ token, onDone }: { token: string; onDone: () => void }) => {
  const t = useText();
  const [subdistrict, setSubdistrict] = useState('');
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState<string | null>(null);
  const claim = useAction(claimFirstAdministrator, { refresh: [], onDone });
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== null) claim.mutate({ body: { token, subdistrict, name, username, password } });
      }}
    >
      <p>{t('identity.first-detail')}</p>
      <TextField
        label={t('identity.subdistrict')}
        value={subdistrict}
        onValue={setSubdistrict}
        minLength={2}
        maxLength={40}
        required
      />
      <TextField
        label={t('identity.own-name')}
        value={name}
        onValue={setName}
        autoComplete="name"
        maxLength={30}
        required
      />
      <TextField
        label={t('identity.username')}
        value={username}
        onValue={setUsername}
        autoComplete="username"
        autoCapitalize="none"
        minLength={2}
        maxLength={30}
        required
      />
      <NewPasswordFields onPassword={setPassword} />
      {claim.isError && <Failed error={claim.error} />}
      <Button type="submit" kind="main" busy={claim.isPending} disabled={password === null}>
        {t('identity.save')}
      </Button>
    </form>
  );
};
