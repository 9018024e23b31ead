/** A sitting as a screen that nobody touches weighs it. Times ISO 8601. */
export interface ScreenChoice {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: 'arranged' | 'started' | 'ended' | 'cancelled';
}

/** Early enough to sit down and be seen, late enough that nobody is filmed over lunch. */
const earlyMs = 20 * 60_000;
/** A sitting nobody began stays open this long after it should have ended. */
const lateMs = 30 * 60_000;

/** What a fixed screen does now: a sitting to be in, and what comes next while there is none. */
export interface ScreenPlan<S> {
  readonly now: S | null;
  readonly next: S | null;
}

/** One that goes on comes before one about to begin; its camera stays off between sittings. */
export const planOf = <S extends ScreenChoice>(sittings: readonly S[], at: string): ScreenPlan<S> => {
  const ms = Date.parse(at);
  const open = sittings
    .filter(({ state }) => state === 'arranged' || state === 'started')
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const started = open.filter(({ state }) => state === 'started').at(-1);
  const soon = open.find(
    ({ state, startsAt, endsAt }) =>
      state === 'arranged' && Date.parse(startsAt) - earlyMs <= ms && ms <= Date.parse(endsAt) + lateMs,
  );
  const now = started ?? soon ?? null;
  const next = open.find((one) => one !== now && Date.parse(one.startsAt) > ms) ?? null;
  return { now, next };
};
