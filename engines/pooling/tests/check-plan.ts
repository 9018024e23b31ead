/**
 * The checker that came with the stored problems, written again line by line for the tests; it knows nothing of the
 * engine's own evaluator and speaks of the published rules only (no quorum, no free starts, nothing set by hand).
 */
import type { Cost, Plan, Problem, Slot } from '../problem.ts';

export interface Checked {
  readonly ok: boolean;
  readonly violations: readonly string[];
  readonly cost: Cost;
}

const bump = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

export const checkPlan = (problem: Problem, plan: Pick<Plan, 'sittings' | 'unscheduled'>): Checked => {
  const cadres = new Map(problem.cadres.map((c) => [c.id, c]));
  const slots = new Map(problem.slots.map((s) => [s.id, s]));
  const requests = new Map(problem.requests.map((r) => [r.id, r]));
  const bad: string[] = [];
  const placed = new Map<string, { day: number; start: string; item: number; slot: string }>();
  const key = (s: Slot) => `${s.day} ${s.start}`;
  const busy = new Set(problem.busy.map((b) => `${b.cadre} ${b.day} ${b.start}`));
  const perWeek = new Map<string, number>();
  const taken = new Set<string>();
  const venues = new Set<string>();
  let callUps = 0;
  let minutesAway = 0;
  let lateness = 0;
  for (const sitting of plan.sittings) {
    const slot = slots.get(sitting.slot);
    if (!slot) {
      bad.push(`unknown slot ${sitting.slot}`);
      continue;
    }
    if (venues.has(`${slot.venue} ${key(slot)}`)) bad.push(`${slot.id}: venue used twice at once`);
    venues.add(`${slot.venue} ${key(slot)}`);
    const items = sitting.agenda.flatMap((id) => requests.get(id) ?? []);
    if (items.length !== sitting.agenda.length || items.length === 0)
      bad.push(`${slot.id}: unknown or no request`);
    if (items.reduce((sum, r) => sum + r.minutes, 0) > slot.minutes)
      bad.push(`${slot.id}: longer than the slot`);
    if (items.length > 1 && items.some((r) => !r.mergeable)) bad.push(`${slot.id}: must stand alone`);
    let at = 0;
    const first = new Map<string, number>();
    const last = new Map<string, number>();
    items.forEach((r, item) => {
      if (placed.has(r.id)) bad.push(`${r.id} placed twice`);
      placed.set(r.id, { day: slot.day, start: slot.start, item, slot: slot.id });
      if (slot.day < r.releaseDay || slot.day > r.deadlineDay) bad.push(`${r.id}: outside its window`);
      if (r.mode !== 'either' && r.mode !== slot.mode) bad.push(`${r.id}: wrong mode`);
      lateness += r.priority * (slot.day - r.releaseDay);
      for (const c of r.cadres) {
        if (!first.has(c)) first.set(c, at);
        last.set(c, at + r.minutes);
      }
      at += r.minutes;
    });
    for (const [c, from] of first) {
      if (busy.has(`${c} ${key(slot)}`)) bad.push(`${slot.id}: ${c} has another commitment`);
      if (taken.has(`${c} ${key(slot)}`)) bad.push(`${slot.id}: ${c} called twice at once`);
      taken.add(`${c} ${key(slot)}`);
      bump(perWeek, `${c} ${Math.floor(slot.day / problem.daysPerWeek)}`);
      const way = slot.mode === 'in-person' ? 2 * (cadres.get(c)?.travelMinutes ?? Number.NaN) : 0;
      minutesAway += (last.get(c) ?? Number.NaN) - from + way;
    }
    callUps += first.size;
    if (slot.mode === 'in-person' && slot.seats !== null && first.size > slot.seats)
      bad.push(`${slot.id}: seats`);
  }
  for (const q of problem.quotas)
    for (const c of q.cadres)
      for (let week = 0; week < Math.ceil(problem.days / problem.daysPerWeek); week += 1)
        if ((perWeek.get(`${c} ${week}`) ?? 0) > q.maxSittingsPerWeek)
          bad.push(`${c}: quota broken in week ${week}`);
  for (const r of requests.values())
    for (const a of r.after) {
      const [one, other] = [placed.get(a), placed.get(r.id)];
      if (!other) continue;
      const earlier =
        one &&
        (one.day < other.day ||
          (one.day === other.day && one.start < other.start) ||
          (one.slot === other.slot && one.item < other.item));
      if (!earlier) bad.push(`${r.id}: not after ${a}`);
    }
  const left = problem.requests.filter((r) => !placed.has(r.id));
  const said = new Set(plan.unscheduled);
  if (said.size !== left.length || left.some((r) => !said.has(r.id)))
    bad.push('the list of unscheduled requests');
  const unscheduled = left.reduce((sum, r) => sum + r.priority, 0);
  return { ok: bad.length === 0, violations: bad, cost: { unscheduled, callUps, minutesAway, lateness } };
};
