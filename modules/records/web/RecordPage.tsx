import { useState } from 'react';
import {
  Button,
  Card,
  ConfirmWithReason,
  Facts,
  Failed,
  formatLongDay,
  formatMoment,
  Loading,
  Notice,
  Page,
  Row,
  Rows,
  useAction,
  useCall,
  useMay,
  useParam,
} from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import { getRecord, type RecordView, voidRecord } from '../contract.ts';
import { sayValue } from '../domain/say-values.ts';
import { Correction } from './Correction.tsx';
import { Pictures } from './Pictures.tsx';
import { Revisions } from './Revisions.tsx';
import './records.css';

const Values = ({ record }: { record: RecordView }) => {
  const t = useText();
  const language = useLanguage();
  const filled = record.fields.flatMap((element) => {
    const value = record.values[element.code];
    if (value === undefined) return [];
    const reason = record.confirmed[element.code];
    const words = sayValue(element, value, language);
    return [
      [
        language === 'en' ? element.en : element.zh,
        reason ? t('records.confirmed', { words, reason }) : words,
      ],
    ] as const;
  });
  return (
    <Card title={record.activityName}>
      <Facts facts={filled} />
      <p className="qz-detail">
        {t('records.entered', { author: record.author, at: formatMoment(record.enteredAt) })}
        {record.source === 'voice' && t('records.by-voice')}
      </p>
    </Card>
  );
};

const Ledgers = ({ ledgers }: Pick<RecordView, 'ledgers'>) => {
  const t = useText();
  if (ledgers.length === 0) return null;
  return (
    <Card title={t('records.stands-in', { n: ledgers.length })}>
      <Rows>
        {ledgers.map(({ id, name, department, cells }) => (
          <Row
            key={id}
            title={name}
            detail={department}
            extra={t('records.cells', { n: cells })}
            to={`/ledgers/${id}`}
          />
        ))}
      </Rows>
    </Card>
  );
};

const Voiding = ({ record }: { record: RecordView }) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const action = useAction(voidRecord, { onDone: () => setAsking(false) });
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('records.make-void')}
      </Button>
      <ConfirmWithReason
        open={asking}
        title={t('records.make-void')}
        confirm={t('records.make-void')}
        reasons={[t('records.void-wrong-person'), t('records.void-twice'), t('records.void-not-done')]}
        danger
        busy={action.isPending}
        error={action.error}
        onConfirm={(reason) =>
          action.mutate({ params: { id: record.id }, body: { revision: record.revision, reason } })
        }
        onClose={() => setAsking(false)}
      >
        <p className="qz-detail">{t('records.void-means')}</p>
      </ConfirmWithReason>
    </>
  );
};

const Shown = ({ record, onCorrect }: { record: RecordView; onCorrect: () => void }) => {
  const t = useText();
  const may = useMay('records.correct') && !record.voided;
  return (
    <>
      {record.voided && (
        <Notice tone="bad">
          {t('records.is-void', { by: record.voidedBy ?? '', reason: record.voidedReason ?? '' })}
        </Notice>
      )}
      <Values record={record} />
      {may && (
        <div className="qz-actions">
          <Button onClick={onCorrect}>{t('records.correct')}</Button>
          <Voiding record={record} />
        </div>
      )}
      <Ledgers ledgers={record.ledgers} />
      <Pictures record={record} />
      <Revisions record={record} />
    </>
  );
};

/** One record: what it says, where it stands, what it said before. */
const RecordPage = () => {
  const t = useText();
  const id = useParam('id');
  const [correcting, setCorrecting] = useState(false);
  const record = useCall(getRecord, { params: { id } });
  if (record.isPending) return <Loading lines={6} />;
  if (record.isError)
    return (
      <Page title={t('records.one')} back={{ to: '/records', label: t('records.records') }} width="narrow">
        <Failed error={record.error} retry={record.refetch} />
      </Page>
    );
  const { data } = record;
  const done = () => {
    setCorrecting(false);
    void record.refetch();
  };
  return (
    <Page
      title={`${data.subject.name}　${data.summary}`}
      subtitle={`${data.subject.door}　${formatLongDay(data.occurredOn, { year: true })}`}
      back={{ to: `/residents/${data.subject.id}`, label: t('records.the-resident') }}
      width="narrow"
    >
      {correcting ? (
        <Correction record={data} onDone={done} />
      ) : (
        <Shown record={data} onCorrect={() => setCorrecting(true)} />
      )}
    </Page>
  );
};

export default RecordPage;
