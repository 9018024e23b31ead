import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import {
  type Account,
  type AccountWithLink,
  disableAccount,
  enableAccount,
  listAccounts,
  resetAccount,
} from '../contract.ts';

interface Props {
  account: Account;
  onEdit: (account: Account) => void;
  onLink: (link: AccountWithLink) => void;
}

type Asked = 'disable' | 'enable' | 'reset';

/** Asks before an account is shut, opened again or reset, and says what will happen. */
const ActionDialog = ({
  account,
  asked,
  onLink,
  onClose,
}: Omit<Props, 'onEdit'> & { asked: Asked; onClose: () => void }) => {
  const t = useText();
  const done = { refresh: [listAccounts], onDone: onClose };
  const disable = useAction(disableAccount, done);
  const enable = useAction(enableAccount, done);
  const reset = useAction(resetAccount, {
    refresh: [listAccounts],
    onDone: (link) => {
      onLink(link);
      onClose();
    },
  });
  const action = { disable, enable, reset }[asked];
  return (
    <Dialog open title={t(`identity.${asked}-title`, { name: account.name })} onClose={onClose}>
      <p>{t(`identity.${asked}-what`)}</p>
      {action.isError && <Failed error={action.error} />}
      <div className="qz-actions">
        <Button onClick={onClose}>{t('identity.cancel')}</Button>
        <Button
          kind={asked === 'enable' ? 'main' : 'danger'}
          busy={action.isPending}
          onClick={() => action.mutate({ params: { id: account.id } })}
        >
          {t(`identity.account-${asked}`)}
        </Button>
      </div>
    </Dialog>
  );
};

export const AccountActions = ({ account, onEdit, onLink }: Props) => {
  const t = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { name } = account;
  const shut: Asked = account.disabled ? 'enable' : 'disable';
  const button = (word: string, onClick: () => void) => (
    <Button
      kind="quiet"
      aria-label={t('identity.account-action-of', { action: t(word), name })}
      onClick={onClick}
    >
      {t(word)}
    </Button>
  );
  return (
    <>
      {button('identity.account-edit', () => onEdit(account))}
      {!account.disabled && button('identity.account-reset', () => setAsked('reset'))}
      {button(`identity.account-${shut}`, () => setAsked(shut))}
      {asked && (
        <ActionDialog account={account} asked={asked} onLink={onLink} onClose={() => setAsked(null)} />
      )}
    </>
  );
};
