import type { Random } from '../instance/random.ts';
import { improve } from '../search/improve.ts';
import type { BestPlan } from './best-plan.ts';
import type { Meter } from './meter.ts';

/** Rounds of search for each unit, in so many parts, each cooler than the one before. */
const ROUNDS = 200;
const PARTS = 4;
/** Of the time left, the share after which no further part is begun; where work is counted, the clock steers nothing. */
const MOST_TIME = 0.3;

/** A long search from the best plan; `heat` in call-ups, high to leave it far behind, low to stay near. */
export const anneal = (best: BestPlan, meter: Meter, random: Random, heat: number): void => {
  const left = meter.seconds;
  for (let part = 0; part < PARTS && !meter.spent; part += 1) {
    const rounds = meter.share((ROUNDS * best.schedule.instance.size) / PARTS);
    improve(best.schedule, random, { rounds, stop: meter.late, heat: heat / 2 ** part });
    meter.spend(rounds);
    best.refresh('search');
    if (!meter.isCounted && meter.seconds < left * (1 - MOST_TIME)) return;
  }
};
