// One-way weight sensitivity in closed form: the weight of one criterion at which two options tie while the other
// weights keep their ratios.

import type { Vector } from './matrix.ts';
import { dot, shares } from './matrix.ts';

/**
 * Weight of criterion `index` at which both score the same. Outside 0..1: no weight on it alone changes the order.
 * null: the two are equal on it and on the rest, or the rest carries no weight, so that the weight does not matter.
 */
export function weightFlip(a: Vector, b: Vector, weights: Vector, index: number): number | null {
  const scaled = shares(weights);
  const own = scaled[index] ?? 0;
  if (own >= 1) return null;
  const gapHere = (a[index] ?? 0) - (b[index] ?? 0);
  const gap = dot(a, scaled) - dot(b, scaled);
  const gapElsewhere = (gap - own * gapHere) / (1 - own);
  const flip = gapElsewhere / (gapElsewhere - gapHere);
  return Number.isFinite(flip) ? flip : null;
}

/** The weights with that of one criterion set and the others keeping their ratios. */
export function withWeight(weights: Vector, index: number, weight: number): Vector {
  const scaled = shares(weights);
  const rest = 1 - (scaled[index] ?? 0);
  return scaled.map((own, at) => (at === index ? weight : rest === 0 ? 0 : (own * (1 - weight)) / rest));
}
