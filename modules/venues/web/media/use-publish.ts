import { type Room, RoomEvent, Track, VideoPresets } from 'livekit-client';
import { useEffect, useState } from 'react';

/** The engine knows a track's source by number; 2 is the microphone. */
const microphoneSource = 2;

/** Publishes the camera for as long as the room lasts: a small layer for tiles and one for the programme. */
export const usePublishedCamera = (room: Room | null, camera: MediaStreamTrack | null): void => {
  useEffect(() => {
    if (!room || !camera) return;
    void room.localParticipant
      .publishTrack(camera, {
        source: Track.Source.Camera,
        simulcast: true,
        videoCodec: 'vp8',
        videoSimulcastLayers: [VideoPresets.h180],
        videoEncoding: { maxBitrate: 900_000, maxFramerate: 15 },
        degradationPreference: 'maintain-framerate',
      })
      .catch(() => undefined);
    // The room's own end unpublishes; the track itself lives on for the own picture.
  }, [room, camera]);
};

const mayPublish = (room: Room): boolean =>
  room.localParticipant.permissions?.canPublishSources.includes(microphoneSource) ?? false;

const isPublished = (room: Room): boolean =>
  room.localParticipant.getTrackPublication(Track.Source.Microphone) !== undefined;

/**
 * Publishes the microphone while this venue may speak. The engine lets it through only then; here it is
 * opened when the engine's leave has come and closed when the state says so.
 * @returns whether the hall can hear it now
 */
export const usePublishedMicrophone = (
  room: Room | null,
  microphone: MediaStreamTrack | null,
  speaks: boolean,
): boolean => {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!room || !microphone) return setOpen(false);
    let busy = false;
    const follow = async () => {
      if (busy) return;
      busy = true;
      try {
        if (speaks && mayPublish(room) && !isPublished(room))
          await room.localParticipant.publishTrack(microphone, {
            source: Track.Source.Microphone,
            dtx: true,
            red: true,
          });
        if (!speaks && isPublished(room)) await room.localParticipant.unpublishTrack(microphone, false);
      } catch {
        // Leave was taken back in between; the next event or second brings it right.
      } finally {
        busy = false;
        setOpen(isPublished(room) && mayPublish(room));
      }
    };
    const look = () => void follow();
    room.on(RoomEvent.ParticipantPermissionsChanged, look);
    room.on(RoomEvent.LocalTrackUnpublished, look);
    const timer = setInterval(look, 1_000);
    look();
    return () => {
      clearInterval(timer);
      room.off(RoomEvent.ParticipantPermissionsChanged, look);
      room.off(RoomEvent.LocalTrackUnpublished, look);
    };
  }, [room, microphone, speaks]);
  return open;
};
