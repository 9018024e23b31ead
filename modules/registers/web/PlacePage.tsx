import { useState } from 'react';
import type { OutputOf } from '#platform/contract/route.ts';
import { useGo } from '#platform/ui/go.tsx';
import {
  Button,
  Card,
  Dialog,
  Facts,
  Failed,
  formatLongDay,
  Loading,
  Notice,
  Page,
  Rows,
  Tag,
  useAction,
  useCall,
  useMay,
  useParam,
} from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import { closePlace, getPlace, openPlace, type Place } from '../contract.ts';
import { AskReason } from './AskReason.tsx';
import { EditPlace } from './EditPlace.tsx';
import { PlaceRow, placeTitle, useKindName } from './PlaceRow.tsx';
import { ResidentHistory } from './ResidentHistory.tsx';
import { ResidentLines } from './ResidentRows.tsx';
import { doorOf } from './ResidentWords.tsx';

const homes = { premises: '/premises', organisation: '/organisations' } as const;

const Close = ({ place: { id, revision, register } }: { place: Place }) => {
  const t = useText();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const close = useAction(closePlace, { onDone: () => go(homes[register], { replace: true }) });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('registers.close-place')}</Button>
      <Dialog open={asking} title={t('registers.close-place')} onClose={() => setAsking(false)}>
        <p>{t('registers.close-ask')}</p>
        {close.error && <Failed error={close.error} />}
        <div className="qz-actions">
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          <Button
            kind="main"
            busy={close.isPending}
            onClick={() => close.mutate({ params: { id }, body: { revision } })}
          >
            {t('registers.close-place')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

/** What is known, people and phones masked until opened; it closes again with the page. */
const Known = ({ place }: { place: Place }) => {
  const t = useText();
  const language = useLanguage();
  const changes = useMay('registers.change');
  const [opened, setOpened] = useState<OutputOf<typeof openPlace> | null>(null);
  const open = useAction(openPlace, { refresh: [], onDone: setOpened });
  return (
    <>
      <Card
        title={t('registers.known')}
        extra={
          !opened && (
            <AskReason
              title={t('registers.open')}
              confirm={t('ui.open')}
              kept={t('registers.open-kept')}
              busy={open.isPending}
              error={open.error}
              onReason={(reason) => open.mutate({ params: { id: place.id }, body: { reason } })}
            />
          )
        }
      >
        <Facts
          facts={(opened?.facts ?? place.facts).map(({ element, zh, en, value }) => [
            language === 'en' ? en : zh,
            <span key={element}>{value}</span>,
          ])}
        />
        {opened && changes && !place.closedOn && (
          <div className="qz-actions">
            <EditPlace place={place} facts={opened.facts} onDone={() => setOpened(null)} />
            <Close place={place} />
          </div>
        )}
      </Card>
      <ResidentHistory changes={opened?.changes ?? place.changes} />
    </>
  );
};

/** Premises or an organisation: what is known, who lives there, what else stands at its door. */
const PlacePage = () => {
  const t = useText();
  const kindOf = useKindName();
  const place = useCall(getPlace, { params: { id: useParam('id') } });
  if (place.isPending) return <Loading lines={6} />;
  if (place.isError)
    return (
      <Page title={t('registers.place')} back={{ to: '/premises' }} width="narrow">
        <Failed error={place.error} retry={place.refetch} />
      </Page>
    );
  const { data } = place;
  return (
    <Page
      title={placeTitle(data)}
      subtitle={
        <>
          {data.name && (doorOf(data) || data.address)} <Tag>{kindOf(data)}</Tag>
        </>
      }
      back={{ to: homes[data.register], label: t(`registers.${data.register}`) }}
      width="narrow"
    >
      {data.closedOn && (
        <Notice>{t('registers.closed', { day: formatLongDay(data.closedOn, { year: true }) })}</Notice>
      )}
      <Known key={data.id} place={data} />
      {data.people.length > 0 && (
        <Card title={t('registers.who-lives-here')}>
          <ResidentLines residents={data.people} />
        </Card>
      )}
      {data.sameDoor.length > 0 && (
        <Card title={t('registers.same-door')}>
          <Rows>
            {data.sameDoor.map((one) => (
              <PlaceRow key={one.id} place={one} />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  );
};

export default PlacePage;
