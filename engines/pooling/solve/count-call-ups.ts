import type { Instance } from '../instance/instance.ts';

/**
 * Call-ups that no plan can do without when everything is placed: whoever is needed for so many minutes comes to so
 * many of the longest sittings at least, and once for each item that stands alone. Known at once, but weak.
 */
export const countCallUps = ({ atoms, minutes, mergeable, longest, units }: Instance): number =>
  atoms.units.reduce((sum, called, atom) => {
    const free = called.filter((unit) => mergeable[unit] && !units[unit]?.fixed);
    const apart = called.filter((unit) => !mergeable[unit]).length;
    const together = free.reduce((total, unit) => total + (minutes[unit] as number), 0);
    const openByHand = called.length - free.length - apart;
    const sittings = apart + (openByHand > 0 ? 1 : Math.ceil(together / Math.max(1, longest)));
    return sum + (atoms.weight[atom] as number) * sittings;
  }, 0);
