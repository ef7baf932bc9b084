// Rank order centroid weights: w_i = (1/n) Σ_{k=i…n} 1/k, the mean of all weights that agree with a ranking
// (Barron & Barrett 1996).

import type { Vector } from './matrix.ts';
import { weightsOfRanks } from './rank-order.ts';

/** @param ranks rank of each criterion, 1 = most important; ties allowed */
export function rocWeights(ranks: Vector): Vector {
  return weightsOfRanks(ranks, (place, count) => {
    let tail = 0;
    for (let k = place; k <= count; k++) tail += 1 / k;
    return tail / count;
  });
}
