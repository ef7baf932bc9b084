// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Two sets of runs: for each figure the ratio of the second to the first with its confidence interval. An interval without an end is null.
 */
export interface RunComparisonDocument {
  schema: 'mailfit.comparison/1';
  firstLabel: string;
  secondLabel: string;
  figures: {
    figure: 'acceptedPerSec' | 'p50FinalDotMs' | 'p99FinalDotMs' | 'p50ResponseMs' | 'p99ResponseMs';
    isHigherBetter: boolean;
    first: number[];
    second: number[];
    ratio: number | null;
    low: number;
    high: number | null;
    confidence: number;
    difference: 'higher' | 'lower' | 'noSignificantDifference' | 'tooFewRuns';
  }[];
  leftOut: {
    startedAt: string;
    verdict: string;
  }[];
  /**
   * Compared runs in which the generator was the limit: where it was, equal figures may be its own.
   */
  generatorBoundCount?: number;
  differingSettings: string[];
}
