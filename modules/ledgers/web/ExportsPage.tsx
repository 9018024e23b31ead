import { useMutation } from '@tanstack/react-query';
import { callForFile } from '#platform/contract/call.ts';
import {
  Button,
  Card,
  Empty,
  Failed,
  formatMoment,
  formatMonth,
  Loading,
  Page,
  type Say,
  saveFile,
  useAction,
  useCall,
  useText,
} from '#platform/ui/index.ts';
import {
  cancelLedgerExport,
  type LedgerExportJob,
  listLedgerExports,
  takeLedgerExport,
} from '../contract.ts';
import { PackForm } from './PackForm.tsx';
import './ledgers.css';

const kiloByte = 1024;
const sizeOf = (bytes: number): string =>
  bytes < kiloByte * kiloByte
    ? `${Math.ceil(bytes / kiloByte)} KB`
    : `${(bytes / kiloByte / kiloByte).toFixed(1)} MB`;

const ending = (job: LedgerExportJob): string => (job.kind === 'pack' || job.split ? 'zip' : job.as);

const told = (t: Say, job: LedgerExportJob): string =>
  [
    job.committee ?? t(job.split ? 'ledgers.export.each' : 'ledgers.all'),
    job.until ? `${formatMonth(job.month)}—${formatMonth(job.until)}` : formatMonth(job.month),
    job.kind === 'pack' ? t('ledgers.pack.ledgers', { n: job.ledgers }) : job.as.toUpperCase(),
    formatMoment(job.askedAt),
    ...(job.state === 'done' ? [t('ledgers.rows', { n: job.rows }), sizeOf(job.bytes ?? 0)] : []),
  ].join('　');

const Take = ({ job }: { job: LedgerExportJob }) => {
  const t = useText();
  const taking = useMutation({
    mutationFn: async () =>
      saveFile(
        await callForFile(takeLedgerExport, { params: { id: job.id } }),
        `${job.name}-${job.month}.${ending(job)}`,
      ),
  });
  return (
    <>
      <Button busy={taking.isPending} onClick={() => taking.mutate()}>
        {t('ledgers.save')}
      </Button>
      {taking.isError && <Failed error={taking.error} />}
    </>
  );
};

const Stop = ({ job }: { job: LedgerExportJob }) => {
  const t = useText();
  const stop = useAction(cancelLedgerExport, { refresh: [listLedgerExports] });
  return (
    <Button busy={stop.isPending} onClick={() => stop.mutate({ params: { id: job.id } })}>
      {t('ledgers.export.cancel')}
    </Button>
  );
};

const State = ({ job }: { job: LedgerExportJob }) => {
  const t = useText();
  if (job.state === 'done') return <Take job={job} />;
  if (job.state === 'cancelled') return <span className="qz-detail">{t('ledgers.export.cancelled')}</span>;
  if (job.state === 'failed') return <span className="qz-detail">{job.failure}</span>;
  return (
    <span className="lg-progress">
      <progress
        max={100}
        value={job.progress}
        aria-label={t('ledgers.export.progress', { name: job.name })}
      />
      {t('ledgers.export.percent', { n: job.progress })}
      <Stop job={job} />
    </span>
  );
};

const List = () => {
  const t = useText();
  const jobs = useCall(listLedgerExports, {}, { every: 1_500 });
  if (jobs.isPending) return <Loading lines={3} />;
  if (jobs.isError) return <Failed error={jobs.error} retry={jobs.refetch} />;
  if (jobs.data.length === 0) return <Empty>{t('ledgers.export.none')}</Empty>;
  return (
    <ul className="lg-cards" aria-label={t('ledgers.export.mine')}>
      {jobs.data.map((job) => (
        <li key={job.id} className="lg-card lg-job">
          <span>
            <strong>{job.name}</strong>
            <br />
            <span className="qz-detail">{told(t, job)}</span>
          </span>
          <State job={job} />
        </li>
      ))}
    </ul>
  );
};

/** What was left to the background: how far it is, and the files; and a place to put an inspection pack together. */
const ExportsPage = () => {
  const t = useText();
  return (
    <Page
      title={t('ledgers.export.mine')}
      subtitle={t('ledgers.export.kept')}
      width="narrow"
      back={{ to: '/ledgers', label: t('ledgers.ledgers') }}
    >
      <List />
      <Card title={t('ledgers.pack')}>
        <PackForm />
      </Card>
    </Page>
  );
};

export default ExportsPage;
