import { useEffect, useState } from 'react';
import { Button, Dialog, Failed, Loading, useCall, useText } from '#platform/ui/index.ts';
import { type LedgerPage, type PaperPage, type Purpose, previewLedgerPaper } from '../contract.ts';
import { PageTurner } from './PageTurner.tsx';
import { PurposeChoice } from './PurposeChoice.tsx';
import type { Asked } from './use-asked.ts';

/** An address for a picture that came as text; taken back when another comes. */
const usePicture = (svg: string | undefined): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!svg) return;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
};

export const Sheet = ({ paper, name }: { paper: Pick<PaperPage, 'svg' | 'page'>; name: string }) => {
  const t = useText();
  const address = usePicture(paper.svg);
  return (
    address && (
      <img className="lg-sheet" src={address} alt={t('ledgers.paper-alt', { name, page: paper.page })} />
    )
  );
};

const Reveal = ({ onReveal }: { onReveal: (purpose: Purpose) => void }) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const reveal = () => {
    if (purpose) onReveal(purpose);
    setAsking(false);
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('ledgers.reveal')}
      </Button>
      <Dialog open={asking} title={t('ledgers.reveal')} onClose={() => setAsking(false)}>
        <p className="qz-detail">{t('ledgers.kept-reveal')}</p>
        <PurposeChoice value={purpose} onValue={setPurpose} />
        <div className="qz-actions">
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          <Button kind="main" disabled={!purpose} onClick={reveal}>
            {t('ledgers.reveal')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

/** The form as it prints, sheet by sheet; names are masked until somebody says what for. */
export const Paper = ({ shown, asked }: { shown: LedgerPage; asked: Asked }) => {
  const t = useText();
  const [page, setPage] = useState(1);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const query = {
    ...asked.query,
    page,
    month: shown.month,
    ...(shown.committee ? { committee: shown.committee.id } : {}),
    ...(purpose ? { purpose } : {}),
  };
  const paper = useCall(previewLedgerPaper, { params: { id: shown.ledger.id }, query }, { keep: true });
  if (paper.isPending) return <Loading lines={6} />;
  if (paper.isError) return <Failed error={paper.error} retry={paper.refetch} />;
  const { masked, pages } = paper.data;
  return (
    <section aria-label={t('ledgers.paper')}>
      <div className="lg-paper-head">
        <h2>{t('ledgers.paper')}</h2>
        <span className="qz-detail">{t(masked ? 'ledgers.paper-masked' : 'ledgers.paper-same')}</span>
        {masked && <Reveal onReveal={setPurpose} />}
      </div>
      <Sheet paper={paper.data} name={shown.ledger.name} />
      <PageTurner page={page} pages={pages} onPage={setPage} label={t('ledgers.paper')} />
    </section>
  );
};
