import type { Committee, Department } from '#modules/organisation/contract';
import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { formatMoment } from '#platform/ui/format.ts';
import { useMedia } from '#platform/ui/media.ts';
import { Table } from '#platform/ui/Table.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import type { Account, AccountWithLink } from '../contract.ts';
import { AccountActions } from './AccountActions.tsx';

export interface Places {
  readonly committees: readonly Committee[];
  readonly departments: readonly Department[];
}

interface Props {
  accounts: readonly Account[];
  places: Places;
  onEdit: (account: Account) => void;
  onLink: (link: AccountWithLink) => void;
}

const AccountState = ({ account }: { account: Account }) => {
  const t = useText();
  if (account.disabled) return <Tag tone="bad">{t('identity.account-disabled')}</Tag>;
  if (!account.passwordSet) return <Tag tone="look">{t('identity.account-waiting')}</Tag>;
  return <Tag tone="good">{t('identity.account-active')}</Tag>;
};

/** Accounts with what may be done to each: a table where there is room, rows on a phone. */
export const AccountList = ({ accounts, places, onEdit, onLink }: Props) => {
  const t = useText();
  const wide = useMedia('(min-width: 1000px)');
  const rolesOf = (account: Account) => account.roles.map((role) => t(`identity.role.${role}`)).join('、');
  const placeOf = ({ committeeId, departmentId }: Account) =>
    [...places.committees, ...places.departments].find(({ id }) => id === committeeId || id === departmentId)
      ?.name ?? '';
  const seen = ({ lastSeenAt }: Account) => (lastSeenAt ? formatMoment(lastSeenAt) : '—');
  const actions = (account: Account) => <AccountActions account={account} onEdit={onEdit} onLink={onLink} />;
  if (wide)
    return (
      <Table
        label={t('identity.accounts')}
        rows={accounts}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('identity.account-name'),
            show: ({ name }) => name,
            by: ({ name }) => name,
          },
          {
            key: 'username',
            title: t('identity.username'),
            show: ({ username }) => username,
            by: ({ username }) => username,
          },
          { key: 'roles', title: t('identity.role'), show: rolesOf, by: rolesOf },
          { key: 'place', title: t('identity.place'), show: placeOf, by: placeOf },
          {
            key: 'state',
            title: t('identity.account-state'),
            show: (account) => <AccountState account={account} />,
          },
          {
            key: 'seen',
            title: t('identity.account-seen'),
            show: seen,
            by: ({ lastSeenAt }) => lastSeenAt ?? '',
          },
          {
            key: 'actions',
            title: <span className="qz-unseen">{t('identity.account-actions')}</span>,
            show: actions,
            stays: true,
          },
        ]}
      />
    );
  return (
    <Card>
      <Rows label={t('identity.accounts')}>
        {accounts.map((account) => (
          <Row
            key={account.id}
            title={
              <>
                {account.name} <AccountState account={account} />
              </>
            }
            detail={
              <>
                {[account.username, rolesOf(account), placeOf(account)].filter(Boolean).join(' · ')}
                <br />
                {actions(account)}
              </>
            }
          />
        ))}
      </Rows>
    </Card>
  );
};
