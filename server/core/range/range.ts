// A figure that is not known exactly: its lowest, most likely and highest value.

import type { Rng } from '../random/rng.ts';

export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export type RangeEnd = keyof Range;
export const RANGE_ENDS: readonly RangeEnd[] = ['low', 'likely', 'high'];

export function exactly(value: number): Range {
  return { low: value, likely: value, high: value };
}

/** The range that a calculation spans when it is made at each end. */
export function rangeFrom(calculate: (end: RangeEnd) => number): Range {
  return { low: calculate('low'), likely: calculate('likely'), high: calculate('high') };
}

export function isRange(value: unknown): value is Range {
  return (
    typeof value === 'object' &&
    value !== null &&
    RANGE_ENDS.every((end) => typeof (value as Record<string, unknown>)[end] === 'number')
  );
}

/**
 * Quantile u of the triangular distribution. `low` and `high` may stand in either order: they name the end that needs
 * less and the one that needs more.
 */
export function triangularQuantile(range: Range, u: number): number {
  const min = Math.min(range.low, range.high);
  const max = Math.max(range.low, range.high);
  if (max === min) return min;
  const atMode = (range.likely - min) / (max - min);
  return u < atMode
    ? min + Math.sqrt(u * (max - min) * (range.likely - min))
    : max - Math.sqrt((1 - u) * (max - min) * (max - range.likely));
}

/** One draw from the triangular distribution, by its inverse. */
export function drawTriangular(range: Range, rng: Rng): number {
  return triangularQuantile(range, rng.nextUnit());
}
