// Random weights: uniform on the simplex, or on the part of it that a ranking or swing ranges allow.
// Invariant: drawn weights are ≥ 0 and sum to 1. Normalised uniforms would not be uniform on the simplex.

import type { Rng } from '../random/rng.ts';
import type { Vector } from './matrix.ts';
import { shares } from './matrix.ts';

export type WeightModel =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'fixed'; readonly weights: Vector }
  /** Rank of each criterion, 1 = most important; ties say nothing about their order. */
  | { readonly kind: 'ordinal'; readonly ranks: Vector }
  /** Lowest and highest swing points of each criterion. */
  | { readonly kind: 'swing'; readonly ranges: readonly (readonly [number, number])[] };

/** Makes a function that fills `weights` with one draw. */
export function weightSampler(model: WeightModel, rng: Rng): (weights: Float64Array) => void {
  switch (model.kind) {
    case 'uniform':
      return (weights) => drawUniform(weights, rng);
    case 'fixed': {
      const fixed = shares(model.weights);
      return (weights) => weights.set(fixed);
    }
    case 'ordinal':
      return ordinalSampler(model.ranks, rng);
    case 'swing':
      return (weights) => drawSwing(weights, model.ranges, rng);
  }
}

/** Exponentials divided by their sum (Rubinstein & Melamed 1998). */
export function drawUniform(weights: Float64Array, rng: Rng): void {
  let total = 0;
  for (let index = 0; index < weights.length; index++) {
    const exponential = -Math.log(1 - rng.nextUnit());
    weights[index] = exponential;
    total += exponential;
  }
  scale(weights, total);
}

// A uniform draw sorted into the order of the ranking is uniform on the weights that agree with it. Within a tie the
// order is drawn anew each time.
function ordinalSampler(ranks: Vector, rng: Rng): (weights: Float64Array) => void {
  const drawn = new Float64Array(ranks.length);
  const order = ranks.map((_, index) => index);
  const tieBreak = new Float64Array(ranks.length);
  return (weights) => {
    drawUniform(drawn, rng);
    drawn.sort().reverse();
    for (let index = 0; index < tieBreak.length; index++) tieBreak[index] = rng.nextUnit();
    order.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || (tieBreak[a] ?? 0) - (tieBreak[b] ?? 0));
    order.forEach((criterion, place) => {
      weights[criterion] = drawn[place] ?? 0;
    });
  };
}

function drawSwing(weights: Float64Array, ranges: readonly (readonly [number, number])[], rng: Rng): void {
  let total = 0;
  for (let index = 0; index < weights.length; index++) {
    const [low, high] = ranges[index] ?? [0, 0];
    const points = low + (high - low) * rng.nextUnit();
    weights[index] = points;
    total += points;
  }
  scale(weights, total);
}

function scale(weights: Float64Array, total: number): void {
  for (let index = 0; index < weights.length; index++) {
    weights[index] = total > 0 ? (weights[index] ?? 0) / total : 1 / weights.length;
  }
}
