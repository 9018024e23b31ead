import { useEffect, useState } from 'react';
import { closeOwnDevices, type OwnDevices, openOwnDevices } from './own-devices.ts';

const waiting: OwnDevices = { camera: null, microphone: null, cameraTrouble: null, microphoneTrouble: null };
/** A cable that was pulled is often back in a moment. */
const reopenMs = 3_000;

/**
 * This device's camera and microphone for as long as the page is open. What was refused or is missing is
 * asked for once more by `again`; a device that falls out is looked for by itself.
 */
export const useOwnDevices = (): { devices: OwnDevices; ready: boolean; again: () => void } => {
  const [devices, setDevices] = useState<OwnDevices | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    let over = false;
    let mine: OwnDevices | null = null;
    const fellOut = () => setTimeout(() => !over && setRound((now) => now + 1), reopenMs);
    void openOwnDevices().then((opened) => {
      mine = opened;
      if (over) return closeOwnDevices(opened);
      opened.camera?.addEventListener('ended', fellOut);
      opened.microphone?.addEventListener('ended', fellOut);
      setDevices(opened);
    });
    return () => {
      over = true;
      if (mine) closeOwnDevices(mine);
    };
  }, [round]);
  return { devices: devices ?? waiting, ready: devices !== null, again: () => setRound((now) => now + 1) };
};
