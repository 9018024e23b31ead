import { useState } from 'react';
import {
  Button,
  Card,
  Dialog,
  Failed,
  formatMoment,
  Row,
  Rows,
  useAction,
  useMay,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { type Resident, undoResidentMerge } from '../contract.ts';

const Undo = ({ merge }: { merge: string }) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const undo = useAction(undoResidentMerge, { onDone: () => setAsking(false) });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('registers.undo-merge')}</Button>
      <Dialog open={asking} title={t('registers.undo-merge')} onClose={() => setAsking(false)}>
        <p>{t('registers.undo-ask')}</p>
        {undo.error && <Failed error={undo.error} />}
        <div className="qz-actions">
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          <Button kind="main" busy={undo.isPending} onClick={() => undo.mutate({ params: { id: merge } })}>
            {t('registers.undo-merge')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

/** Entries that were found to be this person, each to be taken back. */
export const MergedFrom = ({ merges }: { merges: Resident['mergedFrom'] }) => {
  const t = useText();
  const may = useMay('registers.merge');
  if (merges.length === 0) return null;
  return (
    <Card title={t('registers.merged-from')}>
      <Rows>
        {merges.map(({ merge, name, at, by }) => (
          <Row
            key={merge}
            title={name}
            detail={t('registers.merged-at', { at: formatMoment(at), by })}
            extra={may && <Undo merge={merge} />}
          />
        ))}
      </Rows>
    </Card>
  );
};
