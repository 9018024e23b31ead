import { lazy, Suspense, useState } from 'react';
import {
  ButtonLink,
  Card,
  Facts,
  Failed,
  Loading,
  Page,
  useCall,
  useMay,
  useParam,
} from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import { getResident, type OpenedResident, type Resident } from '../contract.ts';
import { EditResident } from './EditResident.tsx';
import { HasLeft, LeaveResident } from './Leaving.tsx';
import { MergedFrom } from './MergedFrom.tsx';
import { OpenResident } from './OpenResident.tsx';
import { Proposal } from './Proposal.tsx';
import { ResidentHistory } from './ResidentHistory.tsx';
import { ResidentHome } from './ResidentHome.tsx';
import { doorOf, ResidentDetail, ResidentTags } from './ResidentWords.tsx';
import { residentParts } from './resident-parts.ts';
import { SetMarks } from './SetMarks.tsx';

const parts = residentParts().map((load) => lazy(load));

/** What is known, masked until opened; it closes again with the page. */
const Known = ({ resident }: { resident: Resident }) => {
  const t = useText();
  const language = useLanguage();
  const opens = useMay('residents.open');
  const changes = useMay('registers.change');
  const [opened, setOpened] = useState<OpenedResident | null>(null);
  const shown = opened?.facts ?? resident.facts;
  const close = () => setOpened(null);
  return (
    <>
      <HasLeft resident={resident} note={opened?.leftNote} may={changes} />
      <Card
        title={t('registers.known')}
        extra={opens && !opened && <OpenResident id={resident.id} onOpened={setOpened} />}
      >
        {opened && opened.tags.length > 0 && (
          <p>
            <ResidentTags resident={opened} />
          </p>
        )}
        {opened && changes && !resident.left && (
          <Proposal resident={resident} opened={opened} onDone={close} />
        )}
        <Facts
          facts={shown.map(({ element, zh, en, value }) => [
            language === 'en' ? en : zh,
            <span key={element}>{value}</span>,
          ])}
        />
        {opened && changes && !resident.left && (
          <div className="qz-actions">
            <SetMarks resident={resident} opened={opened} onDone={close} />
            <EditResident resident={resident} opened={opened} onDone={close} />
            <LeaveResident resident={resident} onDone={close} />
          </div>
        )}
      </Card>
      {resident.household && <ResidentHome household={resident.household} self={resident.id} />}
      <ResidentHistory changes={opened?.changes ?? resident.changes} />
      <MergedFrom merges={resident.mergedFrom} />
    </>
  );
};

/** One resident: what is known, and every act of work about the person. */
const ResidentPage = () => {
  const t = useText();
  const id = useParam('id');
  const records = useMay('records.enter');
  const resident = useCall(getResident, { params: { id } });
  if (resident.isPending) return <Loading lines={6} />;
  if (resident.isError)
    return (
      <Page title={t('registers.resident')} back={{ to: '/residents' }} width="narrow">
        <Failed error={resident.error} retry={resident.refetch} />
      </Page>
    );
  const { data } = resident;
  return (
    <Page
      title={`${data.name}　${doorOf(data)}`}
      subtitle={
        <>
          <ResidentDetail resident={data} /> <ResidentTags resident={data} />
        </>
      }
      back={{ to: '/residents', label: t('registers.residents') }}
      width="narrow"
      actions={
        records && (
          <ButtonLink to={`/record?resident=${data.id}`} kind="main">
            {t('registers.record')}
          </ButtonLink>
        )
      }
    >
      <Known key={data.id} resident={data} />
      <Suspense fallback={<Loading />}>
        {parts.map((Part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts are fixed when the product is built
          <Part key={at} resident={data.id} />
        ))}
      </Suspense>
    </Page>
  );
};

export default ResidentPage;
