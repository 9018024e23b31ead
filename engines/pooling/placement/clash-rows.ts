import { membersOf } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import { spanAt } from '../instance/places.ts';
import type { Held } from '../search/schedule.ts';
import type { Entry, LinearModel } from '../solver/linear-model.ts';
import type { PlacementTask } from './place-groups.ts';

/**
 * Rows "at most one": for each venue and each atom, at each start. With fixed bands those that begin together are at
 * once. With free starts everything that covers the start is; but bands that begin at different times do not disturb
 * each other, so there each band's start has a row of its own.
 */
export const clashRows = (instance: Instance, task: PlacementTask, model: LinearModel) => {
  const rows = new Map<string, number>();
  const byHand = new Map<string, number>();
  const keysOf = (held: Held): string[] => {
    const whom = [
      ...(task.loose ? [] : [`v${instance.places[held.place]?.venue}`]),
      ...membersOf(held.atoms)
        .filter((atom) => shared.has(atom))
        .map((atom) => `a${atom}`),
    ];
    return moments(held).flatMap((moment) => whom.map((one) => `${moment} ${one}`));
  };
  const shared = sharedAtoms(task);
  const times = timesOf(instance, task);
  const moments = (held: Held): string[] => {
    const place = instance.places[held.place] as Instance['places'][number];
    if (!instance.freeStarts) return [`${place.time}`];
    const { from, to } = spanAt(place, held.minutes);
    const end = place.time + (to - from);
    const covered = times.starts.filter((time) => time >= place.time && time < end);
    const bandsAt = (time: number): number[] =>
      place.band
        ? [place.time]
        : [
            -1,
            ...times.bands.filter((band) => band.time <= time && time < band.end).map((band) => band.time),
          ];
    return covered.flatMap((time) => bandsAt(time).map((band) => `${time} ${band}`));
  };
  for (const { units, options } of task.groups) {
    const fixed = units.some((unit) => instance.units[unit]?.fixed);
    for (const key of new Set(options.flatMap((held) => keysOf(held)))) {
      if (!rows.has(key)) rows.set(key, model.addRow(Number.NEGATIVE_INFINITY, 1));
      if (fixed) byHand.set(key, (byHand.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of byHand) model.rowUpper[rows.get(key) as number] = Math.max(1, count);
  return (held: Held): Entry[] => keysOf(held).map((key) => [rows.get(key) as number, 1]);
};

/** Atoms that more than one set needs; the others meet nobody. */
const sharedAtoms = ({ groups }: PlacementTask): Set<number> => {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const { options } of groups) {
    for (const atom of membersOf((options[0] as Held).atoms)) {
      if (seen.has(atom)) twice.add(atom);
      seen.add(atom);
    }
  }
  return twice;
};

const timesOf = ({ places }: Instance, { groups }: PlacementTask) => {
  const used = new Set(groups.flatMap(({ options }) => options.map(({ place }) => place)));
  const own = [...used].map((at) => places[at] as Instance['places'][number]);
  const bands = new Map(
    own
      .filter(({ band }) => band)
      .map((place) => [place.time, { time: place.time, end: place.time + place.minutes }]),
  );
  return {
    starts: [...new Set(own.map(({ time }) => time))].sort((a, b) => a - b),
    bands: [...bands.values()],
  };
};
