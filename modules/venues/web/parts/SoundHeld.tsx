import { useText } from '#platform/ui/text.ts';

/**
 * The browser keeps the page silent until somebody touches it: said plainly, with one large button. Any touch
 * opens the sound (`useSound`), so the button needs to do nothing more. A fixed screen is set up so that this
 * never stands there, see docs/venues-deploying.md.
 */
export const SoundHeld = () => {
  const t = useText();
  return (
    <div className="venue-sound-held" role="alert">
      <p>{t('venues.sound-held')}</p>
      <button type="button" className="venue-sound-open">
        {t('venues.sound-open')}
      </button>
    </div>
  );
};
