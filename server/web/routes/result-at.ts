// The one place where a page gets the recommendation of an evaluation.

import { standingResult } from '../../usecases/evaluation-result.ts';
import type { ResultDeps, StandingResult } from '../../usecases/evaluation-result.ts';
import type { Precision } from '../../usecases/recommend-evaluation.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';

export interface ResultAt extends StandingResult {
  readonly evaluation: Evaluation;
}

/** The evaluation with its recommendation: the frozen one, or that of now. An unknown id ends as "not found". */
export async function resultAt(
  deps: ResultDeps & Pick<WebDeps, 'evaluations'>,
  id: string,
  precision: Precision = 'full',
): Promise<ResultAt> {
  const evaluation = await evaluationAt(deps, id);
  return { evaluation, ...(await standingResult(deps, evaluation, precision)) };
}
