/**
 * A name as screens show it before it is opened: 王*英, 王*, 欧**静. A place is left for every
 * character, so that two people of one name length can still be told apart by first and last.
 */
export const maskName = (name: string): string => {
  const characters = Array.from(name);
  const [first = '', ...rest] = characters;
  if (rest.length === 0) return first;
  if (rest.length === 1) return `${first}*`;
  return `${first}${'*'.repeat(rest.length - 1)}${rest.at(-1)}`;
};

/** Only the last four places of a phone or ID number. */
export const maskTail = (text: string): string => (text.length <= 4 ? '****' : `*${text.slice(-4)}`);
