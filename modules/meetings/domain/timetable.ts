const minute = 60_000;

/** From…until, ISO instants; `until` is the first moment no longer needed. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

const after = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * minute).toISOString();

/** Lays items one after the other from a start, without gaps. */
export const timetable = <I extends { readonly minutes: number }>(
  startsAt: string,
  items: readonly I[],
): (I & Span)[] => {
  let passed = 0;
  return items.map((item) => {
    const from = after(startsAt, passed);
    passed += item.minutes;
    return { ...item, from, until: after(startsAt, passed) };
  });
};

export const minutesOf = (items: readonly { readonly minutes: number }[]): number =>
  items.reduce((sum, item) => sum + item.minutes, 0);

/** When one cadre is needed, and for which items. */
export interface Need extends Span {
  readonly cadre: string;
  readonly items: readonly string[];
}

/**
 * When each cadre is needed: from the first item that calls them to the end of the last, so that each
 * part of the audience comes late and leaves early. Whoever no item calls is not on the list.
 */
export const needsOf = (
  agenda: readonly (Span & { readonly id: string })[],
  called: ReadonlyMap<string, ReadonlySet<string>>,
): Need[] => {
  const needs = new Map<string, { from: string; until: string; items: string[] }>();
  for (const { id, from, until } of agenda)
    for (const cadre of called.get(id) ?? []) {
      const known = needs.get(cadre);
      needs.set(cadre, { from: known?.from ?? from, until, items: [...(known?.items ?? []), id] });
    }
  return [...needs].map(([cadre, need]) => ({ cadre, ...need }));
};

/** Minutes between two instants. */
export const minutesBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / minute);
