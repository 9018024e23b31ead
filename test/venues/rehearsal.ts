import { type Rehearsal, type Rehearsed, startRehearsal } from '#app/rehearsal/rehearsal.ts';
import { atStop } from '#test/at-stop.ts';

/** Fills a sitting with synthetic venues; they end when the test file is done. */
export const rehearse = (rehearsal: Rehearsal): Rehearsed => {
  const rehearsed = startRehearsal(rehearsal);
  atStop(rehearsed.stop);
  return rehearsed;
};
