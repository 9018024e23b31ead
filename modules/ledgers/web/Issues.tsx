import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { callForFile } from '#platform/contract/call.ts';
import {
  Button,
  Card,
  Dialog,
  Failed,
  formatMoment,
  formatMonth,
  Loading,
  Notice,
  Row,
  Rows,
  saveFile,
  Tag,
  useAction,
  useCall,
  useMay,
  useMe,
  useText,
} from '#platform/ui/index.ts';
import {
  compareLedgerIssue,
  type IssueDifference,
  issueLedger,
  type LedgerIssue,
  type LedgerPage,
  listLedgerIssues,
  type Purpose,
  takeIssueFile,
} from '../contract.ts';
import { PurposeChoice } from './PurposeChoice.tsx';

const said = ({ cells }: IssueDifference, empty: string): string =>
  cells.map(({ label, from, to }) => `${label} ${from || empty} → ${to || empty}`).join('，');

const Differences = ({ issue }: { issue: LedgerIssue }) => {
  const t = useText();
  const found = useCall(compareLedgerIssue, { params: { id: issue.id } });
  if (found.isPending) return <Loading lines={1} />;
  if (found.isError) return <Failed error={found.error} retry={found.refetch} />;
  if (found.data.length === 0) return <p className="qz-detail">{t('ledgers.issue.same')}</p>;
  return (
    <>
      <Notice>{t('ledgers.issue.differs', { n: found.data.length, number: issue.number })}</Notice>
      <Rows label={t('ledgers.issue.differs', { n: found.data.length, number: issue.number })}>
        {found.data.map((one) => (
          <Row
            key={`${one.number} ${one.record} ${one.who}`}
            title={
              <>
                {one.number === null ? '' : t('ledgers.issue.row', { n: one.number })} {one.who}{' '}
                <Tag tone="look">{t(`ledgers.issue.${one.kind}`)}</Tag>
              </>
            }
            detail={said(one, t('ledgers.blank-value'))}
          />
        ))}
      </Rows>
    </>
  );
};

const take = async (issue: LedgerIssue, kind: 'pdf' | 'xlsx', purpose: Purpose, name: string) =>
  saveFile(
    await callForFile(takeIssueFile, { params: { id: issue.id }, body: { kind, purpose } }),
    `${name}-${issue.committee.name}-${issue.month}-${issue.number}.${kind}`,
  );

const TakeFile = ({ issue, name }: { issue: LedgerIssue; name: string }) => {
  const t = useText();
  const [kind, setKind] = useState<'pdf' | 'xlsx' | null>(null);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const taking = useMutation({
    mutationFn: async () => {
      if (kind && purpose) await take(issue, kind, purpose, name);
    },
    onSuccess: () => setKind(null),
  });
  return (
    <>
      {issue.files.map((file) => (
        <Button key={file.kind} onClick={() => setKind(file.kind)}>
          {t(`ledgers.format.${file.kind}`)}
        </Button>
      ))}
      <Dialog open={kind !== null} title={t('ledgers.issue.take')} onClose={() => setKind(null)}>
        <PurposeChoice value={purpose} onValue={setPurpose} />
        <p className="qz-detail">{t('ledgers.kept')}</p>
        {taking.isError && <Failed error={taking.error} />}
        <div className="qz-actions">
          <Button onClick={() => setKind(null)}>{t('ui.cancel')}</Button>
          <Button kind="main" disabled={!purpose} busy={taking.isPending} onClick={() => taking.mutate()}>
            {t('ledgers.save')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

const Copy = ({ issue, name, newest }: { issue: LedgerIssue; name: string; newest: boolean }) => {
  const t = useText();
  const may = useMay('ledgers.export');
  return (
    <li className="lg-issue">
      <p>
        <strong>{t('ledgers.issue.copy', { n: issue.number })}</strong>　{issue.committee.name}　
        {formatMonth(issue.month)}　{t('ledgers.rows', { n: issue.rows })}
      </p>
      <p className="qz-detail">
        {t('ledgers.issue.by', { by: issue.issuedBy, at: formatMoment(issue.issuedAt) })}　
        <code title={issue.rowsHash}>{issue.rowsHash.slice(0, 12)}</code>
      </p>
      {newest && <Differences issue={issue} />}
      {may && (
        <div className="qz-actions">
          <TakeFile issue={issue} name={name} />
        </div>
      )}
    </li>
  );
};

/** What was signed of this month, and how it reads otherwise now. */
export const Issues = ({ shown }: { shown: LedgerPage }) => {
  const t = useText();
  const query = { month: shown.month, ...(shown.committee ? { committee: shown.committee.id } : {}) };
  const issues = useCall(listLedgerIssues, { params: { id: shown.ledger.id }, query });
  if (!issues.data || issues.data.length === 0) return null;
  const newest = new Set<string>();
  return (
    <Card title={t('ledgers.issue.signed')}>
      <ul className="lg-cards">
        {issues.data.map((issue) => {
          const first = !newest.has(issue.committee.id) && shown.committee !== null;
          newest.add(issue.committee.id);
          return <Copy key={issue.id} issue={issue} name={shown.ledger.name} newest={first} />;
        })}
      </ul>
    </Card>
  );
};

/** Signs the month that is shown; only the committee's head may. */
export const SignMonth = ({ shown }: { shown: LedgerPage }) => {
  const t = useText();
  const me = useMe();
  const may = useMay('ledgers.issue') && me.committee !== null;
  const [asking, setAsking] = useState(false);
  const signing = useAction(issueLedger, { onDone: () => setAsking(false) });
  if (!may) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('ledgers.issue.sign')}</Button>
      <Dialog open={asking} title={t('ledgers.issue.sign')} onClose={() => setAsking(false)}>
        <p>{t('ledgers.issue.means', { month: formatMonth(shown.month), n: shown.total ?? '…' })}</p>
        <p className="qz-detail">{t('ledgers.issue.later')}</p>
        {signing.error && <Failed error={signing.error} />}
        <div className="qz-actions">
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          <Button
            kind="main"
            busy={signing.isPending}
            onClick={() => signing.mutate({ params: { id: shown.ledger.id }, body: { month: shown.month } })}
          >
            {t('ledgers.issue.sign')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
