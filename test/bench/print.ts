/** One metric of a benchmark; names stay once published. */
export interface Metric {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  /** Which of several data sets it was measured on. */
  readonly set?: string;
  readonly against?: string;
  readonly ratio?: number;
}

/** One JSON object a line on standard output. */
export const print = (metric: Metric): void => void process.stdout.write(`${JSON.stringify(metric)}\n`);
