import { useEffect, useState } from 'react';

export interface Loudness {
  /** Now, 0 to 1. */
  readonly now: number;
  readonly loudest: number;
}

const silent: Loudness = { now: 0, loudest: 0 };
const lookMs = 100;

/** How loud a microphone hears, for a person to see that it does. */
export const useLoudness = (microphone: MediaStreamTrack | null): Loudness => {
  const [loudness, setLoudness] = useState(silent);
  useEffect(() => {
    setLoudness(silent);
    if (!microphone) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([microphone])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      // A page nobody has touched yet keeps its sound still.
      void context.resume().catch(() => undefined);
      analyser.getFloatTimeDomainData(samples);
      const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
      setLoudness(({ loudest }) => ({ now: peak, loudest: Math.max(loudest, peak) }));
    }, lookMs);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [microphone]);
  return loudness;
};
