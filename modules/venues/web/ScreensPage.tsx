import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { formatMoment, formatTime } from '#platform/ui/format.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { Table } from '#platform/ui/Table.tsx';
import { useText } from '#platform/ui/text.ts';
import { listVenueScreens, makePairingCode, revokeVenueScreen, type VenueScreen } from '../contract.ts';
import './screens.css';

interface Line {
  readonly key: string;
  readonly committee: { readonly id: string; readonly name: string };
  /** Null: this committee has no screen yet. */
  readonly screen: VenueScreen | null;
}

/** The code, large, with what to do with it. */
const CodeDialog = ({ committee, close }: { committee: Line['committee']; close: () => void }) => {
  const t = useText();
  const make = useAction(makePairingCode, { refresh: [] });
  if (make.isIdle) make.mutate({ body: { committee: committee.id } });
  return (
    <Dialog open title={t('venues.code-for', { name: committee.name })} onClose={close}>
      {make.isError && <Failed error={make.error} />}
      {make.data && (
        <>
          <p className="venue-code">{make.data.code}</p>
          <ol className="venue-code-steps">
            <li>{t('venues.code-step-1', { address: `${location.origin}/screen` })}</li>
            <li>{t('venues.code-step-2', { at: formatTime(make.data.expiresAt) })}</li>
            <li>{t('venues.code-step-3')}</li>
          </ol>
        </>
      )}
      <div className="qz-actions">
        <Button kind="main" onClick={close}>
          {t('venues.done')}
        </Button>
      </div>
    </Dialog>
  );
};

/** Letting a screen go: pressed twice, because somebody has to go there to pair it again. */
const LetGo = ({ screen }: { screen: VenueScreen }) => {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const revoke = useAction(revokeVenueScreen, { refresh: [listVenueScreens] });
  return (
    <Button
      kind={asked ? 'danger' : 'quiet'}
      busy={revoke.isPending}
      onClick={() => (asked ? revoke.mutate({ params: { id: screen.id } }) : setAsked(true))}
    >
      {t(asked ? 'venues.let-go-sure' : 'venues.let-go')}
    </Button>
  );
};

/** Fixed screens of the branch venues: who has one, when it was last there, a code for a new one. */
const ScreensPage = () => {
  const t = useText();
  const screens = useCall(listVenueScreens);
  const [pairing, setPairing] = useState<Line['committee'] | null>(null);
  const lines = screens.data?.flatMap(({ committee, screens: own }): Line[] =>
    own.length === 0
      ? [{ key: committee.id, committee, screen: null }]
      : own.map((screen) => ({ key: screen.id, committee, screen })),
  );
  return (
    <Page title={t('venues.screens')} subtitle={t('venues.screens-help')}>
      {screens.isError && <Failed error={screens.error} retry={screens.refetch} />}
      {screens.isPending && <Loading lines={5} />}
      {lines?.length === 0 && <Empty>{t('venues.no-committees')}</Empty>}
      {lines && lines.length > 0 && (
        <Table
          label={t('venues.screens')}
          rows={lines}
          keyOf={({ key }) => key}
          columns={[
            { key: 'committee', title: t('venues.branch'), show: ({ committee }) => committee.name },
            {
              key: 'screen',
              title: t('venues.screen'),
              show: ({ screen }) => screen?.name || (screen ? t('venues.screen') : t('venues.no-screen')),
            },
            {
              key: 'paired',
              title: t('venues.paired-at'),
              show: ({ screen }) => screen && `${formatMoment(screen.pairedAt)} ${screen.pairedBy}`,
            },
            {
              key: 'seen',
              title: t('venues.seen-at'),
              show: ({ screen }) => screen && formatMoment(screen.seenAt),
            },
            {
              key: 'do',
              title: t('venues.do'),
              stays: true,
              show: ({ committee, screen }) => (
                <span className="qz-actions">
                  <Button onClick={() => setPairing(committee)}>{t('venues.make-code')}</Button>
                  {screen && <LetGo screen={screen} />}
                </span>
              ),
            },
          ]}
        />
      )}
      {pairing && (
        <CodeDialog
          committee={pairing}
          close={() => {
            setPairing(null);
            void screens.refetch();
          }}
        />
      )}
    </Page>
  );
};

export default ScreensPage;
