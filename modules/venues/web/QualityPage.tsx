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
import {
  issueConsoleTicket,
  readChecks,
  readLines,
  readVenues,
  type VenueLine,
  type VenuesView,
} from '../contract.ts';
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

const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)} %`);

const worst = (line: VenueLine | undefined): number => Math.max(line?.lossDown ?? -1, line?.lossUp ?? -1);

/** What is lost on the way to the venue and from it, as its own screen counts it. */
const Loss = ({ line }: { line: VenueLine | undefined }) =>
  line ? `↓ ${percent(line.lossDown)} ↑ ${percent(line.lossUp)}` : '—';

/** What comes from the venue to this screen. */
const Received = ({ line }: { line: LineQuality | undefined }) =>
  line?.picture
    ? `${line.picture} · ${line.kilobits === null ? '—' : Math.round(line.kilobits)} kbit/s`
    : '—';

const wantsOf = (view: VenuesView | undefined): Wants =>
  new Map((view?.venues ?? []).map(({ id }) => [cameraOf(id), { picture: 'low', sound: false }]));

/** How each venue's line is (线路质量): what its own screen says of it, what comes from it now, what it found before. */
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
  const lines = useCall(readLines, { params: { id } }, { every: 5_000 });
  const told = ({ venue }: Checked) => lines.data?.find((one) => one.venue === venue.id)?.line;
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
              by: (one) => worst(told(one)),
              show: (one) => <Loss line={told(one)} />,
            },
            {
              key: 'ms',
              title: t('venues.quality-ms'),
              figures: true,
              by: (one) => told(one)?.ms ?? -1,
              show: (one) => told(one)?.ms ?? '—',
            },
            {
              key: 'way',
              title: t('venues.quality-way'),
              show: (one) => {
                const way = told(one)?.way;
                return way ? (
                  <Tag tone={way === 'udp' ? 'good' : 'look'}>{t(`venues.quality-${way}`)}</Tag>
                ) : (
                  '—'
                );
              },
            },
            { key: 'gets', title: t('venues.quality-gets'), show: (one) => told(one)?.gets ?? '—' },
            { key: 'sends', title: t('venues.quality-sends'), show: (one) => told(one)?.sends ?? '—' },
            {
              key: 'picture',
              title: t('venues.quality-picture'),
              show: (one) => <Received line={of(one)} />,
            },
            { key: 'check', title: t('venues.check'), show: (one) => <Check {...one} /> },
          ]}
        />
      )}
    </Page>
  );
};

export default QualityPage;
