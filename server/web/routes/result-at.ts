// The one place where a page gets the recommendation of an evaluation.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import { resultOf } from '../../usecases/evaluation-result.ts';
import type { ResultDeps } from '../../usecases/evaluation-result.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';

export interface ResultAt {
  readonly evaluation: Evaluation;
  readonly recommendation: Recommendation;
}

/** The evaluation with its full recommendation: the frozen one, or that of now. An unknown id ends as "not found". */
export async function resultAt(
  deps: ResultDeps & Pick<WebDeps, 'evaluations'>,
  id: string,
): Promise<ResultAt> {
  const evaluation = await evaluationAt(deps, id);
  return { evaluation, recommendation: await resultOf(deps, evaluation, 'full') };
}
