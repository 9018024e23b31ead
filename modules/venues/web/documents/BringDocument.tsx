import { useState } from 'react';
import { SelectField } from '#platform/ui/Field.tsx';
import { FilePick } from '#platform/ui/FilePick.tsx';
import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import type { Bring } from './use-bring.ts';

/** What a PDF of 200 pages with pictures is; larger ones are scans nobody can read on a wall. */
const fileBytes = 80 * 1024 * 1024;

/** Chooses a file and the item it belongs to; each page is drawn here and sent as a picture. */
export const BringDocument = ({ view, bring }: { view: VenuesView; bring: Bring }) => {
  const t = useText();
  const [item, setItem] = useState('');
  const { progress, refused } = bring;
  return (
    <div className="venue-bring">
      <SelectField
        label={t('venues.document-item')}
        value={item}
        onValue={setItem}
        placeholder={t('venues.document-no-item')}
        options={view.sitting.items.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <FilePick
        label={t('venues.document-choose')}
        accept="*"
        maxBytes={fileBytes}
        hint={t('venues.document-hint')}
        busy={progress !== null}
        onFile={(file) => void bring.bring(file, item === '' ? null : item)}
      />
      {progress && progress.pages > 0 && (
        <p role="status">{t('venues.document-sending', { page: progress.page, pages: progress.pages })}</p>
      )}
      {refused && (
        <p role="alert" className="venue-warns">
          {refused}
        </p>
      )}
    </div>
  );
};
