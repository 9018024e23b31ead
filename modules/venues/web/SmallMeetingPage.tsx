import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import { call } from '#platform/contract/call.ts';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { useGo, useParam } from '#platform/ui/go.tsx';
import { useLive } from '#platform/ui/live.ts';
import { useMe } from '#platform/ui/me.ts';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import {
  endSmallMeeting,
  issueSmallMeetingTicket,
  leaveSmallMeeting,
  type SmallMeeting,
  showSmallMeeting,
} from '../contract.ts';
import { evenGrid } from '../domain/grid.ts';
import { accountOfIdentity } from '../domain/small.ts';
import { deviceNumber } from './media/device-number.ts';
import { useOwnDevices } from './media/use-own-devices.ts';
import { useOwnScreen } from './media/use-own-screen.ts';
import { usePublishedCamera, usePublishedMicrophone, usePublishedScreen } from './media/use-publish.ts';
import { useRoom } from './media/use-room.ts';
import { useSound } from './media/use-sound.ts';
import { type Tracks, useTracks, type Wants } from './media/use-tracks.ts';
import { sinceThen, useNow } from './parts/clock.ts';
import { Picture } from './parts/Picture.tsx';
import { SoundHeld } from './parts/SoundHeld.tsx';
import { useAwake } from './parts/use-awake.ts';
import './venues.css';
import './small/small.css';

/** More than these, and pictures come small: a phone's line bears no more. */
const fewPictures = 4;
const lookMs = 10_000;

/** Everybody who is in the room is wanted, with picture, sound and screen. */
const useEverybody = (room: Parameters<typeof useTracks>[0]): Tracks => {
  const [there, setThere] = useState('');
  const wants = useMemo((): Wants => {
    const identities = there.split(' ').filter(Boolean);
    const picture = identities.length > fewPictures ? 'low' : 'high';
    return new Map(identities.map((one) => [one, { picture, sound: true, screen: true }]));
  }, [there]);
  const tracks = useTracks(room, wants);
  const now = [...tracks.keys()].sort().join(' ');
  useEffect(() => setThere(now), [now]);
  return tracks;
};

const Tile = ({ name, track, words }: { name: string; track: MediaStreamTrack | null; words: string }) => {
  const t = useText();
  return (
    <div className="venue-shown">
      {track === null && <span className="venue-no-picture">{t('venues.no-picture')}</span>}
      <Picture track={track} name={name} label={words} />
      <span className="venue-shown-name">{words}</span>
    </div>
  );
};

/** Who was asked and is not there, in words. */
const Missing = ({ people }: { people: SmallMeeting['people'] }) => {
  const t = useText();
  const words = people
    .filter(({ standing }) => standing !== 'here')
    .map(({ name, standing }) => t(`venues.small-${standing}`, { name }));
  return words.length === 0 ? null : <p className="venue-quiet">{words.join(' · ')}</p>;
};

/** A small meeting (小会): everybody sees and hears everybody; no operator, nothing is recorded. */
const SmallMeetingPage = () => {
  const t = useText();
  const me = useMe();
  const id = useParam('id');
  const go = useGo();
  const meeting = useCall(showSmallMeeting, { params: { id } }, { every: lookMs });
  useLive([`account:${me.account}`], { refresh: [showSmallMeeting] });
  const over = meeting.data?.endedAt != null;
  const { devices, ready, again: askDevices } = useOwnDevices();
  const { room, refused, again } = useRoom(
    () => call(issueSmallMeetingTicket, { params: { id }, body: { device: deviceNumber() } }),
    ready && meeting.data?.video === true && !over,
  );
  const [speaks, setSpeaks] = useState(true);
  const [shows, setShows] = useState(true);
  const screen = useOwnScreen(!over, () => undefined);
  usePublishedCamera(room, shows ? devices.camera : null);
  const heard = usePublishedMicrophone(room, devices.microphone, speaks);
  usePublishedScreen(room, screen.track);
  const tracks = useEverybody(room);
  const held = useSound(room, tracks);
  const now = useNow(0);
  useAwake();
  const home = () => go('/');
  const leave = useAction(leaveSmallMeeting, { refresh: [], onDone: home });
  const end = useAction(endSmallMeeting, { refresh: [] });

  if (meeting.isPending) return <Loading lines={4} />;
  if (meeting.isError && !meeting.data) return <Failed error={meeting.error} retry={meeting.refetch} />;
  const { host, people, startedAt, video } = meeting.data;
  const nameOf = (identity: string) =>
    people.find(({ account }) => account === accountOfIdentity(identity))?.name ?? '';
  const others = [...tracks].toSorted(([a], [b]) => a.localeCompare(b));
  const sharer = others.find(([, had]) => had.screen);
  const { columns } = evenGrid(others.length + 1);
  const narrow = others.length + 1 <= 3 ? 1 : 2;

  return (
    <div className="venue-small" data-live={room ? 'yes' : 'no'} data-heard={heard ? 'yes' : 'no'}>
      <header className="venue-head">
        <h1>{t('venues.small-of', { name: host.name })}</h1>
        {!over && <span>{sinceThen(startedAt, now)}</span>}
        {!over && video && !room && !refused && <b className="venue-warns">{t('venues.connecting')}</b>}
      </header>
      {over ? (
        <p className="venue-message" role="status">
          {t('venues.small-over')}
        </p>
      ) : (
        <div
          className="small-tiles"
          style={{ '--columns': columns, '--columns-narrow': narrow } as CSSProperties}
        >
          {sharer && (
            <div className="venue-shown venue-screen">
              <Picture
                track={sharer[1].screen?.mediaStreamTrack ?? null}
                name={`screen:${accountOfIdentity(sharer[0])}`}
                label={t('venues.screen-of', { name: nameOf(sharer[0]) })}
              />
              <span className="venue-shown-name">{t('venues.screen-of', { name: nameOf(sharer[0]) })}</span>
            </div>
          )}
          {others.map(([identity, had]) => (
            <Tile
              key={identity}
              name={`person:${accountOfIdentity(identity)}`}
              track={had.picture?.mediaStreamTrack ?? null}
              words={nameOf(identity)}
            />
          ))}
          <Tile name="own" track={shows ? devices.camera : null} words={t('venues.small-self')} />
        </div>
      )}
      {!over && <Missing people={people.filter(({ account }) => account !== me.account)} />}
      {!over && !video && <p className="venue-message">{t('venues.no-video')}</p>}
      {!over && ready && (devices.cameraTrouble || devices.microphoneTrouble) && (
        <p className="venue-message" role="status">
          {devices.cameraTrouble
            ? t(`venues.camera-${devices.cameraTrouble}`)
            : t(`venues.microphone-${devices.microphoneTrouble}`)}{' '}
          <button type="button" className="venue-do" onClick={askDevices}>
            {t('ui.retry')}
          </button>
        </p>
      )}
      {!over && refused && (
        <p className="venue-message" role="alert">
          {refused.message}{' '}
          <button type="button" className="venue-do" onClick={again}>
            {t('ui.retry')}
          </button>
        </p>
      )}
      {!over && held && <SoundHeld />}
      <p className="venue-buttons small-buttons">
        {over ? (
          <button type="button" className="venue-do venue-do-main" onClick={home}>
            {t('venues.small-home')}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="venue-do"
              aria-pressed={!speaks}
              onClick={() => setSpeaks(!speaks)}
            >
              {t(speaks ? 'venues.mute' : 'venues.unmute')}
            </button>
            <button type="button" className="venue-do" aria-pressed={!shows} onClick={() => setShows(!shows)}>
              {t(shows ? 'venues.small-hide' : 'venues.small-show')}
            </button>
            {'getDisplayMedia' in (navigator.mediaDevices ?? {}) && (
              <button type="button" className="venue-do" onClick={screen.track ? screen.stop : screen.choose}>
                {t(screen.track ? 'venues.share-stop' : 'venues.share')}
              </button>
            )}
            {host.account === me.account && (
              <button
                type="button"
                className="venue-do"
                disabled={end.isPending}
                onClick={() => end.mutate({ params: { id } })}
              >
                {t('venues.small-end')}
              </button>
            )}
            <button
              type="button"
              className="venue-do venue-do-end"
              disabled={leave.isPending}
              onClick={() => leave.mutate({ params: { id } })}
            >
              {t('venues.leave')}
            </button>
          </>
        )}
      </p>
    </div>
  );
};

export default SmallMeetingPage;
