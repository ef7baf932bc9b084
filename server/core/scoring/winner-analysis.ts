// What is said about the winner: why it leads, what would change that, what other methods say, what it costs.

import type { CostData } from '../../data/schema/cost.generated.ts';
import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import { crossChecks } from './cross-check.ts';
import type { Evaluation } from './evaluate.ts';
import { explanation } from './explain.ts';
import type { RankedOption } from './ranking.ts';
import type { OptionResult, Recommendation } from './recommendation.ts';
import { scoreAgainstCost } from './score-against-cost.ts';
import { sensitivityReport } from './sensitivity-report.ts';
import type { Verdict } from './strength.ts';

export interface WinnerContext {
  readonly evaluation: Evaluation;
  readonly ranked: readonly RankedOption[];
  readonly options: readonly OptionResult[];
  readonly verdict: Verdict;
  readonly cost: CostData;
  readonly vocabulary: FactVocabulary;
}

/** Nothing where no option is left. */
export function winnerAnalysis(
  context: WinnerContext,
): Pick<Recommendation, 'sensitivity' | 'crossChecks' | 'cost' | 'explanation'> {
  const { evaluation, ranked, options, verdict, cost, vocabulary } = context;
  const candidates = ranked.filter(({ rank }) => rank !== null).map(({ option }) => option);
  const winner = candidates[0];
  if (winner === undefined) return {};
  const contestants = candidates.filter(({ status }) => status === winner.status);
  const rivals = contestants.filter((option) => option !== winner);
  const checks = crossChecks(evaluation, winner, contestants);
  return {
    sensitivity: sensitivityReport(evaluation, winner, rivals, { options, vocabulary }),
    ...(checks === null ? {} : { crossChecks: checks }),
    cost: scoreAgainstCost(evaluation, candidates, cost),
    explanation: explanation(evaluation, winner, rivals, verdict.strengthReason),
  };
}
