import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { useMay } from '#platform/ui/me.ts';
import { useText } from '#platform/ui/text.ts';

/** For Today: one large button where the thumb is. Nothing for posts that record nothing. */
export const RecordButton = () => {
  const t = useText();
  return useMay('records.enter') ? (
    <ButtonLink to="/record" kind="main" big>
      {t('records.record')}
    </ButtonLink>
  ) : null;
};
