import {
  AccessToken,
  ParticipantInfo_State,
  type ParticipantPermission,
  RoomServiceClient,
  TrackSource,
  TwirpError,
  WebhookReceiver,
} from 'livekit-server-sdk';
import { groupOf } from '../domain/breakout.ts';
import { hall, mayShare, maySpeak, type Venue, type VenueState } from '../domain/state.ts';

/** The media engine as the composition root hands it over. */
export interface MediaEngine {
  /** Where our server reaches it: `ws://127.0.0.1:7880`; of several engines, the one in use now. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** How long a way in can be used; ten minutes unless told. */
  readonly ticketSeconds?: number;
}

/** What a camera's device may do besides showing itself: the floor speaks, the sharer shares a screen. */
export interface Rights {
  readonly speaks: boolean;
  readonly shares: boolean;
}

/** A device in the room, as the engine lists it. */
export interface Present extends Rights {
  readonly identity: string;
  /** The engine's id of this one connection. */
  readonly session: string;
  readonly cameAt: string;
  readonly shows: boolean;
  /** Plays a venue in a rehearsal; nobody is there. */
  readonly practice: boolean;
}

const practiceMark = 'practice';

/** Long enough to connect on a bad line, short enough that a stolen one is soon worthless. */
const usualTicketSeconds = 600;
const requestSeconds = 3;

const sourcesOf = ({ speaks, shares }: Rights): TrackSource[] => [
  TrackSource.CAMERA,
  ...(speaks ? [TrackSource.MICROPHONE] : []),
  ...(shares ? [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO] : []),
];

const isNotFound = (error: unknown): boolean => error instanceof TwirpError && error.code === 'not_found';

/** Gives `otherwise` when a room or participant is not there: it left, or the engine has restarted. */
const orWhenGone = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (isNotFound(error)) return otherwise;
    throw error;
  }
};

export interface Ticket {
  readonly url: string;
  readonly token: string;
  readonly identity: string;
  readonly expiresAt: string;
}

/**
 * Everything asked of the media engine. Calls throw when it cannot be reached within seconds.
 * @param throughOrigin browsers reach it at `/media` of our own origin, else at its own address
 */
export const createMedia = (engine: MediaEngine, throughOrigin: boolean) => {
  const clients = new Map<string, RoomServiceClient>();
  /** Calls the engine that is in use now: of several, another may take its place. */
  const rooms = (): RoomServiceClient => {
    const known = clients.get(engine.url);
    if (known) return known;
    const made = new RoomServiceClient(engine.url.replace(/^ws/, 'http'), engine.apiKey, engine.apiSecret, {
      requestTimeout: requestSeconds,
      failover: false,
    });
    clients.set(engine.url, made);
    return made;
  };
  const receiver = new WebhookReceiver(engine.apiKey, engine.apiSecret);
  const ticketSeconds = engine.ticketSeconds ?? usualTicketSeconds;

  return {
    /** A way into one room for some minutes. Who only looks (no rights) is not seen and may not publish. */
    ticket: async (
      room: string,
      identity: string,
      rights: Rights | null,
      practice = false,
    ): Promise<Ticket> => {
      const token = new AccessToken(engine.apiKey, engine.apiSecret, {
        identity,
        ttl: ticketSeconds,
        ...(practice ? { metadata: practiceMark } : {}),
      });
      token.addGrant({
        room,
        roomJoin: true,
        canSubscribe: true,
        canPublish: rights !== null,
        canPublishData: false,
        canUpdateOwnMetadata: false,
        hidden: rights === null,
        ...(rights === null ? {} : { canPublishSources: sourcesOf(rights) }),
      });
      const expiresAt = new Date(Date.now() + ticketSeconds * 1000).toISOString();
      return { url: throughOrigin ? '/media' : engine.url, token: await token.toJwt(), identity, expiresAt };
    },

    rooms: async (): Promise<{ name: string; metadata: string }[]> =>
      (await rooms().listRooms()).map(({ name, metadata }) => ({ name, metadata })),

    present: async (room: string): Promise<Present[]> => {
      const list = await orWhenGone(rooms().listParticipants(room), []);
      return list
        .filter(
          ({ state }) => state === ParticipantInfo_State.ACTIVE || state === ParticipantInfo_State.JOINED,
        )
        .map(({ identity, sid, joinedAtMs, permission, metadata }) => ({
          identity,
          session: sid,
          cameAt: new Date(Number(joinedAtMs)).toISOString(),
          practice: metadata === practiceMark,
          shows: permission?.canPublishSources.includes(TrackSource.CAMERA) ?? false,
          speaks: permission?.canPublishSources.includes(TrackSource.MICROPHONE) ?? false,
          shares: permission?.canPublishSources.includes(TrackSource.SCREEN_SHARE) ?? false,
        }));
    },

    setRights: async (room: string, identity: string, rights: Rights): Promise<void> => {
      const permission: Partial<ParticipantPermission> = {
        canSubscribe: true,
        canPublish: true,
        canPublishData: false,
        canUpdateMetadata: false,
        canPublishSources: sourcesOf(rights),
      };
      await orWhenGone(rooms().updateParticipant(room, identity, { permission }), undefined);
    },

    setMetadata: async (room: string, metadata: string): Promise<void> => {
      await orWhenGone(rooms().updateRoomMetadata(room, metadata), undefined);
    },

    /** Puts a device out of a room it does not belong in; it asks where to go and comes back by itself. */
    putOut: async (room: string, identity: string): Promise<void> => {
      await orWhenGone(rooms().removeParticipant(room, identity), undefined);
    },

    close: async (room: string): Promise<void> => {
      await orWhenGone(rooms().deleteRoom(room), undefined);
    },

    /** Reads a webhook; null when it was not signed with the engine's key. */
    hear: async (body: string, signature: string): Promise<Hint | null> => {
      const event = await receiver.receive(body, signature).catch(() => null);
      if (!event) return null;
      const { participant } = event;
      return {
        room: event.room?.name ?? '',
        left: event.event === 'participant_left' && participant ? participant.sid : null,
        at: new Date(Number(event.createdAt) * 1000).toISOString(),
      };
    },
  };
};

/** What a webhook says: something changed in a room; perhaps a connection ended. */
export interface Hint {
  readonly room: string;
  readonly left: string | null;
  readonly at: string;
}

export type Media = ReturnType<typeof createMedia>;

/** The rights a venue's camera has in this state. In a group everybody speaks; nobody runs it. */
export const rightsOf = (state: VenueState, venue: Venue): Rights =>
  groupOf(state, venue) !== null
    ? { speaks: venue !== hall || maySpeak(state).includes(hall), shares: true }
    : { speaks: maySpeak(state).includes(venue), shares: mayShare(state) === venue };
