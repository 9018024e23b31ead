import { useQueryClient } from '@tanstack/react-query';
import { signOut } from '#modules/identity/contract';
import { ReadingChoices } from '#modules/identity/web';
import { Button } from '#platform/ui/Buttons.tsx';
import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { forgetAnswers, useAction } from '#platform/ui/calls.ts';
import { useGo } from '#platform/ui/go.tsx';
import { useMe } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { restOf } from '../menu.ts';
import { pages } from '../pages.ts';

/** Who I am, the pages the phone's bar has no room for, how I read, the way out. */
const MinePage = () => {
  const t = useText();
  const me = useMe();
  const go = useGo();
  const queries = useQueryClient();
  // Said when it fails: on a shared computer somebody must know that they are still signed in.
  const leave = useAction(signOut, {
    refresh: [],
    onDone: () => {
      forgetAnswers(queries);
      go('/sign-in', { replace: true });
    },
  });
  const rest = restOf(pages, me.permissions);
  const place = [me.subdistrict.name, me.committee?.name ?? me.department?.name].filter(Boolean).join(' · ');
  return (
    <Page title={me.name} subtitle={place} width="narrow">
      {rest.length > 0 && (
        <Card title={t('app.more-pages')}>
          <Rows label={t('app.more-pages')}>
            {rest.map(({ path, labelKey }) => (
              <Row key={path} title={t(labelKey)} to={path} />
            ))}
          </Rows>
        </Card>
      )}
      <Card title={t('app.settings')}>
        <ReadingChoices signedIn />
        <Rows>
          <Row title={t('app.account')} to="/account" />
        </Rows>
      </Card>
      {leave.isError && <Failed error={leave.error} />}
      <div className="qz-actions">
        <Button busy={leave.isPending} onClick={() => leave.mutate({})}>
          {t('app.sign-out')}
        </Button>
      </div>
    </Page>
  );
};

export default MinePage;
