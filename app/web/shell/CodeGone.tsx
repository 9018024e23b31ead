import { Button } from '#platform/ui/Buttons.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { useText } from '#platform/ui/text.ts';
import { preparePage } from '../page-code.ts';

/** A page whose code cannot be had. The one button asks once more, then loads the new version. */
export const CodeGone = ({ onHere }: { onHere: () => void }) => {
  const t = useText();
  const again = () =>
    void preparePage(location.pathname).then(onHere, () => navigator.onLine && location.reload());
  return (
    <Page title={t(navigator.onLine ? 'app.code-gone' : 'app.code-offline')} width="narrow">
      <p>{t('app.code-detail')}</p>
      <div className="qz-actions qz-code-gone">
        <Button kind="main" onClick={again}>
          {t('app.reload')}
        </Button>
      </div>
    </Page>
  );
};
