// Smallest improvement on a single criterion that lifts the weaker option level with the stronger one
// (the minimal improvement of Kadziński, Ciomek, Rychły & Słowiński 2016).

import type { Vector } from './matrix.ts';
import { dot, shares } from './matrix.ts';

export interface ValueGap {
  readonly gap: number;
  /** Value that B needs on each criterion; null where the criterion carries no weight. */
  readonly needed: readonly (number | null)[];
  /** Whether so high a value exists (at most 1). */
  readonly isFeasible: readonly boolean[];
}

/** @param a values 0..1 of the better option, `b` of the one to lift */
export function valueGap(a: Vector, b: Vector, weights: Vector): ValueGap {
  const scaled = shares(weights);
  const gap = dot(a, scaled) - dot(b, scaled);
  const needed = b.map((value, index) => {
    const weight = scaled[index] ?? 0;
    return weight > 0 ? value + gap / weight : null;
  });
  return { gap, needed, isFeasible: needed.map((value) => value !== null && value <= 1 + Number.EPSILON) };
}
