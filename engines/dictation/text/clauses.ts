/** Where an utterance may be cut. A place's strength: 0 inside a clause, 1 a space, 2 a comma, 3 a full stop or new line. */
const strengthOf = (c: string): number => {
  if (c === '\n') return 3;
  if (/[。；？！]/.test(c)) return 3;
  if (/[，]/.test(c)) return 2;
  return c === ' ' ? 1 : 0;
};

/** The strongest boundary between two places; 0 when they stand in one clause. */
export const boundaryBetween = (text: string, from: number, to: number): number => {
  let most = 0;
  for (let i = from; i < to && most < 3; i += 1) most = Math.max(most, strengthOf(text.charAt(i)));
  return most;
};

/** From the last boundary of at least `least` before `at`. */
export const clauseStart = (text: string, at: number, least: number): number => {
  let i = at;
  while (i > 0 && strengthOf(text.charAt(i - 1)) < least) i -= 1;
  return i;
};

export const clauseEnd = (text: string, at: number, least: number): number => {
  let i = at;
  while (i < text.length && strengthOf(text.charAt(i)) < least) i += 1;
  return i;
};
