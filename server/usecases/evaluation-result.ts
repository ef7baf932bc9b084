// What an evaluation comes to, for every page that shows it: what was frozen, or what its state of now gives.

import type { Recommendation } from '../core/scoring/recommendation.ts';
import { recommendRequestOf, statedBeside } from './evaluation-inputs.ts';
import type { BesideDeps } from './evaluation-inputs.ts';
import { readBasis, readVersion } from './evaluation-versions.ts';
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
  readonly isFrozen: boolean;
}

export async function resultOf(
  deps: ResultDeps,
  evaluation: Evaluation,
  precision: Precision,
): Promise<Recommendation> {
  return (await standingResult(deps, evaluation, precision)).recommendation;
}

/** With whether it was frozen: then the precision is the one it was frozen with. */
export async function standingResult(
  deps: ResultDeps,
  evaluation: Evaluation,
  precision: Precision,
): Promise<StandingResult> {
  const frozen = await frozenVersion(deps, evaluation);
  if (frozen !== null) return { recommendation: frozen.recommendation, isFrozen: true };
  const beside = await statedBeside(deps, evaluation.id);
  return { recommendation: await deps.recommend(evaluation.answers, precision, beside), isFrozen: false };
}

/**
 * The result under other weights, everything else as it stands: what vendors declared counts, what was frozen stays so.
 * Nothing is stored.
 *
 * @param weights as an answers file states them
 */
export async function resultUnderWeights(
  deps: ResultDeps & Pick<VersionDeps, 'compute'>,
  evaluation: Evaluation,
  weights: object,
): Promise<Recommendation> {
  const frozen = await frozenVersion(deps, evaluation);
  if (frozen === null) {
    const { vendorAnswers = [] } = await statedBeside(deps, evaluation.id);
    return deps.recommend(evaluation.answers, 'whatIf', { vendorAnswers, weights });
  }
  const inputs = { ...frozen.inputs, weights: { weights }, samples: samplesOf('whatIf') };
  return deps.compute(recommendRequestOf(inputs), await readBasis(deps, frozen.record.hashes));
}

async function frozenVersion(
  deps: Pick<VersionDeps, 'versions'>,
  { id }: Evaluation,
): Promise<FrozenVersion | null> {
  const state = await deps.versions.state(id);
  return state.kind === 'frozen' ? readVersion(deps, id, state.number) : null;
}
