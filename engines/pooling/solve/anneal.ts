import type { Random } from '../instance/random.ts';
import { improve } from '../search/improve.ts';
import type { BestPlan } from './best-plan.ts';
import type { Meter } from './meter.ts';

/** Rounds of search for each unit. */
const ROUNDS = 200;

/** A long search from the best plan; `heat` in call-ups, high to leave it far behind, low to stay near. */
export const anneal = (best: BestPlan, meter: Meter, random: Random, heat: number): void => {
  const rounds = meter.share(ROUNDS * best.schedule.instance.size);
  improve(best.schedule, random, { rounds, stop: meter.late, heat });
  meter.spend(rounds);
  best.refresh('search');
};
