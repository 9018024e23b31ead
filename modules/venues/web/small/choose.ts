import type { SmallMeetingChoice } from '../../contract.ts';

/** Found by name or by where they work. */
export const matches = ({ name, place }: SmallMeetingChoice, typed: string): boolean => {
  const wanted = typed.trim();
  return wanted === '' || name.includes(wanted) || place.includes(wanted);
};

/** By committee or department, in the order they come. */
export const groupsOf = (
  people: readonly SmallMeetingChoice[],
): readonly (readonly [string, readonly SmallMeetingChoice[]])[] => {
  const groups = new Map<string, SmallMeetingChoice[]>();
  for (const one of people) groups.set(one.place, [...(groups.get(one.place) ?? []), one]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'zh'));
};
