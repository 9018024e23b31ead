import { useMemo } from 'react';
import { call } from '#platform/contract/call.ts';
import { useCall } from '#platform/ui/calls.ts';
import { formatMoment } from '#platform/ui/format.ts';
import { useParam } from '#platform/ui/go.tsx';
import { useLive } from '#platform/ui/live.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { Table } from '#platform/ui/Table.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { issueConsoleTicket, readChecks, readVenues, type VenuesView } from '../contract.ts';
import { checkParts } from '../domain/check.ts';
import { cameraOf } from '../domain/identities.ts';
import { hall } from '../domain/state.ts';
import { useInPlace } from './media/use-in-place.ts';
import { type LineQuality, useQuality } from './media/use-quality.ts';
import { useRoom } from './media/use-room.ts';
import { useTracks, type Wants } from './media/use-tracks.ts';
import { useHasVideo } from './use-sitting.ts';
import './screens.css';

type Checked = NonNullable<Awaited<ReturnType<typeof call<typeof readChecks>>>>[number];

const tones = { excellent: 'good', good: 'good', poor: 'look', lost: 'bad', unknown: 'plain' } as const;

const Check = ({ check, at }: Checked) => {
  const t = useText();
  if (!check) return t('venues.check-none');
  const troubled = checkParts.filter((part) => check.parts[part] !== 'good');
  return (
    <>
      {troubled.length === 0 && <Tag tone="good">{t('venues.check-all-good')}</Tag>}
      {troubled.map((part) => (
        <Tag key={part} tone={check.parts[part] === 'bad' ? 'bad' : 'look'}>
          {t(`venues.check-${part}`)}：{t(`venues.check-${part}-${check.parts[part]}`)}
        </Tag>
      ))}{' '}
      {at && formatMoment(at)}
    </>
  );
};

const wantsOf = (view: VenuesView | undefined): Wants =>
  new Map((view?.venues ?? []).map(({ id }) => [cameraOf(id), { picture: 'low', sound: false }]));

/** How each venue's line is (线路质量): what it found before the sitting, and what comes from it now. */
const QualityPage = () => {
  const t = useText();
  const id = useParam('id');
  const view = useCall(readVenues, { params: { id } }, { every: 15_000 });
  const checks = useCall(readChecks, { params: { id } });
  const { room } = useRoom((signal) => call(issueConsoleTicket, { params: { id }, signal }), useHasVideo(id));
  const names = view.data?.venues.map((one) => one.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same venues want the same
  const wants = useMemo(() => wantsOf(view.data), [names]);
  useTracks(room, wants);
  useInPlace(room, view.data?.state ?? null, hall);
  const quality = useQuality(room);
  useLive([`sitting:${id}`]);
  const of = ({ venue }: Checked): LineQuality | undefined => quality.get(cameraOf(venue.id));
  return (
    <Page
      title={t('venues.quality')}
      back={{ to: `/sittings/${id}`, label: view.data?.sitting.title ?? t('venues.sitting') }}
      subtitle={t('venues.quality-help')}
    >
      {checks.isError && <Failed error={checks.error} retry={checks.refetch} />}
      {checks.isPending && <Loading lines={6} />}
      {checks.data && (
        <Table
          label={t('venues.quality')}
          rows={checks.data}
          keyOf={({ venue }) => venue.id}
          columns={[
            { key: 'venue', title: t('venues.branch'), show: ({ venue }) => venue.name },
            {
              key: 'now',
              title: t('venues.quality-now'),
              show: (one) => {
                const line = of(one);
                return line ? (
                  <Tag tone={tones[line.verdict]}>{t(`venues.quality-${line.verdict}`)}</Tag>
                ) : (
                  t('venues.is-absent')
                );
              },
            },
            {
              key: 'loss',
              title: t('venues.quality-loss'),
              figures: true,
              by: (one) => of(one)?.loss ?? -1,
              show: (one) => {
                const loss = of(one)?.loss;
                return loss === undefined || loss === null ? '—' : `${(loss * 100).toFixed(1)} %`;
              },
            },
            {
              key: 'rate',
              title: t('venues.quality-rate'),
              figures: true,
              show: (one) => {
                const kilobits = of(one)?.kilobits;
                return kilobits === undefined || kilobits === null ? '—' : Math.round(kilobits);
              },
            },
            {
              key: 'picture',
              title: t('venues.quality-picture'),
              show: (one) => of(one)?.picture ?? '—',
            },
            { key: 'check', title: t('venues.check'), show: (one) => <Check {...one} /> },
          ]}
        />
      )}
    </Page>
  );
};

export default QualityPage;
