// SMAA-2: how often each option takes each rank when weights and facts are drawn together
// (Lahdelma & Salminen 2001; Tervonen & Lahdelma 2007). The plain reading of the method, for any matrix; scoring/simulate
// does the same at many times the speed for a recommendation, and is tested against this.
// Invariant: an option that is never first has no central weights and no confidence factor.

import type { Rng } from '../random/rng.ts';
import type { Matrix, Vector } from './matrix.ts';
import { RankTally } from './rank-tally.ts';
import type { WeightModel } from './simplex.ts';
import { weightSampler } from './simplex.ts';
import { confidenceFactors } from './confidence-factor.ts';
import type { ValueScale } from './prepared-option.ts';
import { drawScore, prepare } from './prepared-option.ts';
import type { UncertainCell } from './uncertain-cell.ts';

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
    confidenceFactors: confidenceFactors(input, centralWeights, rng),
    samplingError: samplingError(input.samples),
  };
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
