import { Page } from '#platform/ui/Page.tsx';
import { useText } from '#platform/ui/text.ts';
import { PasskeysCard } from './PasskeysCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';
import { TotpCard } from './TotpCard.tsx';

/** My own account: password, second factor, passkeys, devices. */
const AccountPage = () => {
  const t = useText();
  return (
    <Page title={t('identity.account')} width="narrow" back={{ to: '/mine' }}>
      <PasswordCard />
      <TotpCard />
      <PasskeysCard />
      <SessionsCard />
    </Page>
  );
};

export default AccountPage;
