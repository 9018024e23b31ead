import { useEffect, useRef } from 'react';

export interface PictureProps {
  readonly track: MediaStreamTrack | null;
  /** Whose picture it is, as tests and styles find it. */
  readonly name: string;
  /** What a screen reader says. */
  readonly label: string;
}

/** One moving picture; nothing but the ground while there is none. Sound is played elsewhere. */
export const Picture = ({ track, name, label }: PictureProps) => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element || !track) return;
    element.srcObject = new MediaStream([track]);
    void element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  if (!track) return null;
  return (
    <video
      ref={video}
      autoPlay
      playsInline
      muted
      data-picture={name}
      aria-label={label}
      className="venue-picture"
    />
  );
};
