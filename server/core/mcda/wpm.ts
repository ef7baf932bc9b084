// Weighted product (WPM): score = Π value^weight. A zero on any weighted criterion makes the score zero.

import type { Direction, Matrix, Vector } from './matrix.ts';
import { ranksOf, shares, sum } from './matrix.ts';
import type { Normalisation } from './normalisation.ts';
import { normalise } from './normalisation.ts';

export interface WpmInput {
  readonly matrix: Matrix;
  readonly weights: Vector;
  readonly directions: readonly Direction[];
  readonly normalization: Normalisation;
  /** `log10`: the logarithm of the product, which stays exact where the product itself would vanish. */
  readonly scoreForm: 'product' | 'log10';
  /** Values below it count as it; 0 lets a zero kill the option. */
  readonly floor: number;
}

export interface WpmResult {
  /** null in the `log10` form where the product is 0. */
  readonly scores: readonly (number | null)[];
  readonly ranks: Vector;
}

export function wpm(input: WpmInput): WpmResult {
  const weights = shares(input.weights);
  const values = normalise(input.matrix, input.normalization, input.directions);
  const logs = values.map((row) =>
    sum(row.map((value, index) => logTerm(Math.max(value, input.floor), index, weights, input))),
  );
  return {
    scores: logs.map((log) =>
      input.scoreForm === 'product' ? 10 ** log : Number.isFinite(log) ? log : null,
    ),
    ranks: ranksOf(logs),
  };
}

function logTerm(value: number, index: number, weights: Vector, input: WpmInput): number {
  const weight = weights[index] ?? 0;
  if (weight === 0) return 0;
  // max already turns a cost column (min/x) and minmax as well; the other forms keep its direction.
  const isTurned = input.normalization === 'max' || input.normalization === 'minmax';
  const sign = input.directions[index] === 'min' && !isTurned ? -1 : 1;
  return sign * weight * Math.log10(Math.max(0, value));
}
