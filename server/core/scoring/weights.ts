// Weights from the answers: groups by their order (rank-order centroid with ties), criteria inside a group by points.
// Invariant: the point weights lie inside the feasible set they come with, and add up to 1.

import type { CriterionGroupRule } from '../../data/schema/criteria.generated.ts';
import { rocWeights } from '../mcda/roc.ts';
import type { Interpretation } from '../questionnaire/interpret.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { WeightSpace } from './weight-space.ts';

/** How far the points of a criterion may be off, either way: the share that people correct them by on asking twice. */
const POINTS_LATITUDE = 0.5;

export interface WeightedModel {
  /** Only criteria that count, in the order of the model. */
  readonly criteria: readonly ScaledCriterion[];
  /** In the order of `criteria`. */
  readonly weights: readonly number[];
  readonly space: WeightSpace;
}

/**
 * @param groups in the order of the model; a group without a counting criterion takes no weight
 * @param all criteria that have something to say
 */
export function weightsFromAnswers(
  groups: readonly CriterionGroupRule[],
  all: readonly ScaledCriterion[],
  interpretation: Pick<Interpretation, 'emphasis' | 'priorities'>,
): WeightedModel {
  const pointsOf = (criterion: ScaledCriterion): number =>
    criterion.rule.points * (interpretation.emphasis.get(criterion.rule.id) ?? 1);
  const criteria = all.filter((criterion) => pointsOf(criterion) > 0);
  const present = groups.filter((group) => criteria.some((criterion) => criterion.rule.group === group.id));
  const classes = groupClasses(
    present.map((group) => group.id),
    interpretation.priorities,
  );
  const groupWeights = rocWeights(ranksOf(classes));
  const inGroups = present.map((group, index) => {
    const members = criteria.flatMap((criterion, column) =>
      criterion.rule.group === group.id ? [column] : [],
    );
    const points = members.map((column) => pointsAt(criteria, column, pointsOf));
    return { members, points, weight: groupWeights[index] ?? 0 };
  });
  return {
    criteria,
    weights: spreadWeights(criteria.length, inGroups),
    space: {
      columns: criteria.length,
      order: classes,
      groups: inGroups.map(({ members, points }) => ({
        members,
        ranges: points.map(
          (point) => [point * (1 - POINTS_LATITUDE), point * (1 + POINTS_LATITUDE)] as const,
        ),
      })),
    },
  };
}

function pointsAt(
  criteria: readonly ScaledCriterion[],
  column: number,
  pointsOf: (criterion: ScaledCriterion) => number,
): number {
  const criterion = criteria[column];
  return criterion === undefined ? 0 : pointsOf(criterion);
}

/** Positions of the groups in classes of equal standing, most important first. */
function groupClasses(ids: readonly string[], priorities: readonly string[]): readonly (readonly number[])[] {
  const named = priorities.map((id) => ids.indexOf(id)).filter((position) => position >= 0);
  const rest = ids.map((_, position) => position).filter((position) => !named.includes(position));
  return [...named.map((position) => [position]), ...(rest.length > 0 ? [rest] : [])];
}

/** Rank of each position; equal in a class. */
export function ranksOf(classes: readonly (readonly number[])[]): readonly number[] {
  const ranks: number[] = [];
  classes.forEach((members, place) => {
    for (const position of members) ranks[position] = place + 1;
  });
  return ranks;
}

interface GroupPoints {
  readonly members: readonly number[];
  readonly points: readonly number[];
  readonly weight: number;
}

function spreadWeights(columns: number, groups: readonly GroupPoints[]): readonly number[] {
  const weights = Array.from({ length: columns }, () => 0);
  for (const { members, points, weight } of groups) {
    const total = points.reduce((sum, point) => sum + point, 0);
    members.forEach((column, index) => {
      weights[column] = (weight * (points[index] ?? 0)) / total;
    });
  }
  return weights;
}
