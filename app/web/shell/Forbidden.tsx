import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { useText } from '#platform/ui/text.ts';

/** A page of another post. */
export const Forbidden = () => {
  const t = useText();
  return (
    <Page title={t('app.forbidden')} width="narrow">
      <p>{t('app.forbidden-detail')}</p>
      <div className="qz-actions">
        <ButtonLink to="/" kind="main">
          {t('app.to-today')}
        </ButtonLink>
      </div>
    </Page>
  );
};
