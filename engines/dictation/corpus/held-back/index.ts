import type { Family } from '../skeleton.ts';
import { chats } from './chats.ts';
import { clues } from './clues.ts';
import { days } from './days.ts';
import { manyPeople } from './many-people.ts';
import { otherWords } from './other-words.ts';
import { secondHand } from './second-hand.ts';
import { sideRemarks } from './side-remarks.ts';
import { slips } from './slips.ts';

/** Families that measure: not to be read by whoever works on the rules, or they measure nothing any more. */
export const heldBack: readonly Family[] = [
  manyPeople,
  sideRemarks,
  slips,
  chats,
  otherWords,
  secondHand,
  days,
  clues,
];
