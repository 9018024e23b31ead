import type { Treatment } from './line.ts';
import { type Got, measure } from './measure.ts';
import type { Meeting } from './meeting.ts';

/** A line as a committee's office may have it, alike in both directions. */
export const conditions = {
  clean: { delayMs: 10 },
  'loss-5': { loss: 0.05, delayMs: 20 },
  'loss-10': { loss: 0.1, delayMs: 20 },
  'kbit-300': { kbit: 300, delayMs: 20 },
} as const satisfies Record<string, Treatment>;
export type Condition = keyof typeof conditions;

export interface BothWays {
  /** The hall's picture and sound at the branch. */
  readonly down: Got;
  /** The branch's picture and sound on the wall. */
  readonly up: Got;
}

/** What goes over the line both ways, once both ends have settled to it. */
export const measureOver = async (
  meeting: Meeting,
  condition: Condition,
  { settle, seconds }: { readonly settle: number; readonly seconds: number },
): Promise<BothWays> => {
  const { line, branch, wall, venue } = meeting;
  await line.treat(conditions[condition]);
  await branch.waitForTimeout(settle * 1000);
  const [down, up] = await Promise.all([
    measure(branch, 'programme:hall', seconds),
    measure(wall, `tile:${venue}`, seconds),
  ]);
  return { down, up };
};
