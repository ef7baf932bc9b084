// What an evaluation comes to, for every page that shows it: what was frozen, or what its state of now gives.

import type { Recommendation } from '../core/scoring/recommendation.ts';
import { statedBeside } from './evaluation-inputs.ts';
import { readVersion } from './evaluation-versions.ts';
import type { VersionDeps } from './evaluation-versions.ts';
import type { Precision, RecommendEvaluation } from './recommend-evaluation.ts';
import type { Evaluation } from './stores.ts';

export type ResultDeps = Pick<VersionDeps, 'versions' | 'vendorAnswers' | 'opinions' | 'model'> & {
  readonly recommend: RecommendEvaluation;
};

export async function resultOf(
  deps: ResultDeps,
  evaluation: Evaluation,
  precision: Precision,
): Promise<Recommendation> {
  const state = await deps.versions.state(evaluation.id);
  const frozen = state.kind === 'frozen' ? await readVersion(deps, evaluation.id, state.number) : null;
  if (frozen !== null) return frozen.recommendation;
  return deps.recommend(evaluation.answers, precision, await statedBeside(deps, evaluation.id));
}
