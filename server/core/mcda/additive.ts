// Weighted sum (WSM, SAW, MAVT): score = Σ weight × value. The main model of the engine, there on absolute values.
// Invariant: the terms add up to the score.

import type { Direction, Matrix, Vector } from './matrix.ts';
import { dot, ranksOf, shares } from './matrix.ts';
import type { Normalisation } from './normalisation.ts';
import { normalise } from './normalisation.ts';

export interface AdditiveInput {
  readonly matrix: Matrix;
  readonly weights: Vector;
  readonly directions: readonly Direction[];
  readonly normalization: Normalisation;
  /** `none` takes the weights as they are, `sum` scales them to sum 1. */
  readonly weightNormalization: 'none' | 'sum';
}

export interface AdditiveResult {
  readonly scores: Vector;
  readonly ranks: Vector;
  /** Points of each option by criterion. */
  readonly contributions: Matrix;
}

export function additive(input: AdditiveInput): AdditiveResult {
  const weights = input.weightNormalization === 'sum' ? shares(input.weights) : input.weights;
  const values = normalise(input.matrix, input.normalization, input.directions);
  // Without normalisation a cost column still has to count against its option.
  const signs = input.directions.map((direction) =>
    direction === 'min' && (input.normalization === 'none' || input.normalization === 'sum') ? -1 : 1,
  );
  const signed = weights.map((weight, index) => weight * (signs[index] ?? 1));
  const scores = values.map((row) => dot(row, signed));
  return {
    scores,
    ranks: ranksOf(scores),
    contributions: values.map((row) => row.map((value, index) => value * (signed[index] ?? 0))),
  };
}
