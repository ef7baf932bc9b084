// TOPSIS: closeness to an ideal option (Hwang & Yoon 1981). With ideals taken from the options it is subject to rank
// reversal; fixed ideals avoid it.

import type { Direction, Matrix, Vector } from './matrix.ts';
import { columnCount, columnOf, largest, ranksOf, shares, smallest } from './matrix.ts';
import type { Normalisation } from './normalisation.ts';
import { normalise } from './normalisation.ts';

export interface TopsisInput {
  readonly matrix: Matrix;
  readonly weights: Vector;
  readonly directions: readonly Direction[];
  readonly normalization: Normalisation;
  readonly weightNormalization: 'none' | 'sum';
  /** In weighted normalised units; taken from the options where absent. */
  readonly positiveIdeal?: Vector;
  readonly negativeIdeal?: Vector;
}

export interface TopsisResult {
  readonly scores: Vector;
  readonly ranks: Vector;
  readonly distanceToBest: Vector;
  readonly distanceToWorst: Vector;
  readonly positiveIdeal: Vector;
  readonly negativeIdeal: Vector;
}

/** Score of an option that is as far from the best as from the worst; also of options that do not differ at all. */
const UNDECIDED = 0.5;

export function topsis(input: TopsisInput): TopsisResult {
  const weights = input.weightNormalization === 'sum' ? shares(input.weights) : input.weights;
  const weighted = normalise(input.matrix, input.normalization, input.directions).map((row) =>
    row.map((value, index) => value * (weights[index] ?? 0)),
  );
  // minmax and max have turned cost columns already, so that more is better everywhere.
  const isTurned = input.normalization === 'minmax' || input.normalization === 'max';
  const isBenefit = (index: number): boolean => isTurned || input.directions[index] !== 'min';
  const positiveIdeal = input.positiveIdeal ?? idealOf(weighted, isBenefit);
  const negativeIdeal = input.negativeIdeal ?? idealOf(weighted, (index) => !isBenefit(index));
  const distanceToBest = weighted.map((row) => distance(row, positiveIdeal));
  const distanceToWorst = weighted.map((row) => distance(row, negativeIdeal));
  const scores = distanceToBest.map((toBest, index) => {
    const both = toBest + (distanceToWorst[index] ?? 0);
    return both === 0 ? UNDECIDED : (distanceToWorst[index] ?? 0) / both;
  });
  return { scores, ranks: ranksOf(scores), distanceToBest, distanceToWorst, positiveIdeal, negativeIdeal };
}

function idealOf(weighted: Matrix, isHighest: (index: number) => boolean): Vector {
  return Array.from({ length: columnCount(weighted) }, (_, index) => {
    const column = columnOf(weighted, index);
    return isHighest(index) ? largest(column) : smallest(column);
  });
}

function distance(row: Vector, ideal: Vector): number {
  return Math.hypot(...row.map((value, index) => value - (ideal[index] ?? 0)));
}
