import type { Channel } from './channel.ts';

/** Pictures a second: people who speak and pages that are turned, not sport. */
export const perSecond = 12;
/** What is lost at most when the power fails. */
const pieceMs = 3_000;
/** A place to jump to at least so often. */
const keyFrameMs = 5_000;
const bitsPerSecond = { video: 900_000, audio: 48_000 } as const;

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    // The media type before it may hold commas of its own.
    reader.onload = () => resolve(String(reader.result).replace(/^.*?;base64,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('a piece could not be read'));
    reader.readAsDataURL(blob);
  });

/** Records a canvas and a sound, and says each piece to the server until it is told to stop. */
export const startRecording = (
  channel: Channel,
  picture: HTMLCanvasElement,
  sound: MediaStreamTrack,
): void => {
  const stream = new MediaStream([...picture.captureStream(perSecond).getVideoTracks(), sound]);
  const recorder = new MediaRecorder(stream, {
    mimeType: 'video/webm;codecs=vp8,opus',
    videoBitsPerSecond: bitsPerSecond.video,
    audioBitsPerSecond: bitsPerSecond.audio,
    // Not yet in the library of types.
    ...({ videoKeyFrameIntervalDuration: keyFrameMs } as object),
  });
  let saying: Promise<void> = Promise.resolve();
  const fail = (why: unknown): void => channel.say({ kind: 'failed', why: String(why) });
  recorder.onstart = () => channel.say({ kind: 'begun' });
  recorder.onerror = (event) => fail((event as ErrorEvent).error ?? 'the recorder stopped');
  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return;
    saying = saying.then(async () => channel.say({ kind: 'piece', bytes: await base64Of(data) })).catch(fail);
  };
  recorder.onstop = () => void saying.then(() => channel.say({ kind: 'ended' }));
  channel.onStop(() => recorder.state !== 'inactive' && recorder.stop());
  recorder.start(pieceMs);
};
