import { useState } from 'react';
import { listCommittees } from '#modules/organisation/contract';
import { call } from '#platform/contract/call.ts';
import { Button } from '#platform/ui/Buttons.tsx';
import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatMoment } from '#platform/ui/format.ts';
import { useMedia } from '#platform/ui/media.ts';
import { officeWidth } from '#platform/ui/office-piece.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { Table } from '#platform/ui/Table.tsx';
import { useLanguage, useText } from '#platform/ui/text.ts';
import './accounts.css';
import { type AuditEntry, listAuditEntries } from '../contract.ts';
import { type Speaker, sayAct, sayFacts, saySubject } from './audit/words.ts';

/** Words for entries, with the committees' names once they are here. */
const useSpeaker = (): Speaker => {
  const language = useLanguage();
  const t = useText();
  const committees = useCall(listCommittees);
  return {
    language,
    t,
    committee: (id) => committees.data?.find((one) => one.id === id)?.name ?? null,
  };
};

/** Earlier entries, page by page, under the newest ones. */
const useOlder = (first: string | null) => {
  const [older, setOlder] = useState<{ entries: AuditEntry[]; next: string | null } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const next = older ? older.next : first;
  const more = async () => {
    if (next === null) return;
    try {
      const page = await call(listAuditEntries, { query: { before: next } });
      setOlder({ entries: [...(older?.entries ?? []), ...page.entries], next: page.next });
      setError(null);
    } catch (failure) {
      setError(failure as Error);
    }
  };
  return { entries: older?.entries ?? [], next, more, error };
};

const AuditList = ({ entries }: { entries: readonly AuditEntry[] }) => {
  const t = useText();
  const speaker = useSpeaker();
  const wide = useMedia(officeWidth);
  const keyOf = ({ chain, seq }: AuditEntry) => `${chain} ${seq}`;
  const who = ({ name }: AuditEntry) => name ?? t('identity.audit-system');
  const where = ({ chain }: AuditEntry) => speaker.committee(chain) ?? t('identity.audit-office');
  const act = ({ action }: AuditEntry) => sayAct(speaker.language, action);
  const facts = (entry: AuditEntry) => sayFacts(speaker, entry.facts);
  if (wide)
    return (
      <Table
        label={t('identity.audit')}
        rows={entries}
        keyOf={keyOf}
        columns={[
          {
            key: 'at',
            title: t('identity.audit-at'),
            show: ({ at }) => <span className="qz-audit-at">{formatMoment(at)}</span>,
          },
          { key: 'where', title: t('identity.audit-where'), show: where },
          { key: 'who', title: t('identity.audit-who'), show: who },
          { key: 'action', title: t('identity.audit-action'), show: act },
          {
            key: 'facts',
            title: t('identity.audit-facts'),
            show: (entry) => <div className="qz-audit-facts">{facts(entry)}</div>,
          },
          {
            key: 'subject',
            title: t('identity.audit-subject'),
            show: (entry) => <span title={entry.subject}>{saySubject(speaker, entry)}</span>,
          },
        ]}
      />
    );
  return (
    <Card>
      <Rows label={t('identity.audit')}>
        {entries.map((entry) => (
          <Row
            key={keyOf(entry)}
            title={`${who(entry)} · ${act(entry)}`}
            detail={[formatMoment(entry.at), where(entry), facts(entry)].filter(Boolean).join(' · ')}
          />
        ))}
      </Rows>
    </Card>
  );
};

/** Who did what, newest first; for the auditor. */
const AuditPage = () => {
  const t = useText();
  const newest = useCall(listAuditEntries, { query: {} });
  const older = useOlder(newest.data?.next ?? null);
  const entries = [...(newest.data?.entries ?? []), ...older.entries];
  return (
    <Page title={t('identity.audit')} subtitle={t('identity.audit-what')}>
      {newest.isPending && <Loading lines={6} />}
      {newest.isError && <Failed error={newest.error} retry={newest.refetch} />}
      {newest.data && entries.length === 0 && <Empty>{t('identity.audit-none')}</Empty>}
      {entries.length > 0 && <AuditList entries={entries} />}
      {older.error && <Failed error={older.error} />}
      {older.next !== null && (
        <div className="qz-actions">
          <Button onClick={() => void older.more()}>{t('identity.audit-more')}</Button>
        </div>
      )}
    </Page>
  );
};

export default AuditPage;
