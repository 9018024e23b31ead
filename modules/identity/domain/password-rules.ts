import { normaliseUsername } from './username.ts';

/** Shortest password somebody may choose (ASVS 5.0 asks for 8 and recommends more). */
export const shortestPassword = 10;

/**
 * What people here choose when asked for ten characters, without case and punctuation. Whoever guesses gets
 * ten tries a quarter of an hour, so the first few hundred guesses are what counts.
 */
const common = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  '1q2w3e4r5t',
  '1qaz2wsx',
  'qazwsxedc',
  'woaini',
  'iloveyou',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'abc123',
  'abcdef',
  '5201314',
  '520520',
  'qingzhuang',
  'jiedao',
  'juweihui',
  'shequ',
  'shanghai',
  'woaizhongguo',
  'zhongguo',
  'a123456',
  'aa123456',
  'asdfghjkl',
];

const sequences = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

const isSequence = (text: string): boolean =>
  sequences.some((row) => row.includes(text) || [...row].reverse().join('').includes(text));

/** One to four characters over and over: 1212121212, aaaaaaaaaa. */
const isRepetition = (text: string): boolean => /^(.{1,4}?)\1+.{0,3}$/u.test(text);

/**
 * Whether a password would be among the first guesses: too short, a well-known one with figures around it, the
 * user's own name, one pattern repeated, keys in a row. No rules about kinds of characters: they make people
 * choose worse.
 */
export const isGuessable = (password: string, names: readonly string[] = []): boolean => {
  const plain = password.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
  const core = bare.replace(/^\d+|\d+$/g, '');
  if (plain.length < shortestPassword || isRepetition(plain) || isRepetition(bare)) return true;
  // Phone and identity numbers, birthdays: known to neighbours.
  if (/^\d{1,20}$/.test(bare)) return true;
  if (isSequence(bare) || (core.length > 0 && isSequence(core) && core.length < 8)) return true;
  if (common.includes(bare) || common.includes(core)) return true;
  const own = names.map((name) => normaliseUsername(name).replace(/[^\p{L}\p{N}]/gu, '')).filter(Boolean);
  return own.some((name) => core === name || bare.replaceAll(name, '').length < 4);
};
