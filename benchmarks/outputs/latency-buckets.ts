// A latency distribution as a few buckets on a logarithmic scale, read off the spectrum of a result.

import type { LatencyWithSpectrum } from '../schema/run.generated.ts';

export interface LatencyBucket {
  readonly fromUs: number;
  readonly toUs: number;
  /** Of all values, 0 … 1. */
  readonly share: number;
}

/** Bounds 1, 2, 5, 10, 20, 50 … microseconds: people compare such numbers at a glance. */
function boundsUpTo(maxUs: number): number[] {
  const bounds = [0];
  for (let decade = 1; (bounds.at(-1) ?? 0) <= maxUs; decade *= 10)
    bounds.push(decade, 2 * decade, 5 * decade);
  return bounds;
}

/** Share of values at or below `valueUs`, in whole values, interpolated between the points of the spectrum. */
function shareAtOrBelow(latency: LatencyWithSpectrum, valueUs: number): number {
  if (valueUs >= latency.maxUs) return 1;
  if (valueUs < latency.minUs) return 0;
  const { spectrum, count } = latency;
  const rankOf = (percentile: number): number => Math.max(1, Math.ceil((percentile / 100) * count - 1e-9));
  const above = spectrum.findIndex((point) => point.valueUs > valueUs);
  const [left, right] = [spectrum[above - 1], spectrum[above]];
  if (right === undefined) return 1;
  if (left === undefined) return 0;
  const position = (valueUs - left.valueUs) / (right.valueUs - left.valueUs);
  // The value at `right` is itself not reached before it: of few messages, none may be spread over several buckets.
  const [before, reached] = [rankOf(left.percentile), rankOf(right.percentile)];
  return (before + Math.floor(position * (reached - before))) / count;
}

/** Buckets from the first to the last that holds anything; empty without values. */
export function latencyBuckets(latency: LatencyWithSpectrum): LatencyBucket[] {
  if (latency.count === 0) return [];
  const bounds = boundsUpTo(latency.maxUs);
  const buckets = bounds.slice(1).map((toUs, index) => {
    const fromUs = bounds[index] ?? 0;
    const share = shareAtOrBelow(latency, toUs) - (index === 0 ? 0 : shareAtOrBelow(latency, fromUs));
    return { fromUs, toUs, share };
  });
  const first = buckets.findIndex((bucket) => bucket.share > 0);
  const last = buckets.findLastIndex((bucket) => bucket.share > 0);
  return buckets.slice(first, last + 1);
}

const BLOCKS = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/** The buckets as lines of text with bars; `width` is the longest bar in characters. */
export function histogramLines(latency: LatencyWithSpectrum, width = 40): string[] {
  const buckets = latencyBuckets(latency);
  const largest = Math.max(...buckets.map((bucket) => bucket.share));
  const labels = buckets.map(({ fromUs, toUs }) => `${inMs(fromUs)} – ${inMs(toUs)} ms`);
  const labelWidth = Math.max(...labels.map((label) => label.length));
  return buckets.map((bucket, index) => {
    const percent = `${(bucket.share * 100).toFixed(2)}%`.padStart(8);
    const length = (bucket.share / largest) * width;
    return `${(labels[index] ?? '').padStart(labelWidth)} ${percent}  ${bar(length)}`.trimEnd();
  });
}

function bar(length: number): string {
  const whole = Math.floor(length);
  const eighths = Math.round((length - whole) * 8);
  return `${'█'.repeat(whole)}${eighths === 0 ? '' : (BLOCKS[eighths] ?? '')}`;
}

function inMs(us: number): string {
  return String(us / 1000);
}
