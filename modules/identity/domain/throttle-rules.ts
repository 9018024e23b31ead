/** Wrong tries one account may see within the window, from all addresses together. */
export const triesPerAccount = 10;

/**
 * Different accounts one address may fail at within the window. All 363 cadres of 33 committees may sit behind
 * one address and all mistype; more than that is somebody trying names.
 */
export const accountsPerAddress = 500;

export const windowMinutes = 15;

/** What is known when somebody tries. */
export interface Tries {
  /** Wrong tries at this account within the window. */
  readonly atAccount: number;
  /** Different accounts failed at from this address within the window. */
  readonly accountsFromAddress: number;
  /** This account has signed in from this address before. */
  readonly known: boolean;
}

/**
 * Whether one more try is let through. The account's limit holds for everybody; the address's limit never
 * keeps out somebody who has signed in from there before.
 */
export const mayTry = ({ atAccount, accountsFromAddress, known }: Tries): boolean =>
  atAccount < triesPerAccount && (known || accountsFromAddress < accountsPerAddress);

/** IPv4-mapped addresses as IPv4. */
const unmap = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

/** The eight groups of an IPv6 address. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(gap, 0)).fill('0'), ...right];
};

/** What counts as one address: an IPv4 address, or an IPv6 /64, which one household has whole. */
export const addressBlock = (address: string): string => {
  const plain = unmap(address);
  if (!plain.includes(':')) return plain;
  return `${groupsOf(plain)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
};
