import { useEffect, useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { useText } from '#platform/ui/text.ts';
import { type CheckVerdict, checkParts, judge } from '../../domain/check.ts';
import { useLine } from '../branch/line.ts';
import { useOwnDevices } from '../media/use-own-devices.ts';
import { Picture } from '../parts/Picture.tsx';
import { playTone } from './tone.ts';
import { timeServer, tryMedia } from './try-line.ts';
import { useLoudness } from './use-loudness.ts';
import '../venues.css';

interface Tried {
  readonly ms: number | null;
  readonly media: 'udp' | 'tcp' | 'relay' | null;
}

const marks: Readonly<Record<CheckVerdict, string>> = { good: '✓', look: '！', bad: '✕' };

/** The check before a sitting: each part says how it stands, and the operator sees it too. */
export const CheckScreen = ({ id, done }: { id: string; done: () => void }) => {
  const t = useText();
  const line = useLine();
  const { devices, ready, again } = useOwnDevices();
  const loudness = useLoudness(devices.microphone);
  const [heard, setHeard] = useState<boolean | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const [round, setRound] = useState(0);
  const report = useAction(line.check, { refresh: [] });
  const { camera } = devices;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round tries again
  useEffect(() => {
    if (!ready) return;
    let over = false;
    setTried(null);
    void Promise.all([timeServer(line, id), tryMedia(line, id, camera)]).then(([ms, media]) => {
      if (!over) setTried({ ms, media });
    });
    return () => {
      over = true;
    };
  }, [ready, camera, line, id, round]);

  const verdicts =
    ready && tried
      ? judge({
          https: window.isSecureContext,
          cameraTrouble: devices.cameraTrouble,
          microphoneTrouble: devices.microphoneTrouble,
          loudest: loudness.loudest,
          heard,
          ...tried,
        })
      : null;
  const said = verdicts && JSON.stringify(verdicts);
  const { mutate } = report;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew whenever a verdict changes
  useEffect(() => {
    if (verdicts && tried) mutate({ params: { id }, body: { parts: verdicts, ...tried } });
  }, [said, tried, id, mutate]);

  return (
    <div className="venue-check">
      <h1 className="venue-big-title">{t('venues.check')}</h1>
      <div className="venue-check-body">
        <div className="venue-own-frame">
          <Picture track={camera} name="own" label={t('venues.own-picture')} />
          {!camera && ready && (
            <div className="venue-own-trouble">
              <b>{t(`venues.camera-${devices.cameraTrouble ?? 'missing'}`)}</b>
              <Button onClick={again}>{t('ui.retry')}</Button>
            </div>
          )}
        </div>
        <ul>
          {checkParts.map((part) => {
            const verdict = verdicts?.[part] ?? null;
            return (
              <li key={part} className={verdict ? `venue-check-${verdict}` : ''}>
                <span aria-hidden="true">{verdict ? marks[verdict] : '…'}</span>
                <b>{t(`venues.check-${part}`)}</b>
                <span>{verdict ? t(`venues.check-${part}-${verdict}`) : t('venues.checking')}</span>
                {part === 'microphone' && (
                  <meter min={0} max={0.6} value={loudness.now} aria-label={t('venues.check-loudness')} />
                )}
                {part === 'loudspeaker' && (
                  <span className="venue-buttons">
                    <Button onClick={playTone}>{t('venues.check-play')}</Button>
                    <Button onClick={() => setHeard(true)}>{t('venues.check-heard')}</Button>
                    <Button onClick={() => setHeard(false)}>{t('venues.check-not-heard')}</Button>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      {report.isSuccess && <p role="status">{t('venues.check-told')}</p>}
      {report.isError && (
        <p role="alert" className="venue-refused">
          {report.error.message}
        </p>
      )}
      <p className="venue-buttons">
        <Button disabled={tried === null} onClick={() => setRound((now) => now + 1)}>
          {t('venues.check-again')}
        </Button>
        <Button kind="main" onClick={done}>
          {t('venues.done')}
        </Button>
      </p>
    </div>
  );
};
