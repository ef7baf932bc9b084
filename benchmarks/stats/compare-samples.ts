// Are two servers (or two versions) different? The ratio of their geometric means with a confidence interval, from
// repeated runs in turns: Welch's t interval on the logarithms (Kalibera and Jones, "Rigorous benchmarking in reasonable
// time", 2013, ask for the interval of a ratio instead of a yes or no).
// Invariant: "no significant difference" is an answer, and too few repeats is another one.

import { studentQuantile } from './student-t.ts';

export type Difference = 'higher' | 'lower' | 'noSignificantDifference' | 'tooFewRuns';

export interface RatioEstimate {
  /** Second over first. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** What the second one is against the first. */
  readonly difference: Difference;
}

export const MIN_RUNS = 3;

/** Compares positive figures of independent runs, at least three on each side. */
export function compareSamples(
  first: readonly number[],
  second: readonly number[],
  confidence = 0.95,
): RatioEstimate {
  if (Math.min(first.length, second.length) < MIN_RUNS || [...first, ...second].some((value) => value <= 0)) {
    return {
      ratio: geometricMean(second) / geometricMean(first),
      low: 0,
      high: Infinity,
      confidence,
      difference: 'tooFewRuns',
    };
  }
  const a = momentsOfLogs(first);
  const b = momentsOfLogs(second);
  const errorA = a.variance / first.length;
  const errorB = b.variance / second.length;
  const standardError = Math.sqrt(errorA + errorB);
  const shift = b.mean - a.mean;
  const degrees = welchDegrees([errorA, first.length - 1], [errorB, second.length - 1]);
  const half = standardError === 0 ? 0 : studentQuantile((1 + confidence) / 2, degrees) * standardError;
  const [low, high] = [Math.exp(shift - half), Math.exp(shift + half)];
  return { ratio: Math.exp(shift), low, high, confidence, difference: differenceOf(low, high) };
}

function differenceOf(low: number, high: number): Difference {
  if (low > 1) return 'higher';
  return high < 1 ? 'lower' : 'noSignificantDifference';
}

// Welch and Satterthwaite.
function welchDegrees(...parts: readonly (readonly [errorSquared: number, degrees: number])[]): number {
  const total = parts.reduce((sum, [error]) => sum + error, 0);
  const weighted = parts.reduce((sum, [error, degrees]) => sum + error ** 2 / degrees, 0);
  return weighted === 0 ? 1 : total ** 2 / weighted;
}

function momentsOfLogs(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  return { mean, variance: squares / (logs.length - 1) };
}

function geometricMean(values: readonly number[]): number {
  return values.length === 0
    ? NaN
    : Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
