// SMAA-2: how often each option takes each rank when weights and facts are drawn together
// (Lahdelma & Salminen 2001; Tervonen & Lahdelma 2007).
// Invariant: an option that is never first has no central weights and no confidence factor.

import type { Rng } from '../random/rng.ts';
import type { Direction, Matrix, Vector } from './matrix.ts';
import { RankTally } from './rank-tally.ts';
import type { WeightModel } from './simplex.ts';
import { weightSampler } from './simplex.ts';
import type { UncertainCell } from './uncertain-cell.ts';
import { drawCell } from './uncertain-cell.ts';

/** Linear scale of one criterion: `worst` has value 0, `best` 1. */
export interface ValueScale {
  readonly worst: number;
  readonly best: number;
  readonly isClipped: boolean;
}

export interface SmaaInput {
  readonly cells: readonly (readonly UncertainCell[])[];
  readonly scales: readonly ValueScale[];
  readonly weights: WeightModel;
  readonly samples: number;
}

export interface SmaaResult {
  readonly rankAcceptability: Matrix;
  readonly firstRankAcceptability: Vector;
  readonly expectedRank: Vector;
  readonly pairwiseWinning: Matrix;
  readonly centralWeights: readonly (Vector | null)[];
  readonly confidenceFactors: readonly (number | null)[];
  /** Half-width of the 95 % interval of a share, at most. */
  readonly samplingError: number;
}

export const PARTIAL_VALUES: ValueScale = { worst: 0, best: 1, isClipped: false };

export function scaleBetween(min: number, max: number, direction: Direction, isClipped: boolean): ValueScale {
  return direction === 'max' ? { worst: min, best: max, isClipped } : { worst: max, best: min, isClipped };
}

/** Worst-case sampling error 1.96·√(p(1−p)/N) at p = ½. */
export function samplingError(samples: number, share = 0.5): number {
  return 1.96 * Math.sqrt((share * (1 - share)) / samples);
}

export function smaa2(input: SmaaInput, rng: Rng): SmaaResult {
  const tally = tallyOf(input, rng);
  const rankAcceptability = tally.rankAcceptability();
  const centralWeights = tally.centralWeights();
  return {
    rankAcceptability,
    firstRankAcceptability: rankAcceptability.map((row) => row[0] ?? 0),
    expectedRank: rankAcceptability.map((row) =>
      row.reduce((total, share, index) => total + share * (index + 1), 0),
    ),
    pairwiseWinning: tally.pairwiseWinning(),
    centralWeights,
    confidenceFactors: centralWeights.map((weights, option) =>
      weights === null ? null : firstShareAt(weights, option, input, rng),
    ),
    samplingError: samplingError(input.samples),
  };
}

/** How often an option is first when its own central weights are certain and only the facts vary. */
function firstShareAt(weights: Vector, option: number, input: SmaaInput, rng: Rng): number {
  const tally = tallyOf({ ...input, weights: { kind: 'fixed', weights } }, rng);
  return tally.rankAcceptability()[option]?.[0] ?? 0;
}

function tallyOf(input: SmaaInput, rng: Rng): RankTally {
  const drawWeights = weightSampler(input.weights, rng);
  const weights = new Float64Array(input.scales.length);
  const scores = new Float64Array(input.cells.length);
  const options = input.cells.map((cells) => prepare(cells, input.scales));
  const tally = new RankTally(scores.length, weights.length);
  for (let sample = 0; sample < input.samples; sample++) {
    drawWeights(weights);
    options.forEach((option, index) => {
      scores[index] = drawScore(option, weights, rng);
    });
    tally.add(scores, weights);
  }
  return tally;
}

/** An option ready to be drawn: certain values apart from uncertain cells, so that only the latter cost a draw. */
interface PreparedOption {
  readonly certain: Float64Array;
  readonly uncertain: readonly {
    readonly index: number;
    readonly cell: UncertainCell;
    readonly scale: ValueScale;
  }[];
}

function prepare(cells: readonly UncertainCell[], scales: readonly ValueScale[]): PreparedOption {
  const certain = cells.map((cell, index) =>
    cell.kind === 'exact' ? valueOn(scales[index] ?? PARTIAL_VALUES, cell.value) : 0,
  );
  const uncertain = cells.flatMap((cell, index) =>
    cell.kind === 'exact' ? [] : [{ index, cell, scale: scales[index] ?? PARTIAL_VALUES }],
  );
  return { certain: Float64Array.from(certain), uncertain };
}

function drawScore(option: PreparedOption, weights: Float64Array, rng: Rng): number {
  let score = 0;
  for (let index = 0; index < weights.length; index++) {
    score += (weights[index] ?? 0) * (option.certain[index] ?? 0);
  }
  for (const { index, cell, scale } of option.uncertain) {
    score += (weights[index] ?? 0) * valueOn(scale, drawCell(cell, rng));
  }
  return score;
}

function valueOn(scale: ValueScale, x: number): number {
  const span = scale.best - scale.worst;
  const value = span === 0 ? 0 : (x - scale.worst) / span;
  return scale.isClipped ? Math.min(1, Math.max(0, value)) : value;
}
