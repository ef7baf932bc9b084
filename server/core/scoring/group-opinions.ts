// Several people state weights for one evaluation, each alone: their winners, the mean, how far they agree.
// Invariant: nobody's answers change another person's winner; only the mean is common.

import type { ScaledCriterion } from './criterion-scale.ts';
import type { Evaluation } from './evaluate.ts';
import type { GroupReport } from './recommendation-analysis.ts';
import type { Preferences } from './preferences.ts';
import type { Interval } from './recommendation.ts';
import { rankOptions } from './ranking.ts';
import { consensusText } from './texts-weights.ts';
import { entry } from './vectors.ts';
import type { WeightedModel } from './weights.ts';
import { rangedWeights } from './weight-space.ts';

export interface Opinion {
  readonly name: string;
  readonly method: Preferences['method'];
  readonly weighted: WeightedModel;
}

/** Mean weights, each within the range from its lowest to its highest opinion. */
export function meanWeights(
  opinions: readonly WeightedModel[],
  all: readonly ScaledCriterion[],
): WeightedModel {
  const criteria = all.filter((criterion) =>
    opinions.some((opinion) => opinion.criteria.includes(criterion)),
  );
  const columns = criteria.map((criterion) => opinions.map((opinion) => weightOf(opinion, criterion)));
  const ranges = columns.map((weights): Interval => [Math.min(...weights), Math.max(...weights)]);
  return {
    criteria,
    weights: columns.map((weights) => weights.reduce((sum, weight) => sum + weight, 0) / opinions.length),
    space: rangedWeights(ranges),
  };
}

function weightOf({ criteria, weights }: WeightedModel, criterion: ScaledCriterion): number {
  return entry(weights, criteria.indexOf(criterion));
}

/** @param evaluateWith runs the evaluation under given weights */
export function groupReport(
  opinions: readonly Opinion[],
  all: readonly ScaledCriterion[],
  evaluateWith: (weighted: WeightedModel) => Evaluation,
): GroupReport {
  const winnerOf = (weighted: WeightedModel): string | null => firstOf(evaluateWith(weighted));
  const common = winnerOf(
    meanWeights(
      opinions.map(({ weighted }) => weighted),
      all,
    ),
  );
  const consensus = consensusOf(opinions, all);
  return {
    people: opinions.map(({ name, method, weighted }) => ({
      name,
      method,
      winner: winnerOf(weighted),
      weights: Object.fromEntries(
        weighted.criteria.map(({ rule }, column) => [rule.id, entry(weighted.weights, column)]),
      ),
    })),
    consensus,
    consensusText: consensusText(consensus, opinions.length),
    decisive: opinions
      .filter((person) => {
        const others = opinions.filter((one) => one !== person).map(({ weighted }) => weighted);
        return others.length > 0 && winnerOf(meanWeights(others, all)) !== common;
      })
      .map(({ name }) => name),
  };
}

function firstOf(evaluation: Evaluation): string | null {
  const [first] = rankOptions(evaluation.options);
  return first === undefined || first.rank === null ? null : first.option.provider.id;
}

/** 1 − half the L1 distance of two people's weights, averaged over all pairs; 1 for a single person. */
function consensusOf(opinions: readonly Opinion[], all: readonly ScaledCriterion[]): number {
  const shared = opinions.flatMap((one, index) =>
    opinions.slice(index + 1).map((other) => {
      const distance = all.reduce(
        (sum, criterion) =>
          sum + Math.abs(weightOf(one.weighted, criterion) - weightOf(other.weighted, criterion)),
        0,
      );
      return 1 - distance / 2;
    }),
  );
  return shared.length === 0 ? 1 : shared.reduce((sum, one) => sum + one, 0) / shared.length;
}
