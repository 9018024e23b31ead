import { Button } from '#platform/ui/Buttons.tsx';
import { useText } from '#platform/ui/text.ts';
import type { OwnDevices } from '../media/own-devices.ts';
import { Picture } from './Picture.tsx';

export interface OwnPictureProps {
  readonly devices: OwnDevices;
  readonly ready: boolean;
  /** On every screen now. */
  readonly shown: boolean;
  readonly speaks: boolean;
  readonly heard: boolean;
  readonly muted: boolean;
  /** In a group one opens and closes the microphone oneself. */
  readonly group?: boolean;
  readonly again: () => void;
}

/** Our own picture from our own camera, whatever the network does, and how the microphone stands. */
export const OwnPicture = (props: OwnPictureProps) => {
  const { devices, ready, shown, speaks, heard, muted, again, group = false } = props;
  const t = useText();
  const { camera, microphone, cameraTrouble, microphoneTrouble } = devices;
  const microphoneWords = microphoneTrouble
    ? t(`venues.microphone-${microphoneTrouble}`)
    : muted
      ? t('venues.microphone-muted')
      : heard
        ? t(group ? 'venues.microphone-group' : 'venues.microphone-open')
        : speaks
          ? t('venues.microphone-opening')
          : t(group ? 'venues.microphone-quiet' : 'venues.microphone-closed');
  return (
    <div className={shown ? 'venue-own-picture venue-own-shown' : 'venue-own-picture'}>
      <div className="venue-own-frame">
        <Picture track={camera} name="own" label={t('venues.own-picture')} />
        {!camera && (
          <div className="venue-own-trouble">
            {ready ? (
              <>
                <p>
                  <b>{t(`venues.camera-${cameraTrouble ?? 'missing'}`)}</b>
                </p>
                <p>{t(`venues.camera-${cameraTrouble ?? 'missing'}-help`)}</p>
                <p>{t('venues.listening-only')}</p>
                <Button onClick={again}>{t('ui.retry')}</Button>
              </>
            ) : (
              <p>{t('venues.camera-asking')}</p>
            )}
          </div>
        )}
        {camera && <span className="venue-own-name">{t('venues.own-picture')}</span>}
      </div>
      {ready && (
        <p className={heard ? 'venue-microphone venue-microphone-on' : 'venue-microphone'} role="status">
          <span aria-hidden="true" className="venue-dot" />
          {microphoneWords}
        </p>
      )}
      {ready && microphoneTrouble && !cameraTrouble && microphone === null && (
        <Button onClick={again}>{t('ui.retry')}</Button>
      )}
    </div>
  );
};
