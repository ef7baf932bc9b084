// The one place where a page gets the recommendation of an evaluation.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Precision } from '../../usecases/recommend-evaluation.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { WebDeps } from '../web-deps.ts';
import { statedWeights } from '../../usecases/opinions.ts';
import { evaluationAt } from './evaluations.ts';

export interface ResultAt {
  readonly evaluation: Evaluation;
  readonly recommendation: Recommendation;
}

type Deps = Pick<WebDeps, 'evaluations' | 'recommend' | 'opinions' | 'model'>;

/** The evaluation with its full recommendation; an unknown id ends as "not found". */
export async function resultAt(deps: Deps, id: string): Promise<ResultAt> {
  const evaluation = await evaluationAt(deps, id);
  return { evaluation, recommendation: await recommendationOf(deps, evaluation) };
}

/** With the weights that people gave for it. */
export async function recommendationOf(
  deps: Deps,
  evaluation: Pick<Evaluation, 'id' | 'answers'>,
  precision: Precision = 'full',
): Promise<Recommendation> {
  return deps.recommend(evaluation.answers, precision, await statedWeights(deps, evaluation.id));
}
