/** Why somebody is no longer of the neighbourhood. */
export const departureReasons = ['moved', 'died'] as const;
export type DepartureReason = (typeof departureReasons)[number];

/** Somebody has left: from that day out of lists, marks and rosters; what was done with them stays. */
export interface Departure {
  /** YYYY-MM-DD, the last day here. */
  readonly on: string;
  readonly for: DepartureReason;
  readonly note: string;
}

const oldest = '1990-01-01';

/** A departure is told of afterwards: never of a day to come, nor of one before anybody kept a register. */
export const isDepartureDay = (day: string, today: string, birth: string | null): boolean =>
  day <= today && day >= oldest && (birth === null || day >= birth);
