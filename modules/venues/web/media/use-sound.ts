import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useState } from 'react';
import type { Tracks } from './use-tracks.ts';

/**
 * Plays the sounds that are there. Browsers keep a page silent until somebody has touched it; then this says
 * so, and any touch or key opens the sound. A fixed device is set to allow it.
 * @returns whether the browser is holding the sound back
 */
export const useSound = (room: Room | null, tracks: Tracks): boolean => {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const playing = [...tracks.values()].flatMap(({ sound, screenSound }) =>
      [sound, screenSound].filter((one) => one !== null),
    );
    const elements = playing.map((sound) => [sound, sound.attach()] as const);
    return () => {
      for (const [sound, element] of elements) {
        sound.detach(element);
        element.remove();
      }
    };
  }, [tracks]);
  useEffect(() => {
    if (!room) return setHeld(false);
    const look = () => setHeld(!room.canPlaybackAudio);
    const open = () => void room.startAudio().catch(() => undefined);
    room.on(RoomEvent.AudioPlaybackStatusChanged, look);
    window.addEventListener('pointerdown', open);
    window.addEventListener('keydown', open);
    look();
    return () => {
      room.off(RoomEvent.AudioPlaybackStatusChanged, look);
      window.removeEventListener('pointerdown', open);
      window.removeEventListener('keydown', open);
    };
  }, [room]);
  return held;
};
