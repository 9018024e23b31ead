import { Button } from '#platform/ui/Buttons.tsx';
import { useText } from '#platform/ui/text.ts';
import type { OwnScreen } from '../media/use-own-screen.ts';

/** Choosing what of this device everybody sees, and taking it away again. */
export const ShareButtons = ({ screen }: { screen: OwnScreen }) => {
  const t = useText();
  return (
    <div className="venue-share" role="status">
      <p>{t(screen.track ? 'venues.sharing-own' : 'venues.may-share')}</p>
      {screen.track ? (
        <Button onClick={screen.stop}>{t('venues.share-stop')}</Button>
      ) : (
        <Button kind="main" onClick={screen.choose}>
          {t('venues.share-choose')}
        </Button>
      )}
    </div>
  );
};
