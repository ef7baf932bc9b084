// Rank-reciprocal weights: w_i = (1/i) ÷ Σ 1/k (Stillwell, Seaver & Edwards 1981).

import type { Vector } from './matrix.ts';
import { weightsOfRanks } from './rank-order.ts';

/** @param ranks rank of each criterion, 1 = most important; ties allowed */
export function rankReciprocalWeights(ranks: Vector): Vector {
  return weightsOfRanks(ranks, (place, count) => {
    let harmonic = 0;
    for (let k = 1; k <= count; k++) harmonic += 1 / k;
    return 1 / place / harmonic;
  });
}
