import { useEffect, useRef, useState } from 'react';

/** A screen, window or document of this device, chosen by a person: the browser asks for nothing less. */
export interface OwnScreen {
  readonly track: MediaStreamTrack | null;
  readonly choose: () => void;
  readonly stop: () => void;
}

/**
 * @param may this venue may share now; when that ends, so does the sharing
 * @param ended the person stopped it, here or by the browser's own bar
 */
export const useOwnScreen = (may: boolean, ended: () => void): OwnScreen => {
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const latest = useRef(ended);
  latest.current = ended;
  const choose = () => {
    navigator.mediaDevices
      ?.getDisplayMedia({ video: { frameRate: { max: 8 } }, audio: false })
      .then((stream) => setTrack(stream.getVideoTracks()[0] ?? null))
      // Looked and chose nothing.
      .catch(() => undefined);
  };
  useEffect(() => {
    if (!track) return;
    if (!may) {
      track.stop();
      return setTrack(null);
    }
    const over = () => {
      setTrack(null);
      latest.current();
    };
    track.addEventListener('ended', over);
    return () => track.removeEventListener('ended', over);
  }, [track, may]);
  return {
    track,
    choose,
    stop: () => {
      track?.stop();
      setTrack(null);
      ended();
    },
  };
};
