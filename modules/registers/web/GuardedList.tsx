import { useState } from 'react';
import { Button, Card, Empty, SelectField, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { listGuardedResidents, type OpenReason } from '../contract.ts';
import { guardedTags } from '../domain/tags.ts';
import { AskReason } from './AskReason.tsx';
import { ResidentRows } from './ResidentRows.tsx';

type Tag = (typeof guardedTags)[number];

interface GuardedProps {
  /** Shown until somebody is asked for. */
  children: React.ReactNode;
}

/** People by a mark on health or hardship, for a reason that is kept; instead of the list of everybody. */
export const GuardedList = ({ children }: GuardedProps) => {
  const t = useText();
  const [tag, setTag] = useState<Tag | ''>('');
  const [reason, setReason] = useState<OpenReason | null>(null);
  const [page, setPage] = useState(1);
  const list = useAction(listGuardedResidents, { refresh: [] });
  const ask = (why: OpenReason, at: number) => {
    if (tag === '') return;
    setReason(why);
    setPage(at);
    list.mutate({ body: { tag, reason: why, page: at } });
  };
  if (!list.data || !tag)
    return (
      <>
        <div className="qz-actions">
          <AskReason
            title={t('registers.by-guarded')}
            confirm={t('registers.list-out')}
            kept={t('registers.guarded-kept')}
            ready={tag !== ''}
            busy={list.isPending}
            error={list.error}
            onReason={(why) => ask(why, 1)}
          >
            <SelectField
              label={t('registers.which-mark')}
              value={tag}
              placeholder=""
              onValue={(value) => setTag(guardedTags.find((one) => one === value) ?? '')}
              options={guardedTags.map((one) => ({ value: one, label: t(`registers.tag-${one}`) }))}
            />
          </AskReason>
        </div>
        {children}
      </>
    );
  const { residents, total, pageSize } = list.data;
  const back = () => {
    list.reset();
    setTag('');
  };
  return (
    <Card
      title={t('registers.guarded-title', { tag: t(`registers.tag-${tag}`), n: total })}
      extra={<Button onClick={back}>{t('registers.back-to-all')}</Button>}
    >
      {total === 0 ? (
        <Empty>{t('registers.nobody')}</Empty>
      ) : (
        <ResidentRows
          {...{ residents, page, total }}
          size={pageSize}
          onPage={(next) => reason && ask(reason, next)}
        />
      )}
    </Card>
  );
};
