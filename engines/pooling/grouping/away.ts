import type { Agendas } from '../agenda/sitting-agenda.ts';
import type { Instance } from '../instance/instance.ts';
import type { Pool } from './pool.ts';

/** The least minutes away a column can cost: its items, the best agenda's waiting, the way if only rooms can hold it. */
export const awayCosts = (instance: Instance, pool: Pool, agendas: Agendas) => {
  const known = new Map<number, number>();
  let exact = true;
  return {
    of: (at: number): number => {
      let cost = known.get(at);
      if (cost === undefined) {
        const { units, travel, inPerson } = pool.columns[at] as Pool['columns'][number];
        const agenda = agendas(units);
        exact &&= agenda?.exact === true;
        const playing = units.reduce((sum, unit) => sum + (instance.playing[unit] as number), 0);
        cost = playing + (agenda?.waiting ?? 0) + (inPerson ? travel : 0);
        known.set(at, cost);
      }
      return cost;
    },
    /** Whether every agenda so far was the best there is. */
    exact: (): boolean => exact,
  };
};

export type AwayCosts = ReturnType<typeof awayCosts>;
