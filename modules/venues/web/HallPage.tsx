import { call } from '#platform/contract/call.ts';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { useParam } from '#platform/ui/go.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { issueHallTicket, reportHallVoice } from '../contract.ts';
import { groupOf } from '../domain/breakout.ts';
import { hall, mayShare, maySpeak, onScreen } from '../domain/state.ts';
import { deviceNumber } from './media/device-number.ts';
import { useInPlace } from './media/use-in-place.ts';
import { useOwnRoom } from './media/use-own-room.ts';
import { useOwnScreen } from './media/use-own-screen.ts';
import { usePublishedCamera, usePublishedMicrophone, usePublishedScreen } from './media/use-publish.ts';
import { useVoice } from './media/use-voice.ts';
import { Elsewhere } from './parts/Elsewhere.tsx';
import { OwnPicture } from './parts/OwnPicture.tsx';
import { ShareButtons } from './parts/ShareButtons.tsx';
import { useAwake } from './parts/use-awake.ts';
import { useControl } from './parts/use-control.ts';
import { RecordingBadge } from './recordings/RecordingBadge.tsx';
import { useSitting } from './use-sitting.ts';
import './venues.css';

/** The main venue's camera and microphone: a device by the desk that sends and shows only itself. */
const HallPage = () => {
  const t = useText();
  const id = useParam('id');
  const { devices, ready, askDevices, room, refused, again, takeOver } = useOwnRoom(id, (isTaking, signal) =>
    call(issueHallTicket, { params: { id }, body: { device: deviceNumber(), takeOver: isTaking }, signal }),
  );
  const { view, state, error, retry, offer } = useSitting(id, room);
  const { act } = useControl(id, state, offer, retry);
  useInPlace(room, state, hall);
  const visits = state && groupOf(state, hall);
  const speaks = state !== null && maySpeak(state).includes(hall);
  usePublishedCamera(room, devices.camera);
  const heard = usePublishedMicrophone(room, devices.microphone, speaks);
  const mayShareNow = state !== null && mayShare(state) === hall;
  const screen = useOwnScreen(mayShareNow, () => act({ kind: 'share', venue: null }));
  usePublishedScreen(room, screen.track);
  const voice = useAction(reportHallVoice, { refresh: [], onDone: offer });
  useVoice(room, state?.auto === 'voice' && speaks && state.programme !== hall, () =>
    voice.mutate({ params: { id } }),
  );
  useAwake();

  if (error) return <Failed error={error} retry={retry} />;
  if (!view || !state) return <Loading lines={5} />;
  return (
    <div className="venue-hall" data-live={room ? 'yes' : 'no'}>
      <header className="venue-head">
        <h1>{view.sitting.title}</h1>
        <RecordingBadge state={state} />
        <span>{t('venues.hall-camera')}</span>
        {visits && <b>{t('venues.group-in', { name: visits.name })}</b>}
      </header>
      <OwnPicture
        devices={devices}
        ready={ready}
        shown={onScreen(state).includes(hall)}
        speaks={speaks}
        heard={heard}
        muted={state.muted.includes(hall)}
        again={askDevices}
      />
      {state.phase !== 'ended' && room && mayShareNow && <ShareButtons screen={screen} />}
      {state.phase !== 'ended' && room && !mayShareNow && (
        <p>
          <Button onClick={() => act({ kind: 'share', venue: hall })}>{t('venues.share-here')}</Button>
        </p>
      )}
      {state.phase === 'ended' && <p className="venue-message">{t('venues.ended')}</p>}
      {state.phase !== 'ended' && refused && (
        <Elsewhere refusal={refused} takeOver={takeOver} again={again} />
      )}
    </div>
  );
};

export default HallPage;
