// What an evaluation comes to, for every page that shows it: what was frozen, or what its state of now gives.

import type { Recommendation } from '../core/scoring/recommendation.ts';
import { recommendRequestOf, statedBeside } from './evaluation-inputs.ts';
import type { BesideDeps } from './evaluation-inputs.ts';
import { frozenVersion, readBasis } from './evaluation-versions.ts';
import type { FrozenVersion } from './evaluation-versions.ts';
import type { VersionDeps } from './evaluation-versions.ts';
import { samplesOf } from './recommend-evaluation.ts';
import type { Precision, RecommendEvaluation } from './recommend-evaluation.ts';
import type { Evaluation } from './stores.ts';

export type ResultDeps = BesideDeps &
  Pick<VersionDeps, 'versions'> & {
    readonly recommend: RecommendEvaluation;
  };

export interface StandingResult {
  readonly recommendation: Recommendation;
  /** The version that it was frozen in; null for the state of now. */
  readonly frozen: FrozenVersion | null;
}

export async function resultOf(
  deps: ResultDeps,
  evaluation: Evaluation,
  precision: Precision,
): Promise<Recommendation> {
  return (await standingResult(deps, evaluation, precision)).recommendation;
}

/** With the version that it was frozen in, if it was: then the precision is the one it was frozen with. */
export async function standingResult(
  deps: ResultDeps,
  evaluation: Evaluation,
  precision: Precision,
): Promise<StandingResult> {
  const frozen = await frozenVersion(deps, evaluation.id);
  if (frozen !== null) return { recommendation: frozen.recommendation, frozen };
  const beside = await statedBeside(deps, evaluation.id);
  return { recommendation: await deps.recommend(evaluation.answers, precision, beside), frozen };
}

/**
 * The result under other weights, everything else as it stands: what vendors declared counts, what was frozen stays so.
 * Nothing is stored.
 *
 * @param frozen as `standingResult` gives it
 * @param weights as an answers file states them
 */
export async function resultUnderWeights(
  deps: ResultDeps & Pick<VersionDeps, 'compute'>,
  evaluation: Evaluation,
  frozen: FrozenVersion | null,
  weights: object,
): Promise<Recommendation> {
  if (frozen === null) {
    const { vendorAnswers = [] } = await statedBeside(deps, evaluation.id);
    return deps.recommend(evaluation.answers, 'whatIf', { vendorAnswers, weights });
  }
  const inputs = { ...frozen.inputs, weights: { weights }, samples: samplesOf('whatIf') };
  return deps.compute(recommendRequestOf(inputs), await readBasis(deps, frozen.record.hashes));
}
