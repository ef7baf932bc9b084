// Figures by which a weight sampler can be checked against exact results.

import type { Rng } from '../random/rng.ts';
import type { Vector } from './matrix.ts';
import { largest, shares, sum } from './matrix.ts';
import type { WeightModel } from './simplex.ts';
import { weightSampler } from './simplex.ts';

/** Mean of the sampled weights; under a full ranking it is ROC. */
export function meanWeights(model: WeightModel, count: number, samples: number, rng: Rng): Vector {
  const draw = weightSampler(model, rng);
  const weights = new Float64Array(count);
  const totals = new Float64Array(count);
  for (let sample = 0; sample < samples; sample++) {
    draw(weights);
    for (let index = 0; index < count; index++) totals[index] = (totals[index] ?? 0) + (weights[index] ?? 0);
  }
  return Array.from(totals, (total) => total / samples);
}

export interface SimplexFigures {
  readonly chanceOfMajority: number;
  readonly sdOfOneWeight: number;
  readonly meanOfOneWeight: number;
}

/** Chance that one weight exceeds ½, and the spread of the first weight, by sampling. */
export function simplexFigures(draw: () => Vector, samples: number): SimplexFigures {
  let majorities = 0;
  let total = 0;
  let squares = 0;
  for (let sample = 0; sample < samples; sample++) {
    const weights = draw();
    const first = weights[0] ?? 0;
    if (largest(weights) > 0.5) majorities += 1;
    total += first;
    squares += first * first;
  }
  const mean = total / samples;
  return {
    chanceOfMajority: majorities / samples,
    sdOfOneWeight: Math.sqrt(Math.max(0, squares / samples - mean * mean)),
    meanOfOneWeight: mean,
  };
}

export function uniformDraws(count: number, rng: Rng): () => Vector {
  const draw = weightSampler({ kind: 'uniform' }, rng);
  const weights = new Float64Array(count);
  return () => {
    draw(weights);
    return Array.from(weights);
  };
}

/** The mistake: uniforms divided by their sum crowd in the middle of the simplex. Here to be shown, not used. */
export function naiveDraws(count: number, rng: Rng): () => Vector {
  return () => {
    const uniforms = Array.from({ length: count }, () => rng.nextUnit());
    return sum(uniforms) > 0 ? shares(uniforms) : uniforms;
  };
}
