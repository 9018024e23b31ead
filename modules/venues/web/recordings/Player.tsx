import { useEffect, useRef, useState } from 'react';
import { addressOf } from '#platform/contract/call.ts';
import { formatTime } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import { playRecording, type Recording, type RecordingMark, type VenuesView } from '../../contract.ts';
import { nameOf } from '../parts/branches.ts';

interface PlayerProps {
  readonly view: VenuesView;
  readonly recording: Recording;
  /** Proof that this opening is on record. */
  readonly viewing: string;
}

/** Where to go in which part; the same place asked for again is gone to again. */
interface Place {
  readonly part: number;
  readonly at: number;
}

const clockOf = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
};

/** Plays a recording part by part, and jumps to the agenda's items and to who spoke. */
export const Player = ({ view, recording, viewing }: PlayerProps) => {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [place, setPlace] = useState<Place>({ part: recording.parts[0]?.part ?? 1, at: 0 });
  const { part } = place;

  useEffect(() => {
    const element = video.current;
    if (!element || place.at === 0) return;
    const jump = () => {
      element.currentTime = place.at;
    };
    if (element.readyState > 0) jump();
    else element.addEventListener('loadedmetadata', jump, { once: true });
    return () => element.removeEventListener('loadedmetadata', jump);
  }, [place]);

  const next = recording.parts.find((one) => one.part > part);
  const nameOfMark = (mark: RecordingMark): string => {
    if (mark.kind === 'speech')
      return t('venues.mark-speech', { name: nameOf(view, mark.venue ?? '', t('venues.hall')) });
    const at = view.sitting.items.findIndex(({ id }) => id === mark.item);
    return `${at + 1}. ${view.sitting.items[at]?.title ?? ''}`;
  };

  return (
    <div className="venue-player">
      {/* biome-ignore lint/a11y/useMediaCaption: what is said at a sitting has no captions; the outline lists who spoke */}
      <video
        ref={video}
        controls
        preload="metadata"
        aria-label={t('venues.recordings')}
        src={addressOf(playRecording, { params: { id: recording.id, part }, query: { viewing } })}
        onEnded={() => next && setPlace({ part: next.part, at: 0 })}
      />
      {recording.parts.length > 1 && (
        <p className="qz-actions">
          {recording.parts.map((one) => (
            <button
              key={one.part}
              type="button"
              className="qz-button qz-plain"
              aria-pressed={one.part === part}
              onClick={() => setPlace({ part: one.part, at: 0 })}
            >
              {t('venues.part', { n: one.part, at: formatTime(one.firstAt) })}
            </button>
          ))}
        </p>
      )}
      <ol className="venue-marks">
        {recording.marks.map((mark) => (
          <li
            key={`${mark.kind} ${mark.part} ${mark.from} ${mark.venue}`}
            className={`venue-mark-${mark.kind}`}
          >
            <button
              type="button"
              className="qz-button qz-quiet"
              // A mark at the very beginning is gone to as well.
              onClick={() => setPlace({ part: mark.part, at: Math.max(mark.from, 0.001) })}
            >
              {clockOf(mark.from)} {nameOfMark(mark)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
};
