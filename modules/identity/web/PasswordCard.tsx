import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { TextField } from '#platform/ui/Field.tsx';
import { useMe } from '#platform/ui/me.ts';
import { Failed } from '#platform/ui/States.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { changePassword, listSessions } from '../contract.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';

/** A new password; whoever knew the old one is out. */
export const PasswordCard = () => {
  const t = useText();
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const change = useAction(changePassword, {
    refresh: [listSessions],
    onDone: () => {
      setCurrent('');
      setNext(null);
      setRound(round + 1);
    },
  });
  return (
    <Card title={t('identity.change-password')}>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (next !== null) change.mutate({ body: { current, next } });
        }}
      >
        <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
        <TextField
          label={t('identity.current-password')}
          type="password"
          autoComplete="current-password"
          value={current}
          onValue={setCurrent}
          maxLength={128}
          required
        />
        <NewPasswordFields key={round} onPassword={setNext} />
        {change.isError && <Failed error={change.error} />}
        {change.isSuccess && current === '' && <Notice tone="good">{t('identity.password-changed')}</Notice>}
        <div className="qz-actions">
          <Button type="submit" busy={change.isPending} disabled={next === null || current === ''}>
            {t('identity.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
};
