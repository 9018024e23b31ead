/** Sets of small whole numbers as words of 32 bits; everything hot in the engine stands on these few loops. */
export type Bits = Int32Array;

export const wordsFor = (size: number): number => Math.max(1, (size + 31) >>> 5);

export const emptyBits = (size: number): Bits => new Int32Array(wordsFor(size));

export const addBit = (bits: Bits, at: number): void => {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
};

export const hasBit = (bits: Bits, at: number): boolean =>
  (((bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;

export const meets = (a: Bits, b: Bits): boolean => {
  for (let w = 0; w < a.length; w += 1) if (((a[w] as number) & (b[w] as number)) !== 0) return true;
  return false;
};

export const union = (into: Bits, a: Bits, b: Bits): void => {
  for (let w = 0; w < a.length; w += 1) into[w] = (a[w] as number) | (b[w] as number);
};

/** Takes out of `bits` what is not in `other`. */
export const narrow = (bits: Bits, other: Bits): void => {
  for (let w = 0; w < bits.length; w += 1) bits[w] = (bits[w] as number) & (other[w] as number);
};

/** The members in ascending order. */
export const membersOf = (bits: Bits): number[] => {
  const members: number[] = [];
  for (let w = 0; w < bits.length; w += 1) {
    for (let word = bits[w] as number; word !== 0; word &= word - 1) {
      members.push((w << 5) + 31 - Math.clz32(word & -word));
    }
  }
  return members;
};

/** Sum of `weights` over the members. */
export const weigh = (bits: Bits, weights: Float64Array): number => {
  let sum = 0;
  for (let w = 0; w < bits.length; w += 1) {
    for (let word = bits[w] as number; word !== 0; word &= word - 1) {
      sum += weights[(w << 5) + 31 - Math.clz32(word & -word)] as number;
    }
  }
  return sum;
};

/** Sum of `weights` over the members of `a` that are not in `b`. */
export const weighOutside = (a: Bits, b: Bits, weights: Float64Array): number => {
  let sum = 0;
  for (let w = 0; w < a.length; w += 1) {
    for (let word = (a[w] as number) & ~(b[w] as number); word !== 0; word &= word - 1) {
      sum += weights[(w << 5) + 31 - Math.clz32(word & -word)] as number;
    }
  }
  return sum;
};

/** The least and the greatest member; the set must have one. */
export const firstBit = (bits: Bits): number => {
  let w = 0;
  while (bits[w] === 0) w += 1;
  const word = bits[w] as number;
  return (w << 5) + 31 - Math.clz32(word & -word);
};

export const lastBit = (bits: Bits): number => {
  let w = bits.length - 1;
  while (bits[w] === 0) w -= 1;
  return (w << 5) + 31 - Math.clz32(bits[w] as number);
};
