import type { Mode } from '../problem.ts';

/** One thing that would have to be given way for a request to be placed. */
export type Relaxation =
  /** Its window would have to reach to this day. */
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'mode'; readonly mode: Mode }
  /** The quota (by its place in the problem) would have to be higher by so many, in this week, for so many cadres. */
  | {
      readonly kind: 'quota';
      readonly quota: number;
      readonly week: number;
      readonly by: number;
      readonly cadres: number;
    }
  /** These have a commitment at that time and would have to be excused from it. */
  | { readonly kind: 'commitment'; readonly slot: string; readonly cadres: readonly string[] }
  /** These are called to another sitting at that time. */
  | {
      readonly kind: 'at-once';
      readonly slot: string;
      readonly otherSlot: string;
      readonly cadres: readonly string[];
    }
  /** The venue is taken by the sitting in the other slot. */
  | { readonly kind: 'venue'; readonly slot: string; readonly otherSlot: string }
  | { readonly kind: 'seats'; readonly slot: string; readonly more: number }
  /** The sitting would have to be so many minutes longer than the slot, or its items shorter. */
  | { readonly kind: 'minutes'; readonly slot: string; readonly more: number }
  /** These stand alone and would have to sit with others. */
  | { readonly kind: 'pooling'; readonly requests: readonly string[] }
  /** It waits for a request that is not held before. */
  | { readonly kind: 'order'; readonly after: string; readonly before: string }
  /** The quorum of this request would have to be lower. */
  | { readonly kind: 'quorum'; readonly request: string; readonly by: number };

export type RelaxationKind = Relaxation['kind'];

/** How much is asked, to tell the least of several: people, days and sittings alike count one. */
export const effortOf = (relaxation: Relaxation, distance: (day: number) => number): number => {
  switch (relaxation.kind) {
    case 'day':
      return distance(relaxation.day);
    case 'quota':
      return 1 + 2 * relaxation.by;
    case 'commitment':
    case 'at-once':
      return 2 + relaxation.cadres.length;
    case 'seats':
      return 1 + relaxation.more;
    case 'minutes':
      return 1 + relaxation.more / 5;
    case 'quorum':
      return 2 * relaxation.by;
    case 'order':
      return 6;
    default:
      return 3;
  }
};
