import { useState } from 'react';
import { call } from '#platform/contract/call.ts';
import { Button } from '#platform/ui/Buttons.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatMoment } from '#platform/ui/format.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { Table } from '#platform/ui/Table.tsx';
import { useText } from '#platform/ui/text.ts';
import { type AuditEntry, listAuditEntries } from '../contract.ts';

const factsOf = ({ facts }: AuditEntry): string =>
  Object.entries(facts)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
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
      {entries.length > 0 && (
        <Table
          label={t('identity.audit')}
          rows={entries}
          keyOf={({ chain, seq }) => `${chain} ${seq}`}
          columns={[
            { key: 'at', title: t('identity.audit-at'), show: ({ at }) => formatMoment(at) },
            {
              key: 'who',
              title: t('identity.audit-who'),
              show: ({ name }) => name ?? t('identity.audit-system'),
            },
            { key: 'action', title: t('identity.audit-action'), show: ({ action }) => action },
            { key: 'subject', title: t('identity.audit-subject'), show: ({ subject }) => subject },
            { key: 'facts', title: t('identity.audit-facts'), show: factsOf },
          ]}
        />
      )}
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
