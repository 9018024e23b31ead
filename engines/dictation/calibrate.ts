/**
 * From the reader's own sureness to the chance that a value is right, as measured on utterances that were not
 * used to build the engine (`qz bench dictation`, metric `calibration`). Piecewise linear, monotone.
 */
const points: readonly (readonly [sureness: number, chance: number])[] = [
  [0, 0.4],
  [0.5, 0.75],
  [0.6, 0.86],
  [0.7, 0.92],
  [0.8, 0.935],
  [0.9, 0.965],
  [0.97, 0.98],
  [1, 0.99],
];

export const calibrated = (sureness: number): number => {
  for (let i = 1; i < points.length; i += 1) {
    const [x0 = 0, y0 = 0] = points[i - 1] ?? [];
    const [x1 = 1, y1 = 1] = points[i] ?? [];
    if (sureness <= x1) return Math.round((y0 + ((sureness - x0) / (x1 - x0)) * (y1 - y0)) * 1000) / 1000;
  }
  return 0.99;
};
