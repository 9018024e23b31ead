import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { useAction, useCall, useRefresh } from '#platform/ui/calls.ts';
import { TextField } from '#platform/ui/Field.tsx';
import { formatDay } from '#platform/ui/format.ts';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { listPasskeys, removePasskey } from '../contract.ts';
import { PasswordFirst } from './PasswordFirst.tsx';
import { registerPasskey, troubleOf } from './passkeys.ts';

/** Devices that open the account without a password. */
export const PasskeysCard = () => {
  const t = useText();
  const passkeys = useCall(listPasskeys);
  const remove = useAction(removePasskey, { refresh: [listPasskeys] });
  const [adding, setAdding] = useState(false);
  if (passkeys.isPending) return <Loading />;
  if (passkeys.isError) return <Failed error={passkeys.error} retry={passkeys.refetch} />;
  return (
    <Card title={t('identity.passkeys')}>
      <p className="qz-detail">{t('identity.passkeys-why')}</p>
      <Rows label={t('identity.passkeys')}>
        {passkeys.data.map(({ id, name, createdAt }) => (
          <Row
            key={id}
            title={name}
            detail={createdAt && formatDay(createdAt)}
            extra={
              <Button
                kind="quiet"
                aria-label={t('identity.passkey-remove-named', { name })}
                onClick={() => remove.mutate({ params: { id } })}
              >
                {t('identity.passkey-remove')}
              </Button>
            }
          />
        ))}
      </Rows>
      {remove.isError && <Failed error={remove.error} />}
      <div className="qz-actions">
        <Button onClick={() => setAdding(true)}>{t('identity.passkey-add')}</Button>
      </div>
      <PasskeyDialog open={adding} onClose={() => setAdding(false)} />
    </Card>
  );
};

const PasskeyDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const t = useText();
  const refresh = useRefresh();
  const [name, setName] = useState(t('identity.passkey-name-usual'));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ message: string } | null>(null);
  const add = async (password: string) => {
    setBusy(true);
    setError(null);
    try {
      await registerPasskey(password, name.trim());
      await refresh(listPasskeys);
      onClose();
    } catch (refused) {
      const trouble = troubleOf(refused);
      const words = { unsupported: t('identity.no-passkey'), left: t('identity.passkey-left') };
      setError(trouble ? { message: words[trouble] } : (refused as Error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <PasswordFirst
      open={open}
      title={t('identity.passkey-add')}
      busy={busy}
      error={error}
      onPassword={(password) => void add(password)}
      onClose={onClose}
    >
      <TextField label={t('identity.passkey-name')} value={name} onValue={setName} maxLength={40} required />
    </PasswordFirst>
  );
};
