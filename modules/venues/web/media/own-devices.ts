/** Why there is no picture or sound of our own. */
type DeviceTrouble = 'denied' | 'missing' | 'busy' | 'insecure';

export interface OwnDevices {
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  readonly cameraTrouble: DeviceTrouble | null;
  readonly microphoneTrouble: DeviceTrouble | null;
}

/** Half a screen of the wall at its sharpest; the low layer of 180 lines is made beside it. */
const picture: MediaStreamConstraints = {
  video: { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 15, max: 20 } },
};
const sound: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
};

const troubleOf = (error: unknown): DeviceTrouble => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'missing';
};

const open = async (
  wanted: MediaStreamConstraints,
): Promise<[MediaStreamTrack | null, DeviceTrouble | null]> => {
  // Browsers hide cameras from pages that did not come over HTTPS (or from this computer).
  if (!navigator.mediaDevices) return [null, 'insecure'];
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    return [stream.getTracks()[0] ?? null, null];
  } catch (error) {
    return [null, troubleOf(error)];
  }
};

/** Opens camera and microphone, each on its own: one that is missing does not cost the other. */
export const openOwnDevices = async (): Promise<OwnDevices> => {
  const [camera, cameraTrouble] = await open(picture);
  const [microphone, microphoneTrouble] = await open(sound);
  return { camera, microphone, cameraTrouble, microphoneTrouble };
};

export const closeOwnDevices = ({ camera, microphone }: OwnDevices): void => {
  camera?.stop();
  microphone?.stop();
};
