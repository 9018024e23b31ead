import { type Room, RoomEvent, TrackKind } from '@livekit/rtc-node';
import { cameraOf } from '../../modules/venues/domain/identities.ts';

/** The identity whose picture everybody sees now, as the room's metadata says it. */
const programmeOf = (room: Room): string | null => {
  try {
    const { programme } = JSON.parse(room.metadata ?? '') as { programme: string };
    return cameraOf(programme);
  } catch {
    return null;
  }
};

/** Subscribes to the programme and its sound alone, as a branch's screen does; moves with the room's state. */
export const watchProgramme = (room: Room): void => {
  const look = (): void => {
    const wanted = programmeOf(room);
    for (const participant of room.remoteParticipants.values())
      for (const publication of participant.trackPublications.values()) {
        const isWanted = participant.identity === wanted;
        if (publication.subscribed !== isWanted) publication.setSubscribed(isWanted);
      }
  };
  room.on(RoomEvent.RoomMetadataChanged, look);
  room.on(RoomEvent.TrackPublished, look);
  room.on(RoomEvent.ParticipantConnected, look);
  look();
};

/** Subscribes to every picture of everybody: the same meeting without selective subscription. */
export const watchEverybody = (room: Room): void => {
  const look = (): void => {
    for (const participant of room.remoteParticipants.values())
      for (const publication of participant.trackPublications.values())
        if (publication.kind === TrackKind.KIND_VIDEO && !publication.subscribed)
          publication.setSubscribed(true);
  };
  room.on(RoomEvent.TrackPublished, look);
  room.on(RoomEvent.ParticipantConnected, look);
  look();
};
