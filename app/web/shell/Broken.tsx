import { Button } from '#platform/ui/Buttons.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { useText } from '#platform/ui/text.ts';

/** A page that threw: the shell stays, the rest of the product works. */
export const Broken = () => {
  const t = useText();
  return (
    <Page title={t('app.broken')} width="narrow">
      <p>{t('app.broken-detail')}</p>
      <div className="qz-actions">
        <Button kind="main" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
      </div>
    </Page>
  );
};
