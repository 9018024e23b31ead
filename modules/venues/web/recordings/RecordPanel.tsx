import { useText } from '#platform/ui/text.ts';
import { sinceThen } from '../parts/clock.ts';
import type { PanelProps } from '../parts/QueuePanel.tsx';

/** Says whether this sitting may be recorded, and records it; how the recorder stands is said plainly. */
export const RecordPanel = ({ view, state, now, act }: PanelProps) => {
  const t = useText();
  const { recordedSince, mayRecord } = state;
  const missing = view.recorder === 'missing';
  return (
    <details className="venue-panel" open={recordedSince !== null || undefined}>
      <summary>{t('venues.record')}</summary>
      {missing && <p>{t('venues.recorder-missing')}</p>}
      {!missing && (
        <label className="venue-allow">
          <input
            type="checkbox"
            checked={mayRecord}
            disabled={state.phase === 'ended'}
            onChange={(event) => act({ kind: 'allow-record', allowed: event.target.checked })}
          />
          {t('venues.allow-record')}
        </label>
      )}
      {!missing && mayRecord && state.phase !== 'ended' && (
        <p className="venue-buttons">
          <button
            type="button"
            className="venue-do"
            onClick={() => act({ kind: recordedSince === null ? 'record' : 'record-stop' })}
          >
            {t(recordedSince === null ? 'venues.record-start' : 'venues.record-stop')}
          </button>
          {recordedSince !== null && (
            <span role="status" className={view.recorder === 'writing' ? undefined : 'venue-warns'}>
              {sinceThen(recordedSince, now)} · {t(`venues.recorder-${view.recorder}`)}
            </span>
          )}
        </p>
      )}
      <p>
        <a href={`/sittings/${view.sitting.id}/recordings`} target="_blank" rel="noreferrer">
          {t('venues.recordings')}
        </a>
      </p>
    </details>
  );
};
