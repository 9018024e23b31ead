import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, callForFile } from '#platform/contract/call.ts';
import {
  Button,
  ButtonLink,
  Choice,
  Dialog,
  Failed,
  Notice,
  saveFile,
  useMay,
  useText,
} from '#platform/ui/index.ts';
import { exportLedger, type LedgerPage, type Purpose, startLedgerExport } from '../contract.ts';
import { PurposeChoice } from './PurposeChoice.tsx';
import type { Asked } from './use-asked.ts';

const formats = ['print', 'pdf', 'xlsx', 'docx', 'csv', 'own-xlsx', 'own-docx'] as const;
type Format = (typeof formats)[number];

const isOwn = (format: Format): boolean => format.startsWith('own-');
/** What kind of file a choice is. */
const kindOf = (format: Format) =>
  format === 'print' ? 'pdf' : (format.replace('own-', '') as 'pdf' | 'xlsx' | 'docx' | 'csv');

interface TakeOutProps {
  shown: LedgerPage;
  asked: Asked;
}

const take = async (shown: LedgerPage, asked: Asked, format: Format, purpose: Purpose): Promise<Blob> =>
  callForFile(exportLedger, {
    params: { id: shown.ledger.id },
    body: {
      as: kindOf(format),
      own: isOwn(format),
      print: format === 'print',
      purpose,
      month: shown.month,
      ...(asked.until ? { until: asked.until } : {}),
      ...(asked.sort ? { sort: asked.sort, descending: asked.descending } : {}),
      ...(shown.committee ? { committee: shown.committee.id } : {}),
    },
  });

/** More rows than this take longer than a person waits in front of. */
const quickRows = 2_000;

const leave = async (
  shown: LedgerPage,
  asked: Asked,
  format: Format,
  split: boolean,
  purpose: Purpose,
): Promise<void> => {
  await call(startLedgerExport, {
    body: {
      kind: 'ledger',
      ledger: shown.ledger.id,
      as: kindOf(format),
      own: isOwn(format),
      split,
      month: shown.month,
      purpose,
      ...(asked.until ? { until: asked.until } : {}),
      ...(shown.committee ? { committee: shown.committee.id } : {}),
    },
  });
};

/** Printing opens the PDF in its own window, which the browser prints; a blocked window saves it instead. */
const show = (file: Blob, format: Format, name: string, sheet: Window | null): void => {
  if (sheet) sheet.location.href = URL.createObjectURL(file);
  else saveFile(file, `${name}.${kindOf(format)}`);
};

const Form = ({ shown, asked, where, onDone }: TakeOutProps & { where: string; onDone: () => void }) => {
  const t = useText();
  const [format, setFormat] = useState<Format>('print');
  const [left, setLeft] = useState(false);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [split, setSplit] = useState(false);
  const maySplit = shown.committee === null && format !== 'print';
  // What takes long is made in the background: nobody waits in front of it.
  const behind =
    (split && maySplit) ||
    (format !== 'csv' && format !== 'print' && (shown.total ?? Number.POSITIVE_INFINITY) > quickRows);
  const taking = useMutation<void, Error, Purpose>({
    mutationFn: async (what) => {
      if (behind) return leave(shown, asked, format, split && maySplit, what);
      // Opened in the click itself: a window opened later counts as a pop-up.
      const sheet = format === 'print' ? window.open('', '_blank') : null;
      try {
        show(
          await take(shown, asked, format, what),
          format,
          `${shown.ledger.name}-${where}-${shown.month}`,
          sheet,
        );
      } catch (error) {
        sheet?.close();
        throw error;
      }
    },
    onSuccess: () => (behind ? setLeft(true) : onDone()),
  });
  const options = formats.map((one) => ({ value: one, label: t(`ledgers.format.${one}`) }));
  if (left)
    return (
      <div className="qz-form">
        <Notice tone="good">{t('ledgers.export.left')}</Notice>
        <div className="qz-actions">
          <Button onClick={onDone}>{t('ledgers.export.ok')}</Button>
          <ButtonLink to="/ledgers/exports" kind="main">
            {t('ledgers.export.mine')}
          </ButtonLink>
        </div>
      </div>
    );
  return (
    <div className="qz-form">
      <Choice
        label={t('ledgers.format')}
        options={options}
        value={format}
        onValue={(one) => setFormat(one as Format)}
      />
      {maySplit && (
        <Choice
          label={t('ledgers.export.how')}
          options={[
            { value: 'one', label: t('ledgers.export.one') },
            { value: 'each', label: t('ledgers.export.each') },
          ]}
          value={split ? 'each' : 'one'}
          onValue={(one) => setSplit(one === 'each')}
        />
      )}
      <PurposeChoice value={purpose} onValue={setPurpose} />
      {behind && <p className="qz-detail">{t('ledgers.export.behind')}</p>}
      <p className="qz-detail">{t('ledgers.kept')}</p>
      {taking.isError && <Failed error={taking.error} />}
      <div className="qz-actions">
        <Button onClick={onDone}>{t('ui.cancel')}</Button>
        <Button
          kind="main"
          disabled={!purpose}
          busy={taking.isPending}
          onClick={() => purpose && taking.mutate(purpose)}
        >
          {t(format === 'print' ? 'ledgers.print' : 'ledgers.save')}
        </Button>
      </div>
    </div>
  );
};

/** The page's one main button: onto paper or into a file, always with what it is for. */
export const TakeOut = ({ shown, asked }: TakeOutProps) => {
  const t = useText();
  const may = useMay('ledgers.export');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button kind="main" onClick={() => setOpen(true)}>
        {t('ledgers.take')}
      </Button>
      <Dialog open={open} title={t('ledgers.take')} onClose={() => setOpen(false)}>
        <Form
          shown={shown}
          asked={asked}
          where={shown.committee?.name ?? t('ledgers.all')}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
};
