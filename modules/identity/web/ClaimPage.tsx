import './sign-in.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CallError, call } from '#platform/contract/call.ts';
import type { OutputOf } from '#platform/contract/route.ts';
import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { openLink } from '../contract.ts';
import { ClaimForm } from './ClaimForm.tsx';
import { FirstAdministratorForm } from './FirstAdministratorForm.tsx';
import { takeLinkToken } from './link-token.ts';
import { ReadingChoices } from './ReadingChoices.tsx';

type Link = OutputOf<typeof openLink>;

/** The one-time link: a new account chooses its password; the first administrator opens the subdistrict. */
const ClaimPage = () => {
  const t = useText();
  const [token] = useState(takeLinkToken);
  const [done, setDone] = useState(false);
  const link = useQuery<Link, CallError>({
    queryKey: [openLink.id],
    queryFn: () => call(openLink, { body: { token } }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <div className="qz-sign-in">
      <h1 tabIndex={-1}>{t(link.data?.kind === 'administrator' ? 'identity.first' : 'identity.welcome')}</h1>
      {token === '' && <Notice>{t('identity.welcome-broken')}</Notice>}
      {token !== '' && link.isPending && <Loading />}
      {link.isError && <Failed error={link.error} retry={link.refetch} />}
      {done && <Notice tone="good">{t('identity.welcome-done')}</Notice>}
      {link.data && !done && <LinkForm link={link.data} token={token} onDone={() => setDone(true)} />}
      {(done || link.isError || token === '') && (
        <ButtonLink to="/sign-in" kind="main">
          {t('identity.sign-in')}
        </ButtonLink>
      )}
      <ReadingChoices signedIn={false} />
    </div>
  );
};

const LinkForm = ({ link, ...rest }: { link: Link; token: string; onDone: () => void }) =>
  link.kind === 'administrator' ? (
    <FirstAdministratorForm {...rest} />
  ) : (
    <ClaimForm name={link.name ?? ''} username={link.username ?? ''} {...rest} />
  );

export default ClaimPage;
