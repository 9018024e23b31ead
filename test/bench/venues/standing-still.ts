import type { Page } from 'playwright-core';
import { framesOf } from './screens.ts';

/** How long each picture of a screen has shown the same frame. */
export interface StandingStill {
  /** Looks at the screen once more. @returns pictures that have not moved for longer than `ms` */
  readonly look: (ms: number) => Promise<readonly string[]>;
  /** Milliseconds the picture that stood still longest did so. */
  readonly longest: () => number;
  /** Pictures seen at the last look. */
  readonly pictures: () => number;
}

export const watchStandingStill = (screen: Page): StandingStill => {
  const moved = new Map<string, { frames: number; at: number }>();
  let longest = 0;
  return {
    look: async (ms) => {
      const [frames, now] = [await framesOf(screen), performance.now()];
      for (const name of moved.keys()) if (!(name in frames)) moved.delete(name);
      for (const [name, count] of Object.entries(frames)) {
        const last = moved.get(name);
        if (last?.frames !== count) moved.set(name, { frames: count, at: now });
        longest = Math.max(longest, now - (last?.at ?? now));
      }
      return [...moved].filter(([, { at }]) => now - at > ms).map(([name]) => name);
    },
    longest: () => longest,
    pictures: () => moved.size,
  };
};
