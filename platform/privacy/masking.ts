/**
 * Masks a name (打码): first and last character stay, 王秀英 → 王*英, 王秀 → 王*. Counted in whole
 * characters, so that 𠮷 is one; as long as the name, so that two people can still be told apart.
 */
export const maskName = (name: string): string => {
  const all = [...name];
  if (all.length <= 1) return name;
  if (all.length === 2) return `${all[0]}*`;
  return `${all[0]}${'*'.repeat(all.length - 2)}${all.at(-1)}`;
};

/** What stands for a value that is not shown. */
export const hidden = '***';

/** The last four digits as a number is known by; nothing known, nothing shown. */
export const maskPhone = (tail: string | null): string | null => (tail ? `*${tail}` : null);

/** Only the last four places of a phone or ID number; a shorter one not at all. */
export const maskTail = (text: string): string => (text.length <= 4 ? hidden : `*${text.slice(-4)}`);
