import { useState } from 'react';
import {
  Button,
  Card,
  Empty,
  Failed,
  Go,
  Loading,
  Notice,
  Page,
  Tag,
  useAction,
  useCall,
  useMe,
} from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import { type DuplicatePair, listDuplicates, mergeResidents, sayDistinct } from '../contract.ts';
import { doorOf, ResidentDetail, ResidentTags } from './ResidentWords.tsx';

type Entry = DuplicatePair['one'];

interface SideProps {
  entry: Entry;
  busy: boolean;
  onKeep: () => void;
}

const Side = ({ entry, busy, onKeep }: SideProps) => {
  const t = useText();
  return (
    <div className="qz-pair-side">
      <p>
        <Go to={`/residents/${entry.id}`}>{entry.name}</Go>　<strong>{doorOf(entry)}</strong>{' '}
        <ResidentTags resident={entry} />
      </p>
      <ResidentDetail resident={entry} />
      <Button busy={busy} onClick={onKeep}>
        {t('registers.keep-this')}
        <span className="qz-unseen">{doorOf(entry)}</span>
      </Button>
    </div>
  );
};

interface PairProps {
  pair: DuplicatePair;
  onMerged: (kept: string, records: number) => void;
}

const Pair = ({ pair: { one, other, why, differ }, onMerged }: PairProps) => {
  const t = useText();
  const language = useLanguage();
  const merge = useAction(mergeResidents, { refresh: [listDuplicates] });
  const distinct = useAction(sayDistinct, { refresh: [listDuplicates] });
  const keep = (kept: Entry, gone: Entry) =>
    merge.mutate(
      {
        body: {
          ...{ keep: kept.id, keepRevision: kept.revision },
          ...{ other: gone.id, otherRevision: gone.revision },
        },
      },
      { onSuccess: ({ records }) => onMerged(kept.id, records) },
    );
  const error = merge.error ?? distinct.error;
  return (
    <Card
      alike
      title={one.name}
      extra={<Tag tone={why === 'birth' ? 'plain' : 'look'}>{t(`registers.why-${why}`)}</Tag>}
    >
      <Side entry={one} busy={merge.isPending} onKeep={() => keep(one, other)} />
      <Side entry={other} busy={merge.isPending} onKeep={() => keep(other, one)} />
      <p className="qz-detail">
        {differ.length === 0
          ? t('registers.differ-none')
          : t('registers.differ', {
              fields: differ.map((field) => (language === 'en' ? field.en : field.zh)).join('、'),
            })}
      </p>
      {error && <Failed error={error} />}
      <div className="qz-actions">
        <Button
          busy={distinct.isPending}
          onClick={() => distinct.mutate({ body: { one: one.id, other: other.id } })}
        >
          {t('registers.not-same')}
        </Button>
      </div>
    </Card>
  );
};

/** People who may be in the register twice, the surest first. */
const DuplicatesPage = () => {
  const t = useText();
  const me = useMe();
  const [merged, setMerged] = useState<{ kept: string; records: number } | null>(null);
  const list = useCall(listDuplicates);
  return (
    <Page
      title={t('registers.duplicates')}
      subtitle={me.committee?.name}
      back={{ to: '/residents', label: t('registers.residents') }}
      width="narrow"
    >
      {merged && (
        <Notice tone="good">
          {t('registers.merged', { n: merged.records })}{' '}
          <Go to={`/residents/${merged.kept}`}>{t('registers.see-kept')}</Go>
        </Notice>
      )}
      {list.isPending ? (
        <Loading lines={6} />
      ) : list.isError ? (
        <Failed error={list.error} retry={list.refetch} />
      ) : list.data.total === 0 ? (
        <Empty>{t('registers.duplicates-none')}</Empty>
      ) : (
        <>
          <p className="qz-detail">{t('registers.duplicates-count', { n: list.data.total })}</p>
          {list.data.pairs.map((pair) => (
            <Pair
              key={`${pair.one.id} ${pair.other.id}`}
              pair={pair}
              onMerged={(kept, records) => setMerged({ kept, records })}
            />
          ))}
        </>
      )}
    </Page>
  );
};

export default DuplicatesPage;
