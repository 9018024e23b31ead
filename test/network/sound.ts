import { writeFileSync } from 'node:fs';

const rate = 48_000;
const seconds = 6;
const syllablesPerSecond = 4;

/**
 * A sound like a voice: harmonics of a low tone in syllables, so that a browser's noise suppression leaves it and
 * every part of it can be missed. Written as a WAV file.
 */
export const writeVoice = (file: string): void => {
  const samples = new Int16Array(rate * seconds);
  for (let at = 0; at < samples.length; at += 1) {
    const time = at / rate;
    const pitch = 140 + 25 * Math.sin(2 * Math.PI * 0.5 * time);
    const syllable = 0.35 + 0.65 * Math.abs(Math.sin(Math.PI * syllablesPerSecond * time));
    let value = 0;
    for (let harmonic = 1; harmonic <= 12; harmonic += 1)
      value += Math.sin(2 * Math.PI * pitch * harmonic * time) / harmonic;
    samples[at] = value * syllable * 7_000;
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(file, Buffer.concat([head, Buffer.from(samples.buffer)]));
};
