import { useEffect, useMemo, useState } from 'react';
import { call } from '#platform/contract/call.ts';
import { useAction } from '#platform/ui/calls.ts';
import { Go } from '#platform/ui/go.tsx';
import { useMedia } from '#platform/ui/media.ts';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { groupOf } from '../../domain/breakout.ts';
import { mayShare, maySpeak, onScreen } from '../../domain/state.ts';
import { GroupButtons } from '../breakout/GroupButtons.tsx';
import { GroupStage } from '../breakout/GroupStage.tsx';
import { useInPlace } from '../media/use-in-place.ts';
import { useLineReport } from '../media/use-line-report.ts';
import { useOwnRoom } from '../media/use-own-room.ts';
import { useOwnScreen } from '../media/use-own-screen.ts';
import { usePublishedCamera, usePublishedMicrophone, usePublishedScreen } from '../media/use-publish.ts';
import { useSound } from '../media/use-sound.ts';
import { useTracks } from '../media/use-tracks.ts';
import { useVoice } from '../media/use-voice.ts';
import { AgendaLine } from '../parts/AgendaLine.tsx';
import { branchWants, groupWants, shownOn } from '../parts/branches.ts';
import { useNow } from '../parts/clock.ts';
import { Elsewhere } from '../parts/Elsewhere.tsx';
import { Hand } from '../parts/Hand.tsx';
import { HeadCountField } from '../parts/HeadCountField.tsx';
import { OwnPicture } from '../parts/OwnPicture.tsx';
import { PollLine } from '../parts/PollLine.tsx';
import { Programme } from '../parts/Programme.tsx';
import { ShareButtons } from '../parts/ShareButtons.tsx';
import { SoundHeld } from '../parts/SoundHeld.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { VoteButtons } from '../parts/VoteButtons.tsx';
import { RecordingBadge } from '../recordings/RecordingBadge.tsx';
import { useSitting } from '../use-sitting.ts';
import { useLine } from './line.ts';
import { OwnRollPanel } from './OwnRollPanel.tsx';
import '../venues.css';

export interface BranchScreenProps {
  readonly id: string;
  /** The committee whose venue this is. */
  readonly own: string;
  /** The number this device is known by. */
  readonly device: string;
  /** Nobody stands beside it: it comes in by itself as soon as the venue's other device has gone. */
  readonly unattended?: boolean;
}

/** How often a screen that was told to stay out asks again. */
const againMs = 15_000;

/** A branch venue's screen (分会场): the programme, our own picture always, one large button. */
export const BranchScreen = ({ id, own, device, unattended = false }: BranchScreenProps) => {
  const t = useText();
  const line = useLine();
  const phone = useMedia('(max-width: 700px)');
  const { devices, ready, askDevices, room, refused, again, takeOver } = useOwnRoom(id, (isTaking, signal) =>
    call(line.ticket, { params: { id }, body: { device, takeOver: isTaking }, signal }),
  );
  const { view, state, error, retry, ahead, offer } = useSitting(id, room);
  const shown = state === null ? [] : shownOn(view, state, { phone, own });
  const group = state && groupOf(state, own);
  useInPlace(room, state, own);
  const [quiet, setQuiet] = useState(false);
  const seen = [...shown, ...(group ? group.venues : []), group && state.breakout?.visiting].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` is compared by what it names
  const wants = useMemo(
    () =>
      state && group
        ? groupWants(state, group, own)
        : branchWants(state, own, shown, shown.length > 2 ? 'low' : phone ? 'medium' : 'high'),
    [state, own, seen, phone],
  );
  const tracks = useTracks(room, wants);
  const held = useSound(room, tracks);
  const now = useNow(ahead);
  const speaks = group ? !quiet : state !== null && maySpeak(state).includes(own);
  usePublishedCamera(room, devices.camera);
  useLineReport(room, (told) => call(line.report, { params: { id }, body: told }));
  const heard = usePublishedMicrophone(room, devices.microphone, speaks);
  const act = useAction(line.act, { refresh: [], onDone: offer });
  const say = act.mutate;
  const mayShareNow = state !== null && (group !== null || mayShare(state) === own);
  const screen = useOwnScreen(mayShareNow, () => say({ params: { id }, body: { act: 'unshare' } }));
  usePublishedScreen(room, screen.track);
  useVoice(room, state?.auto === 'voice' && speaks && state.programme !== own, () =>
    say({ params: { id }, body: { act: 'voice' } }),
  );
  useAwake();
  useEffect(() => {
    if (!unattended || !refused) return;
    const timer = setTimeout(again, againMs);
    return () => clearTimeout(timer);
  }, [unattended, refused, again]);

  if (error) return <Failed error={error} retry={retry} />;
  if (!view || !state) return <Loading lines={5} />;

  const onAir = !group && onScreen(state).includes(own);
  const ended = state.phase === 'ended';
  const message =
    state.notice && (state.notice.to === null || state.notice.to === own) ? state.notice.text : null;

  return (
    <div
      className="venue-branch"
      data-rev={state.rev}
      data-live={room ? 'yes' : 'no'}
      data-heard={heard ? 'yes' : 'no'}
    >
      <header className="venue-head">
        <h1>{view.sitting.title}</h1>
        <RecordingBadge state={state} />
        <span>{view.venues.find(({ id: one }) => one === own)?.name}</span>
        {!unattended && (
          <Go className="venue-leave" to="/">
            {t('venues.leave')}
          </Go>
        )}
      </header>
      <div className="venue-branch-body">
        <section className="venue-stage" aria-label={t('venues.programme')}>
          {onAir && (
            <p className="venue-on-air" role="status">
              {speaks ? t('venues.on-air-speaking') : t('venues.on-air')}
            </p>
          )}
          {group && state.breakout ? (
            <GroupStage
              view={view}
              breakout={state.breakout}
              group={group}
              tracks={tracks}
              now={now}
              own={own}
            />
          ) : (
            <Programme
              view={view}
              state={state}
              tracks={tracks}
              shown={shown}
              own={{ venue: own, track: devices.camera, screen: screen.track }}
            />
          )}
          <AgendaLine view={view} state={state} now={now} />
          {state.poll && <PollLine poll={state.poll} venues={view.venues.length} />}
        </section>
        <aside className="venue-own">
          <OwnPicture
            devices={devices}
            ready={ready}
            shown={onAir}
            heard={heard}
            speaks={speaks}
            muted={!group && state.muted.includes(own)}
            group={group !== null}
            again={askDevices}
          />
          {message && (
            <p className="venue-message" role="status">
              <b>{t('venues.from-hall')}</b>
              {message}
            </p>
          )}
          {ended && <p className="venue-message">{t('venues.ended')}</p>}
          {!ended && !view.video && <p className="venue-message">{t('venues.no-video-branch')}</p>}
          {!ended && view.video && !room && !refused && (
            <p className="venue-message">{t('venues.connecting')}…</p>
          )}
          {!ended && refused && <Elsewhere refusal={refused} takeOver={takeOver} again={again} />}
          {held && <SoundHeld />}
          {!ended && !group && mayShareNow && <ShareButtons screen={screen} />}
          {!ended && state.poll && <VoteButtons id={id} own={own} poll={state.poll} offer={offer} />}
          {!ended && !group && <Hand id={id} own={own} state={state} now={now} offer={offer} />}
          {!ended && group && (
            <GroupButtons
              id={id}
              group={group}
              now={now}
              quiet={quiet}
              onQuiet={setQuiet}
              screen={screen}
              offer={offer}
            />
          )}
          {!ended && (
            <HeadCountField
              id={id}
              people={view.venues.find((one) => one.id === own)?.people ?? null}
              done={retry}
            />
          )}
          {!ended && <OwnRollPanel id={id} />}
        </aside>
      </div>
    </div>
  );
};
