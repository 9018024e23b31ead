import { useState } from 'react';
import type { VenueTicket } from '../../contract.ts';
import { useHasVideo } from '../use-sitting.ts';
import { useOwnDevices } from './use-own-devices.ts';
import { useRoom } from './use-room.ts';

/**
 * A venue's own device in its room, let in as soon as its camera and microphone are opened.
 * `takeOver` comes in though another device has the venue.
 */
export const useOwnRoom = (
  id: string,
  ticket: (takeOver: boolean, signal: AbortSignal) => Promise<VenueTicket>,
) => {
  const [isTaking, setTaking] = useState(false);
  const hasVideo = useHasVideo(id);
  const { devices, ready, again: askDevices } = useOwnDevices();
  const { room, refused, again } = useRoom(async (signal) => {
    const got = await ticket(isTaking, signal);
    // Once in, being pushed out by another device is to be asked about, not fought.
    setTaking(false);
    return got;
  }, ready && hasVideo);
  const takeOver = () => {
    setTaking(true);
    again();
  };
  return { devices, ready, askDevices, room, refused, again, takeOver };
};
