import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { useParam } from '#platform/ui/go.tsx';
import { useLive } from '#platform/ui/live.ts';
import { useMay } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { Table } from '#platform/ui/Table.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { readRoll, readVenues, type VenueRoll } from '../contract.ts';
import { standings } from '../domain/roll.ts';
import { CorrectDialog } from './roll/CorrectDialog.tsx';
import './screens.css';

/** `业委会 2 · 物业 1`, in the office's order. */
const useStandingWords = () => {
  const t = useText();
  return ({ named }: VenueRoll): string =>
    standings
      .map((standing) => [standing, named.filter((one) => one.standing === standing).length] as const)
      .filter(([, n]) => n > 0)
      .map(([standing, n]) => `${t(`venues.standing-${standing}`)} ${n}`)
      .join(' · ');
};

/** Roll-call (点到): every venue's device, head-count and names, and where they do not fit together. */
const RollPage = () => {
  const t = useText();
  const id = useParam('id');
  const roll = useCall(readRoll, { params: { id } }, { every: 15_000 });
  const title = useCall(readVenues, { params: { id } }).data?.sitting.title;
  const may = useMay('venues.control');
  const words = useStandingWords();
  const [at, setAt] = useState<string | null>(null);
  useLive([`sitting:${id}`]);
  const chosen = roll.data?.find(({ venue }) => venue.id === at);
  const total = (roll.data ?? []).reduce((sum, { people }) => sum + (people ?? 0), 0);
  return (
    <Page
      title={t('venues.roll')}
      back={{ to: `/sittings/${id}`, label: title ?? t('venues.sitting') }}
      subtitle={roll.data && t('venues.roll-total', { n: total })}
    >
      {roll.isError && !roll.data && <Failed error={roll.error} retry={roll.refetch} />}
      {roll.isPending && <Loading lines={6} />}
      {roll.data && (
        <Table
          label={t('venues.roll')}
          rows={roll.data}
          keyOf={({ venue }) => venue.id}
          columns={[
            { key: 'venue', title: t('venues.branch'), show: ({ venue }) => venue.name },
            {
              key: 'online',
              title: t('venues.connected'),
              show: ({ online, minutes }) => (
                <>
                  {online && <Tag tone="good">{t('venues.online')}</Tag>}{' '}
                  {minutes > 0 && t('venues.minutes', { n: minutes })}
                </>
              ),
            },
            {
              key: 'people',
              title: t('venues.head-count'),
              figures: true,
              by: ({ people }) => people ?? -1,
              show: ({ people }) => people ?? '—',
            },
            {
              key: 'names',
              title: t('venues.names'),
              show: (one) => (one.named.length === 0 ? '—' : words(one)),
            },
            {
              key: 'look',
              title: t('venues.look'),
              by: ({ mismatches }) => -mismatches.length,
              show: ({ mismatches }) =>
                mismatches.map((one) => (
                  <Tag key={one} tone="look">
                    {t(`venues.mismatch-${one}`)}
                  </Tag>
                )),
            },
            ...(may
              ? [
                  {
                    key: 'do',
                    title: t('venues.do'),
                    stays: true,
                    show: ({ venue }: VenueRoll) => (
                      <Button onClick={() => setAt(venue.id)}>{t('venues.correct')}</Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {chosen && <CorrectDialog sitting={id} roll={chosen} close={() => setAt(null)} />}
    </Page>
  );
};

export default RollPage;
