import './sign-in.css';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetAnswers, useCall } from '#platform/ui/calls.ts';
import { useAddressValue, useGo } from '#platform/ui/go.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { getSignInOptions } from '../contract.ts';
import { DemonstrationEntry } from './DemonstrationEntry.tsx';
import { ReadingChoices } from './ReadingChoices.tsx';
import { keepChoiceMade } from './reading.ts';
import { SignInForm } from './SignInForm.tsx';
import { safeAddress } from './safe-address.ts';

/** Who are you; then where you wanted to go, or Today. */
const SignInPage = () => {
  const t = useText();
  const go = useGo();
  const queries = useQueryClient();
  const [to] = useAddressValue('to');
  const options = useCall(getSignInOptions);
  useEffect(() => {
    document.title = `${t('identity.sign-in')} · ${t('ui.product')}`;
  }, [t]);
  const enter = async () => {
    await keepChoiceMade();
    forgetAnswers(queries);
    go(safeAddress(to), { replace: true });
  };
  return (
    <div className="qz-sign-in">
      <header>
        <h1 tabIndex={-1}>{t('ui.product')}</h1>
        <p className="qz-subtitle">{t('identity.promise')}</p>
      </header>
      {options.data?.administratorNeeded && <Notice>{t('identity.administrator-needed')}</Notice>}
      <SignInForm onSignedIn={() => void enter()} />
      {options.data?.demonstration ? (
        <DemonstrationEntry onSignedIn={() => void enter()} />
      ) : (
        <p className="qz-detail">{t('identity.forgot')}</p>
      )}
      <ReadingChoices signedIn={false} />
    </div>
  );
};

export default SignInPage;
