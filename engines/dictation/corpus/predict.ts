import type { Dictation } from '../index.ts';
import type { Gold } from './gold.ts';
import type { Prediction } from './score.ts';

/** Reads every utterance of a set in its own ledger, with the time each took. */
export const predict = (dictation: Dictation, golds: readonly Gold[]): Prediction[] =>
  golds.map(({ id, ledger, ref, utterance }) => {
    const began = performance.now();
    const { records } = dictation.read({ utterance, ref, ledger });
    return {
      id,
      ms: performance.now() - began,
      records: records.map((one) => one.values),
      confidence: records.map(({ evidence }) =>
        Object.fromEntries(Object.entries(evidence).map(([key, one]) => [key, one.confidence])),
      ),
    };
  });
