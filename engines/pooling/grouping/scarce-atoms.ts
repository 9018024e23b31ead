import type { Instance } from '../instance/instance.ts';

/** An atom that could be called up more often in a week than it may be. */
export interface ScarceAtom {
  readonly atom: number;
  /** Units of the week that call it. */
  readonly units: readonly number[];
  /** Sittings of the week it may be in. */
  readonly most: number;
}

/**
 * For each week the atoms whose quota could bind, less those whose quota holds whenever another's does: whoever is
 * called by no other units than another, and may be called as often, is never the first to be called too often. Of
 * three hundred atoms a handful are left in a week.
 */
export const scarceAtoms = (instance: Instance): ScarceAtom[][] => {
  const weeks: ScarceAtom[][] = Array.from({ length: instance.weeks }, () => []);
  instance.atoms.units.forEach((called, atom) => {
    if (called.length <= (instance.atoms.quota[atom] as number)) return;
    if (called.some((unit) => instance.hasQuorum[unit])) return;
    for (const [week, units] of byWeek(instance, called)) {
      const byHand = units.filter((unit) => instance.units[unit]?.fixed).length;
      const most = Math.max(instance.atoms.quota[atom] as number, byHand);
      if (units.length > most) weeks[week]?.push({ atom, units, most });
    }
  });
  return weeks.map(strictest);
};

const byWeek = ({ weeksOf }: Instance, called: readonly number[]): Map<number, number[]> => {
  const units = new Map<number, number[]>();
  for (const unit of called) {
    for (const week of weeksOf[unit] as readonly number[]) {
      const here = units.get(week);
      if (here) here.push(unit);
      else units.set(week, [unit]);
    }
  }
  return units;
};

/** The largest come first, so one that is implied meets what implies it. */
const strictest = (scarce: readonly ScarceAtom[]): ScarceAtom[] => {
  const sorted = [...scarce].sort((a, b) => b.units.length - a.units.length || a.most - b.most);
  const kept: (ScarceAtom & { called: ReadonlySet<number> })[] = [];
  for (const one of sorted) {
    const implied = kept.some(
      ({ most, called }) => most <= one.most && one.units.every((unit) => called.has(unit)),
    );
    if (!implied) kept.push({ ...one, called: new Set(one.units) });
  }
  return kept.map(({ atom, units, most }) => ({ atom, units, most }));
};
