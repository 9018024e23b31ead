import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { useText } from '#platform/ui/text.ts';

/** An address no page has. */
export const Missing = () => {
  const t = useText();
  return (
    <Page title={t('app.missing')} width="narrow">
      <p>{t('app.missing-detail')}</p>
      <div className="qz-actions">
        <ButtonLink to="/" kind="main">
          {t('app.to-today')}
        </ButtonLink>
      </div>
    </Page>
  );
};
