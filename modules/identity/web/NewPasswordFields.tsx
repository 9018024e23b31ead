import { useState } from 'react';
import { TextField } from '#platform/ui/Field.tsx';
import { useText } from '#platform/ui/text.ts';

/** The shortest the server takes; whether it is easy to guess the server says. */
const shortest = 10;

/** A new password, twice; tells it once both are the same, null before. */
export const NewPasswordFields = ({ onPassword }: { onPassword: (password: string | null) => void }) => {
  const t = useText();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const tell = (one: string, other: string) =>
    onPassword(one === other && one.length >= shortest ? one : null);
  const differ = second.length >= first.length && second !== '' && first !== second;
  const fields = { type: 'password', autoComplete: 'new-password', maxLength: 128, required: true } as const;
  return (
    <>
      <TextField
        {...fields}
        label={t('identity.new-password')}
        hint={t('identity.new-password-hint')}
        value={first}
        minLength={shortest}
        onValue={(value) => {
          setFirst(value);
          tell(value, second);
        }}
      />
      <TextField
        {...fields}
        label={t('identity.new-password-again')}
        error={differ ? t('identity.passwords-differ') : undefined}
        value={second}
        onValue={(value) => {
          setSecond(value);
          tell(first, value);
        }}
      />
    </>
  );
};
