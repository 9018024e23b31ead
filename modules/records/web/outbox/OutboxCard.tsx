import { useState } from 'react';
import { ResidentSearch } from '#modules/registers/web';
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  Failed,
  formatLongDay,
  Notice,
  useAction,
  useCall,
  useLanguage,
  useText,
} from '#platform/ui/index.ts';
import {
  enterRecord,
  listActivities,
  listElements,
  listRecords,
  type OutboxAnswer,
  type RecordValues,
  recordedToday,
} from '../../contract.ts';
import { sayValue } from '../../domain/say-values.ts';
import { type Outbox, useOutbox } from './use-outbox.ts';

const useWords = () => {
  const language = useLanguage();
  const activities = useCall(listActivities).data ?? [];
  const elements = useCall(listElements).data ?? [];
  return {
    activity: (code: string) => activities.find((one) => one.code === code)?.[language] ?? code,
    values: (values: RecordValues) =>
      Object.entries(values)
        .map(([code, value]) => {
          const element = elements.find((one) => one.code === code);
          return element ? `${element[language]} ${sayValue(element, value, language)}` : '';
        })
        .filter(Boolean)
        .join('，'),
  };
};

const storedOf = (stored: unknown): { record?: string; values?: RecordValues } =>
  typeof stored === 'object' && stored !== null ? stored : {};

const ChoosePerson = ({ answer, outbox }: { answer: OutboxAnswer; outbox: Outbox }) => {
  const t = useText();
  const entering = useAction(enterRecord, {
    refresh: [listRecords, recordedToday],
    onDone: () => void outbox.settle(answer.clientId),
  });
  const { draft } = answer;
  if (!draft) return null;
  const choose = (subject: string) => {
    const { whom: _, subject: __, ...rest } = draft;
    entering.mutate({ body: { ...rest, clientId: answer.clientId, subject } });
  };
  return (
    <>
      <p>{t('records.outbox.whom', { whom: draft.whom })}</p>
      <ResidentSearch first={draft.whom} onPick={({ id }) => choose(id)} />
      {entering.error && <Failed error={entering.error} />}
    </>
  );
};

/** Taken off the phone only when somebody says so twice. */
const Discard = ({ answer, outbox }: { answer: OutboxAnswer; outbox: Outbox }) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('records.outbox.discard')}
      </Button>
      <Dialog open={asking} title={t('records.outbox.discard')} onClose={() => setAsking(false)}>
        <p>{t('records.outbox.discard-means')}</p>
        <div className="qz-actions">
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          <Button kind="danger" onClick={() => void outbox.settle(answer.clientId)}>
            {t('records.outbox.discard')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

const Open = ({ answer, outbox }: { answer: OutboxAnswer; outbox: Outbox }) => {
  const t = useText();
  const words = useWords();
  const { draft } = answer;
  const stored = storedOf(answer.stored);
  return (
    <li className="rec-open">
      {draft && (
        <p>
          <strong>{words.activity(draft.activity)}</strong>　{draft.whom}　{formatLongDay(draft.occurredOn)}
          <br />
          {words.values(draft.values)}
        </p>
      )}
      {answer.message && <Notice>{answer.message}</Notice>}
      {answer.state === 'unreadable' && <Notice>{t('records.outbox.unreadable')}</Notice>}
      {stored.values && (
        <p>
          {t('records.was-saved')}
          {words.values(stored.values)}
        </p>
      )}
      {answer.state === 'whom' && <ChoosePerson answer={answer} outbox={outbox} />}
      {stored.record && (
        <ButtonLink to={`/records/${stored.record}`}>{t('records.look-and-correct')}</ButtonLink>
      )}
      {draft?.subject && answer.state === 'refused' && !stored.record && (
        <ButtonLink
          to={`/record?activity=${draft.activity}&resident=${draft.subject}&client=${answer.clientId}`}
        >
          {t('records.outbox.enter-anew')}
        </ButtonLink>
      )}
      <Discard answer={answer} outbox={outbox} />
    </li>
  );
};

/** What was noted without a network: how much waits, and what a person must look at. Nothing when there is none. */
const OutboxCard = () => {
  const t = useText();
  const outbox = useOutbox();
  const { waiting, open, sent, sending } = outbox;
  if (waiting.length === 0 && sent === 0) return null;
  return (
    <Card title={t('records.outbox')}>
      {sent > 0 && <Notice tone="good">{t('records.outbox.sent', { n: sent })}</Notice>}
      {waiting.length > open.length && (
        <p>
          {t('records.outbox.waiting', { n: waiting.length - open.length })}{' '}
          <Button kind="quiet" busy={sending} onClick={outbox.send}>
            {t('records.outbox.send')}
          </Button>
        </p>
      )}
      {open.length > 0 && (
        <>
          <p>{t('records.outbox.open', { n: open.length })}</p>
          <ul className="rec-opens">
            {open.map((answer) => (
              <Open key={answer.clientId} answer={answer} outbox={outbox} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
};

export default OutboxCard;
