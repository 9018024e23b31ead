import { useState } from 'react';
import { Button, ConfirmWithReason, Notice, useAction, useText } from '#platform/ui/index.ts';
import { type LedgerForm, undoLedgerForm, writeLedgerForm } from '../../contract.ts';

const Progress = ({ form }: { form: LedgerForm }) => {
  const t = useText();
  const writing = useAction(writeLedgerForm);
  return (
    <div className="lg-progress" role="status">
      <progress max={100} value={form.progress} aria-label={t(`ledgers.forms.state.${form.state}`)} />
      {t('ledgers.export.percent', { n: form.progress })}　{t('ledgers.forms.behind')}
      {form.state === 'writing' && (
        <Button kind="quiet" onClick={() => writing.mutate({ params: { id: form.id } })}>
          {t('ledgers.forms.go-on')}
        </Button>
      )}
    </div>
  );
};

/** How far the writing is, what was written, and the way back: the whole form at once. */
export const FormDone = ({ form }: { form: LedgerForm }) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const undo = useAction(undoLedgerForm, { onDone: () => setAsking(false) });
  if (form.state === 'writing' || form.state === 'undoing') return <Progress form={form} />;
  const written = form.created + form.corrected;
  return (
    <>
      {form.failure && <Notice tone={form.state === 'failed' ? 'bad' : 'look'}>{form.failure}</Notice>}
      {form.state === 'undone' && <Notice>{t('ledgers.forms.undone')}</Notice>}
      {form.state === 'written' && (
        <Notice tone="good">
          {t('ledgers.forms.written', { created: form.created, corrected: form.corrected })}
        </Notice>
      )}
      {(form.state === 'written' || (form.state === 'failed' && written > 0)) && (
        <div className="qz-actions">
          <Button onClick={() => setAsking(true)}>{t('ledgers.forms.undo')}</Button>
        </div>
      )}
      <ConfirmWithReason
        open={asking}
        title={t('ledgers.forms.undo')}
        confirm={t('ledgers.forms.undo')}
        reasons={[t('ledgers.forms.reason.wrong-file'), t('ledgers.forms.reason.wrong-columns')]}
        danger
        busy={undo.isPending}
        error={undo.error}
        onConfirm={(reason) =>
          undo.mutate({ params: { id: form.id }, body: { reason: reason.slice(0, 100) } })
        }
        onClose={() => setAsking(false)}
      >
        <p>{t('ledgers.forms.undo-means', { n: written })}</p>
      </ConfirmWithReason>
    </>
  );
};
