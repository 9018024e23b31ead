/** What a venue's device can find out about itself, in the order it is shown. */
export const checkParts = ['https', 'camera', 'microphone', 'loudspeaker', 'network', 'media'] as const;
export type CheckPart = (typeof checkParts)[number];
/** `look`: works, and should be looked at. */
export type CheckVerdict = 'good' | 'look' | 'bad';

export interface CheckFacts {
  readonly https: boolean;
  /** Null: works; else why not. */
  readonly cameraTrouble: string | null;
  readonly microphoneTrouble: string | null;
  /** The loudest the microphone was, 0 to 1. */
  readonly loudest: number;
  /** Whether the person heard the tone; null: has not said. */
  readonly heard: boolean | null;
  /** Middle time there and back to the server, in milliseconds; null: it did not answer. */
  readonly ms: number | null;
  /** How the media engine was reached; null: not at all. */
  readonly media: 'udp' | 'tcp' | 'relay' | null;
}

/** A voice in a room is louder than this; a dead microphone is not. */
const leastLoud = 0.02;
const slowMs = 300;

const either = (good: boolean, otherwise: CheckVerdict): CheckVerdict => (good ? 'good' : otherwise);

/** Says of each part whether the sitting can begin with it. */
export const judge = (facts: CheckFacts): Record<CheckPart, CheckVerdict> => ({
  https: either(facts.https, 'bad'),
  camera: either(facts.cameraTrouble === null, 'bad'),
  microphone: facts.microphoneTrouble === null ? either(facts.loudest >= leastLoud, 'look') : 'bad',
  loudspeaker: facts.heard === false ? 'bad' : either(facts.heard === true, 'look'),
  network: facts.ms === null ? 'bad' : either(facts.ms <= slowMs, 'look'),
  media: facts.media === null ? 'bad' : either(facts.media === 'udp', 'look'),
});
