/**
 * Masks a name (打码): first and last character stay, 王秀英 → 王*英, 王秀 → 王*. Counted in whole
 * characters, so that 𠮷 is one.
 */
export const maskName = (name: string): string => {
  const all = [...name];
  if (all.length <= 1) return name;
  if (all.length === 2) return `${all[0]}*`;
  return `${all[0]}${'*'.repeat(all.length - 2)}${all.at(-1)}`;
};

/** A phone is known by its last four digits only. */
export const maskPhone = (tail: string | null): string | null => (tail ? `*${tail}` : null);

/** What stands for a value that is not shown. */
export const hidden = '***';
