import { useEffect, useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useText } from '#platform/ui/text.ts';
import { watchVersion } from './new-version.ts';

/** A quiet word that the server was updated; nothing is reloaded under somebody's hands. */
export const NewVersion = () => {
  const t = useText();
  const [newer, setNewer] = useState(false);
  useEffect(() => watchVersion(() => setNewer(true)), []);
  if (!newer) return null;
  return (
    <div className="qz-banner qz-newer" role="status">
      {t('app.new-version')}
      <Button kind="quiet" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </div>
  );
};
