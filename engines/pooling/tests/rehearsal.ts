import type { Problem } from '../problem.ts';

/** CSPLib 039: nine pieces, five players. Waiting is 49 in the given order and 17 at best. */
export const rehearsal = {
  minutes: [2, 4, 1, 3, 3, 2, 5, 7, 6],
  plays: [
    [1, 1, 0, 1, 0, 1, 1, 0, 1],
    [1, 1, 0, 1, 1, 1, 0, 1, 0],
    [1, 1, 0, 0, 0, 0, 1, 1, 0],
    [1, 0, 0, 0, 1, 1, 0, 0, 1],
    [0, 0, 1, 0, 1, 1, 1, 1, 0],
  ],
} as const;

export const playing = rehearsal.plays.reduce(
  (sum, player) =>
    sum + player.reduce<number>((own, plays, at) => own + plays * (rehearsal.minutes[at] ?? 0), 0),
  0,
);

/** The concert as a problem: one slot that holds it all, so that the best plan is the best order. */
export const rehearsalProblem: Problem = {
  name: 'CSPLib 039',
  days: 1,
  daysPerWeek: 5,
  cadres: rehearsal.plays.map((_, at) => ({ id: `player${at}`, committee: 'orchestra', travelMinutes: 0 })),
  slots: [{ id: 's0', day: 0, start: '09:00', minutes: 33, venue: 'hall', mode: 'in-person', seats: null }],
  busy: [],
  quotas: [],
  requests: rehearsal.minutes.map((minutes, piece) => ({
    id: `piece${piece}`,
    department: 'd0',
    cadres: rehearsal.plays.flatMap((plays, at) => (plays[piece] === 1 ? [`player${at}`] : [])),
    minutes,
    releaseDay: 0,
    deadlineDay: 0,
    priority: 1,
    mode: 'either',
    mergeable: true,
    after: [],
  })),
};
