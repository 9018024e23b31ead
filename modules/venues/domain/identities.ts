import { hall, type Venue } from './state.ts';

/** The identity a venue's camera has in the room; one device holds it at a time. */
export const cameraOf = (venue: Venue): string => (venue === hall ? 'hall:cam' : `venue:${venue}:cam`);

/** Whose camera an identity is; null for walls, consoles and strangers. */
export const venueOfIdentity = (identity: string): Venue | null => {
  if (identity === 'hall:cam') return hall;
  return /^venue:([0-9a-f-]{36}):cam$/.exec(identity)?.[1] ?? null;
};

/** One room a sitting; the name carries the tenant so that a webhook needs no look-up across tenants. */
export const roomOf = (subdistrict: string, sitting: string): string => `sitting.${subdistrict}.${sitting}`;

/** The room of one of its groups. */
export const groupRoomOf = (subdistrict: string, sitting: string, group: string): string =>
  `group.${subdistrict}.${sitting}.${group}`;

/** Whose room it is: a sitting's, or (`group`) one of its groups'; null for any other. */
export const sittingOfRoom = (
  room: string,
): { subdistrict: string; sitting: string; group: string | null } | null => {
  const [kind, subdistrict, sitting, group = null, ...rest] = room.split('.');
  if (!subdistrict || !sitting || rest.length > 0) return null;
  if (kind === 'sitting') return group === null ? { subdistrict, sitting, group } : null;
  return kind === 'group' && group ? { subdistrict, sitting, group } : null;
};

/** Where one venue tries its devices before the sitting, alone; no sitting's room, so nobody counts it as there. */
export const checkRoomOf = (subdistrict: string, sitting: string, venue: Venue): string =>
  `check.${subdistrict}.${sitting}.${venue}`;
