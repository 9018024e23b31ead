import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { TextField } from '#platform/ui/Field.tsx';
import { useMe } from '#platform/ui/me.ts';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';

export interface PasswordFirstProps {
  open: boolean;
  title: ReactNode;
  busy: boolean;
  error: { message: string } | null;
  children?: ReactNode;
  onPassword: (password: string) => void;
  onClose: () => void;
}

/** Asks for the password before something that changes how one signs in. */
export const PasswordFirst = (props: PasswordFirstProps) => {
  const t = useText();
  const me = useMe();
  const [password, setPassword] = useState('');
  const { open, onClose: close } = props;
  // A password never waits in a closed dialog.
  useEffect(() => {
    if (!open) setPassword('');
  }, [open]);
  return (
    <Dialog open={props.open} title={props.title} onClose={close}>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onPassword(password);
        }}
      >
        <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
        {props.children}
        <TextField
          label={t('identity.password-first')}
          type="password"
          autoComplete="current-password"
          value={password}
          onValue={setPassword}
          maxLength={128}
          required
        />
        {props.error && <Failed error={props.error} />}
        <div className="qz-actions">
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="main" busy={props.busy}>
            {t('identity.continue')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
