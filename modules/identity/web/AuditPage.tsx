import { useState } from 'react';
import { call } from '#platform/contract/call.ts';
import { Button } from '#platform/ui/Buttons.tsx';
import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatMoment } from '#platform/ui/format.ts';
import { useMedia } from '#platform/ui/media.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { Table } from '#platform/ui/Table.tsx';
import { type Say, useText } from '#platform/ui/text.ts';
import './accounts.css';
import { type AuditEntry, listAuditEntries } from '../contract.ts';

/** A subject's id shortened; all of it is in the tip. */
const Subject = ({ subject }: Pick<AuditEntry, 'subject'>) => (
  <span title={subject}>{subject.length > 24 ? `…${subject.slice(-8)}` : subject}</span>
);

/** A word for a fact's name or value where there is one (`audit.fact.way`, `audit.value.password`), else its code. */
const wordFor = (t: Say, kind: 'fact' | 'value', code: string): string => {
  const word = t(`audit.${kind}.${code}`);
  return word === `audit.${kind}.${code}` ? code : word;
};

const factsOf = (t: Say, { facts }: AuditEntry): string =>
  Object.entries(facts)
    .map(([key, value]) => {
      const shown = typeof value === 'object' ? JSON.stringify(value) : wordFor(t, 'value', String(value));
      return `${wordFor(t, 'fact', key)}：${shown}`;
    })
    .join(' · ');

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
  const wide = useMedia('(min-width: 1000px)');
  const keyOf = ({ chain, seq }: AuditEntry) => `${chain} ${seq}`;
  const who = ({ name }: AuditEntry) => name ?? t('identity.audit-system');
  // Modules may name their acts (`audit.<action>`); one without a word stands as its code.
  const act = ({ action }: AuditEntry) => {
    const word = t(`audit.${action}`);
    return word === `audit.${action}` ? action : word;
  };
  const at = ({ at: moment }: AuditEntry) => <span className="qz-audit-at">{formatMoment(moment)}</span>;
  if (wide)
    return (
      <Table
        label={t('identity.audit')}
        rows={entries}
        keyOf={keyOf}
        columns={[
          { key: 'at', title: t('identity.audit-at'), show: at },
          { key: 'who', title: t('identity.audit-who'), show: who },
          { key: 'action', title: t('identity.audit-action'), show: act },
          { key: 'subject', title: t('identity.audit-subject'), show: (entry) => <Subject {...entry} /> },
          { key: 'facts', title: t('identity.audit-facts'), show: (entry) => factsOf(t, entry) },
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
            detail={[formatMoment(entry.at), factsOf(t, entry)].filter(Boolean).join(' · ')}
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
