import { useState } from 'react';
import { listCommittees, listDepartments } from '#modules/organisation/contract';
import { Button } from '#platform/ui/Buttons.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { SelectField, TextField } from '#platform/ui/Field.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { type Account, type AccountWithLink, listAccounts } from '../contract.ts';
import { roles } from '../domain/permissions.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { AccountList } from './AccountList.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import './accounts.css';

const matches = (account: Account, find: string, role: string): boolean =>
  (role === '' || (account.roles as string[]).includes(role)) &&
  (account.name.includes(find) || account.username.includes(find.toLowerCase()));

/** Who may use the product, and as what. */
const AccountsPage = () => {
  const t = useText();
  const accounts = useCall(listAccounts);
  const committees = useCall(listCommittees);
  const departments = useCall(listDepartments);
  const [find, setFind] = useState('');
  const [role, setRole] = useState('');
  const [editing, setEditing] = useState<Account | 'new' | null>(null);
  const [link, setLink] = useState<AccountWithLink | null>(null);
  const add = (
    <Button kind="main" onClick={() => setEditing('new')}>
      {t('identity.account-add')}
    </Button>
  );
  const places = { committees: committees.data ?? [], departments: departments.data ?? [] };
  const shown = accounts.data?.filter((account) => matches(account, find.trim(), role)) ?? [];
  return (
    <Page
      title={t('identity.accounts')}
      subtitle={accounts.data && t('identity.accounts-count', { n: accounts.data.length })}
      actions={add}
    >
      <div className="qz-account-filters">
        <TextField label={t('identity.account-find')} type="search" value={find} onValue={setFind} />
        <SelectField
          label={t('identity.role')}
          value={role}
          onValue={setRole}
          placeholder={t('identity.role-any')}
          options={roles.map((one) => ({ value: one, label: t(`identity.role.${one}`) }))}
        />
      </div>
      {accounts.isPending && <Loading lines={6} />}
      {accounts.isError && <Failed error={accounts.error} retry={accounts.refetch} />}
      {accounts.data && shown.length === 0 && <Empty>{t('identity.accounts-none')}</Empty>}
      {shown.length > 0 && (
        <AccountList accounts={shown} places={places} onEdit={setEditing} onLink={setLink} />
      )}
      {editing && (
        <AccountDialog
          account={editing === 'new' ? null : editing}
          places={places}
          onLink={setLink}
          onClose={() => setEditing(null)}
        />
      )}
      {link && <LinkDialog given={link} onClose={() => setLink(null)} />}
    </Page>
  );
};

export default AccountsPage;
