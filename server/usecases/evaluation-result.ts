// What an evaluation comes to, for every page that shows it: what was frozen, or what its state of now gives.

import type { Recommendation } from '../core/scoring/recommendation.ts';
import { statedBeside } from './evaluation-inputs.ts';
import type { BesideDeps } from './evaluation-inputs.ts';
import { readVersion } from './evaluation-versions.ts';
import type { VersionDeps } from './evaluation-versions.ts';
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
  const state = await deps.versions.state(evaluation.id);
  const frozen = state.kind === 'frozen' ? await readVersion(deps, evaluation.id, state.number) : null;
  if (frozen !== null) return { recommendation: frozen.recommendation, isFrozen: true };
  const beside = await statedBeside(deps, evaluation.id);
  return { recommendation: await deps.recommend(evaluation.answers, precision, beside), isFrozen: false };
}
