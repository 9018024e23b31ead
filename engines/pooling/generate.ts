import { busyOf, committeesOf, quotasOf, slotsOf } from './generate/office.ts';
import { requestsOf } from './generate/requests.ts';
import { randomFrom } from './instance/random.ts';
import type { Problem } from './problem.ts';

/** What a fresh problem looks like; the rest follows the published profile. */
export interface Profile {
  readonly requests: number;
  readonly days: number;
  readonly committees: number;
  /** Sittings a week for secretaries and directors, and for everyone else. */
  readonly quotas: readonly [number, number];
}

/**
 * A week is 11 requests and a month 47 (282 in six months, 274 of them for all 33 committees). `requests200` and
 * `requests2000` are the same office's queue over a longer time; `dense…` come twice as fast, and `crowded200` four
 * times, which is more than the quotas leave room for.
 */
export const profiles = {
  tiny: { requests: 5, days: 5, committees: 4, quotas: [2, 3] },
  week: { requests: 11, days: 5, committees: 33, quotas: [4, 4] },
  month: { requests: 47, days: 20, committees: 33, quotas: [4, 4] },
  requests200: { requests: 200, days: 85, committees: 33, quotas: [4, 4] },
  dense200: { requests: 200, days: 40, committees: 33, quotas: [4, 4] },
  crowded200: { requests: 200, days: 20, committees: 33, quotas: [4, 4] },
  requests2000: { requests: 2_000, days: 850, committees: 33, quotas: [4, 4] },
  dense2000: { requests: 2_000, days: 400, committees: 33, quotas: [4, 4] },
} as const satisfies Record<string, Profile>;

const daysPerWeek = 5;

/** A problem of the profile; the same seed gives the same problem. */
export const generateProblem = (profile: Profile, seed: number): Problem => {
  const random = randomFrom(seed);
  const committees = committeesOf(random, profile.committees);
  return {
    days: profile.days,
    daysPerWeek,
    cadres: committees.flatMap(({ cadres }) => cadres),
    slots: slotsOf(profile.days),
    busy: busyOf(random, committees, profile.days, daysPerWeek),
    quotas: quotasOf(committees, profile.quotas),
    requests: requestsOf(random, committees, profile.requests, profile.days),
  };
};
