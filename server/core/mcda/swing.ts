// Swing weights: how much lifting one criterion from its worst to its best level is worth, the largest swing = 100
// (von Winterfeldt & Edwards 1986; Goodwin & Wright ch. 3).

import type { Vector } from './matrix.ts';
import { dot, shares } from './matrix.ts';

export interface SwingResult {
  /** Sum 1, unrounded: the ones to calculate with. */
  readonly weights: Vector;
  /** In whole percent, as a page would print them; they need not sum to 100. */
  readonly normalisedRounded: Vector;
}

export function swingWeights(swings: Vector): SwingResult {
  const weights = shares(swings);
  return { weights, normalisedRounded: weights.map((weight) => Math.round(weight * 100)) };
}

/** Aggregate value (0..100) of an option with both sets of weights: rounding first moves the answer. */
export function swingAggregate(values: Vector, swing: SwingResult) {
  return { rounded: dot(values, swing.normalisedRounded) / 100, unrounded: dot(values, swing.weights) };
}
