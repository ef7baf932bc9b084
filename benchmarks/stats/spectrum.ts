// A distribution as a few points that are dense where it matters, in the tail (as in HdrHistogram's percentile output).

import type { LatencyHistogram, LatencySummary } from './latency-histogram.ts';

const PERCENTILES = [
  0, 1, 5, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 96, 97, 98, 99, 99.5, 99.9, 99.95, 99.99,
  99.999, 100,
];

export interface SpectrumPoint {
  readonly percentile: number;
  readonly valueUs: number;
}

export type SpectrumSummary = LatencySummary & { spectrum: SpectrumPoint[] };

export function summaryWithSpectrum(histogram: LatencyHistogram): SpectrumSummary {
  // A percentile that fewer values than one lie beyond would repeat the largest.
  const shown = PERCENTILES.filter(
    (percentile) => percentile === 100 || histogram.count * (1 - percentile / 100) >= 1,
  );
  return {
    ...histogram.summary(),
    spectrum:
      histogram.count === 0
        ? []
        : shown.map((percentile) => ({ percentile, valueUs: histogram.valueAtPercentile(percentile) })),
  };
}
