// What relative scales do when an option is added: the old options change places although no fact about them did
// (Belton & Gear 1983). On absolute bounds nothing moves.

import { additive } from './additive.ts';
import type { Direction, Matrix, Vector } from './matrix.ts';
import { dot, ranksOf, shares } from './matrix.ts';
import type { Normalisation } from './normalisation.ts';
import { normalise, withinBounds } from './normalisation.ts';

export interface RankReversalInput {
  readonly before: Matrix;
  readonly after: Matrix;
  readonly weights: Vector;
  readonly directions: readonly Direction[];
  /** Worst and best of each criterion, set without looking at the options. */
  readonly absoluteScale?: readonly (readonly [number, number])[];
}

export function rankReversal(input: RankReversalInput) {
  const scored = (matrix: Matrix, normalization: Normalisation): Vector =>
    additive({ ...input, matrix, normalization, weightNormalization: 'sum' }).scores;
  const distributiveBefore = scored(input.before, 'sum');
  const distributiveAfter = scored(input.after, 'sum');
  return {
    distributiveBefore,
    distributiveAfter,
    winnerBefore: winnerOf(distributiveBefore),
    winnerAfterDistributive: winnerOf(distributiveAfter),
    idealBefore: scored(input.before, 'max'),
    idealAfter: scored(input.after, 'max'),
    idealOrderUnchanged: isOrderKept(idealScores(input, input.before), idealScores(input, input.after)),
    minmaxBefore: scored(input.before, 'minmax'),
    minmaxAfter: scored(input.after, 'minmax'),
    ...absoluteScores(input),
  };
}

function idealScores(input: RankReversalInput, matrix: Matrix): Vector {
  const values = normalise(matrix, 'max', input.directions);
  return values.map((row) => dot(row, shares(input.weights)));
}

function absoluteScores(input: RankReversalInput) {
  const bounds = input.absoluteScale;
  if (bounds === undefined) return {};
  const scored = (matrix: Matrix): Vector =>
    matrix.map((row) =>
      dot(
        row.map((value, index) => valueOn(value, index, input)),
        shares(input.weights),
      ),
    );
  return { absoluteBefore: scored(input.before), absoluteAfter: scored(input.after) };
}

function valueOn(value: number, index: number, input: RankReversalInput): number {
  const [min, max] = input.absoluteScale?.[index] ?? [0, 1];
  return withinBounds([value], min, max, input.directions[index] ?? 'max')[0] ?? 0;
}

/** The best option, counted from 1; the first of those that tie. */
function winnerOf(scores: Vector): number {
  return ranksOf(scores).indexOf(1) + 1;
}

function isOrderKept(before: Vector, after: Vector): boolean {
  const old = after.slice(0, before.length);
  return ranksOf(before).every((rank, index) => rank === ranksOf(old)[index]);
}
