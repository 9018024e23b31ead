import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Section } from '#platform/ui/Card.tsx';
import { ConfirmWithReason } from '#platform/ui/ConfirmWithReason.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { formatDay, formatTime } from '#platform/ui/format.ts';
import { useParam } from '#platform/ui/go.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import {
  chooseRecording,
  deleteRecording,
  listRecordings,
  openRecording,
  type Recording,
  readVenues,
  type VenuesView,
} from '../contract.ts';
import { Player } from './recordings/Player.tsx';
import './screens.css';

/** One recording: what it is, opening it, deleting it. */
const OneRecording = ({ view, recording }: { view: VenuesView; recording: Recording }) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const open = useAction(openRecording, { refresh: [] });
  const remove = useAction(deleteRecording, {
    refresh: [listRecordings],
    onDone: () => setAsking(false),
  });
  const { id, startedAt, stoppedAt, keptUntil, deleted, parts } = recording;
  const params = { params: { id } };
  const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
  const span = `${formatDay(startedAt)} ${formatTime(startedAt)}–${stoppedAt ? formatTime(stoppedAt) : ''}`;
  if (deleted)
    return (
      <Section title={span}>
        <p>{t('venues.recording-gone', { day: formatDay(deleted.at), ...deleted })}</p>
      </Section>
    );
  return (
    <Section
      title={span}
      extra={t('venues.recording-facts', {
        minutes: Math.max(1, Math.round(seconds / 60)),
        day: formatDay(keptUntil),
      })}
    >
      {open.data && parts.length > 0 ? (
        <Player view={view} recording={recording} viewing={open.data.viewing} />
      ) : (
        <p className="qz-actions">
          <Button
            kind="main"
            busy={open.isPending}
            disabled={parts.length === 0}
            onClick={() => open.mutate(params)}
          >
            {t('venues.recording-open')}
          </Button>
          <span>{t(parts.length === 0 ? 'venues.recording-empty' : 'venues.recording-audited')}</span>
        </p>
      )}
      {open.error && <Failed error={open.error} />}
      {stoppedAt !== null && (
        <p>
          <Button onClick={() => setAsking(true)}>{t('venues.recording-delete')}</Button>
        </p>
      )}
      <ConfirmWithReason
        open={asking}
        title={t('venues.recording-delete')}
        confirm={t('venues.recording-delete')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={(reason) => remove.mutate({ ...params, body: { reason } })}
        onClose={() => setAsking(false)}
      >
        <p>{t('venues.recording-delete-what')}</p>
      </ConfirmWithReason>
    </Section>
  );
};

/** What was recorded of a sitting (会议录像), and whether it may be. */
const RecordingsPage = () => {
  const t = useText();
  const id = useParam('id');
  const params = { params: { id } };
  const view = useCall(readVenues, params);
  const list = useCall(listRecordings, params);
  const choose = useAction(chooseRecording, { refresh: [listRecordings, readVenues] });
  const error = view.error ?? list.error;
  const over = view.data?.state.phase === 'ended';
  return (
    <Page
      title={t('venues.recordings')}
      subtitle={view.data?.sitting.title ?? ''}
      back={{ to: `/sittings/${id}`, label: t('venues.sitting') }}
      width="narrow"
    >
      {error && <Failed error={error} />}
      {!error && (!view.data || !list.data) && <Loading lines={5} />}
      {list.data && !over && (
        <label className="venue-allow">
          <input
            type="checkbox"
            checked={list.data.mayRecord}
            disabled={choose.isPending}
            onChange={(event) => choose.mutate({ ...params, body: { allowed: event.target.checked } })}
          />
          {t('venues.allow-record')}
        </label>
      )}
      {choose.error && <Failed error={choose.error} />}
      {list.data && !list.data.available && !over && <p>{t('venues.recorder-missing')}</p>}
      {list.data?.recordings.length === 0 && <Empty>{t('venues.recordings-none')}</Empty>}
      {view.data &&
        list.data?.recordings.map((one) => <OneRecording key={one.id} view={view.data} recording={one} />)}
    </Page>
  );
};

export default RecordingsPage;
