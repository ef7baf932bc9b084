// Rank-sum weights: w_i = 2(n+1−i) ÷ (n(n+1)) (Stillwell, Seaver & Edwards 1981). Less steep than ROC.

import type { Vector } from './matrix.ts';
import { weightsOfRanks } from './rank-order.ts';

/** @param ranks rank of each criterion, 1 = most important; ties allowed */
export function rankSumWeights(ranks: Vector): Vector {
  return weightsOfRanks(ranks, (place, count) => (2 * (count + 1 - place)) / (count * (count + 1)));
}
