// Score against cost: which options are worth their price, and what an extra point costs.
// Invariant: the score here leaves the cost criterion out, so that price does not count twice.

import type { CostData } from '../../data/schema/cost.generated.ts';
import { costFrontier } from '../mcda/cost-frontier.ts';
import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import type { ScoreAgainstCost } from './recommendation-analysis.ts';
import { entry } from './vectors.ts';

const POINTS = 100;

export function scoreAgainstCost(
  evaluation: Evaluation,
  candidates: readonly EvaluatedOption[],
  cost: CostData,
): ScoreAgainstCost {
  const benefits = candidates.map((option) => scoreWithoutCost(evaluation, option));
  const priced = candidates.flatMap((option, index) =>
    option.cost.isPriceKnown
      ? [
          {
            name: option.provider.id,
            benefit: entry(benefits, index) * POINTS,
            cost: option.cost.total.likely,
          },
        ]
      : [],
  );
  const frontier = new Map(costFrontier(priced).map((point) => [point.name, point]));
  return {
    currency: cost.currency,
    horizonYears: cost.horizonYears,
    options: candidates.map((option, index) => {
      const { total, isPriceKnown } = option.cost;
      const point = frontier.get(option.provider.id);
      return {
        option: option.provider.id,
        score: entry(benefits, index),
        totalCost: isPriceKnown ? [total.low, total.likely, total.high] : null,
        efficient: point?.isEfficient ?? false,
        costPerExtraPoint: point?.costPerExtraPoint ?? null,
      };
    }),
  };
}

/** The score over all criteria but cost, 0…1, with uncertain facts at the given end. */
export function scoreWithoutCost(
  { criteria, weights }: Evaluation,
  { cells }: EvaluatedOption,
  end: 'low' | 'central' | 'high' = 'central',
): number {
  let points = 0;
  let total = 0;
  criteria.forEach(({ rule }, column) => {
    if (rule.fact === 'costPerUserMonth') return;
    points += entry(weights, column) * (cells[column]?.[end] ?? 0);
    total += entry(weights, column);
  });
  return total > 0 ? points / total : 0;
}
