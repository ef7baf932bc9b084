// From stated preferences to weights: a point, the feasible set around it, and how consistent the answers are.
// Invariant: criteria that no answer mentions have no weight under an order or swing; under AHP they keep their points.

import type { CriterionGroupRule } from '../../data/schema/criteria.generated.ts';
import type { AhpResult } from '../mcda/ahp.ts';
import { ahp } from '../mcda/ahp.ts';
import { completeComparisons } from '../mcda/ahp-completion.ts';
import type { Matrix } from '../mcda/matrix.ts';
import { rankSumWeights } from '../mcda/rank-sum.ts';
import { rocWeights } from '../mcda/roc.ts';
import { seededRng } from '../random/rng.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { Comparison, Preferences } from './preferences.ts';
import type { Interval } from './recommendation.ts';
import type { WeightedModel } from './weights.ts';
import { ranksOf } from './weights.ts';
import { orderedSimplex, rangedWeights } from './weight-space.ts';

export interface ElicitedWeights extends WeightedModel {
  /** AHP only: one check per set of comparisons. */
  readonly checks: readonly ConsistencyCheck[];
}

export interface ConsistencyCheck {
  readonly node: string;
  readonly items: readonly string[];
  readonly result: AhpResult;
}

/** @param all every criterion of the model, in its order */
export function weightsFromPreferences(
  preferences: Preferences,
  groups: readonly CriterionGroupRule[],
  all: readonly ScaledCriterion[],
): ElicitedWeights {
  switch (preferences.method) {
    case 'rank-order':
    case 'rank-sum':
      return ordered(preferences, all);
    case 'swing':
      return swung(preferences.points, all);
    case 'ahp':
      return compared(preferences, groups, all);
  }
}

function ordered(
  { method, order }: Extract<Preferences, { readonly order: unknown }>,
  all: readonly ScaledCriterion[],
): ElicitedWeights {
  const named = new Set(order.flat());
  const criteria = all.filter(({ rule }) => named.has(rule.id));
  const column = (id: string): number => criteria.findIndex(({ rule }) => rule.id === id);
  const classes = order.map((members) => members.map(column));
  const weightsOf = method === 'rank-order' ? rocWeights : rankSumWeights;
  return { criteria, weights: weightsOf(ranksOf(classes)), space: orderedSimplex(classes), checks: [] };
}

function swung(points: Readonly<Record<string, Interval>>, all: readonly ScaledCriterion[]): ElicitedWeights {
  const criteria = all.filter(({ rule }) => (points[rule.id]?.[1] ?? 0) > 0);
  const ranges = criteria.map(({ rule }): Interval => points[rule.id] ?? [0, 0]);
  // In the proportions of the middles of the ranges.
  const sums = ranges.map(([low, high]) => low + high);
  const total = sums.reduce((all, sum) => all + sum, 0);
  return {
    criteria,
    weights: sums.map((sum) => sum / total),
    space: rangedWeights(ranges),
    checks: [],
  };
}

function compared(
  preferences: Extract<Preferences, { readonly method: 'ahp' }>,
  groups: readonly CriterionGroupRule[],
  all: readonly ScaledCriterion[],
): ElicitedWeights {
  const criteria = all.filter(({ rule }) => rule.points > 0);
  const present = groups.filter(({ id }) => criteria.some(({ rule }) => rule.group === id));
  const across = weighNode('groups', equalPoints(present.map(({ id }) => id)), preferences.groups);
  const inside = present.map(({ id }) => {
    const members = criteria.filter(({ rule }) => rule.group === id);
    const own = new Map(members.map(({ rule }) => [rule.id, rule.points]));
    const among = preferences.criteria.filter(({ a, b }) => own.has(a) && own.has(b));
    return weighNode(id, own, among);
  });
  const place = (id: string): number => present.findIndex((group) => group.id === id);
  const ranges = criteria.map(({ rule }): Interval => {
    const node = inside[place(rule.group)];
    const [low, high] = node?.ranges.get(rule.id) ?? [0, 0];
    const [groupLow, groupHigh] = across.ranges.get(rule.group) ?? [0, 0];
    return [low * groupLow, high * groupHigh];
  });
  const weights = criteria.map(
    ({ rule }) =>
      (across.weights.get(rule.group) ?? 0) * (inside[place(rule.group)]?.weights.get(rule.id) ?? 0),
  );
  const checks = [across, ...inside].flatMap(({ check }) => (check === null ? [] : [check]));
  return { criteria, weights, space: rangedWeights(ranges), checks };
}

function equalPoints(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id) => [id, 1]));
}

interface WeighedNode {
  readonly weights: ReadonlyMap<string, number>;
  readonly ranges: ReadonlyMap<string, Interval>;
  readonly check: ConsistencyCheck | null;
}

/** Items that are compared share the points they have together by the comparisons; the others keep theirs. */
function weighNode(
  node: string,
  points: ReadonlyMap<string, number>,
  comparisons: readonly Comparison[],
): WeighedNode {
  const total = [...points.values()].reduce((sum, point) => sum + point, 0);
  const own = new Map([...points].map(([id, point]) => [id, point / total]));
  const items = [...points.keys()].filter((id) => comparisons.some(({ a, b }) => a === id || b === id));
  const completed = completeComparisons(matrixOf(items, comparisons));
  const ranges = new Map([...own].map(([id, weight]): [string, Interval] => [id, [weight, weight]]));
  if (items.length < 2 || completed === null) return { weights: own, ranges, check: null };
  const result = ahp(completed.matrix);
  const shared = items.reduce((sum, id) => sum + (own.get(id) ?? 0), 0);
  const spreads = judgmentSpread(completed.matrix);
  items.forEach((id, index) => {
    own.set(id, shared * (result.weights[index] ?? 0));
    const [low, high] = spreads[index] ?? [0, 0];
    ranges.set(id, [shared * low, shared * high]);
  });
  return { weights: own, ranges, check: { node, items, result } };
}

function matrixOf(
  items: readonly string[],
  comparisons: readonly Comparison[],
): readonly (readonly (number | null)[])[] {
  return items.map((row) =>
    items.map((column) => {
      if (row === column) return 1;
      const stated = comparisons.find(({ a, b }) => a === row && b === column);
      const reversed = comparisons.find(({ a, b }) => a === column && b === row);
      return stated?.times ?? (reversed === undefined ? null : 1 / reversed.times);
    }),
  );
}

const NOISE_ROUNDS = 200;
/** Half a step of the 1…9 scale: how far people miss the number they mean (Goepel 2018, AHP-OS). */
const JUDGMENT_NOISE = 0.5;

/** Lowest and highest weight of each item when every judgment is off by up to half a step. */
function judgmentSpread(matrix: Matrix): readonly Interval[] {
  const rng = seededRng(1);
  const drawn = Array.from(
    { length: NOISE_ROUNDS },
    () => ahp(perturbed(matrix, () => rng.nextUnit())).weights,
  );
  return matrix.map((_, index) => {
    const values = drawn.map((weights) => weights[index] ?? 0);
    return [Math.min(...values), Math.max(...values)];
  });
}

function perturbed(matrix: Matrix, nextUnit: () => number): Matrix {
  const rows = matrix.map((row) => [...row]);
  rows.forEach((row, i) => {
    for (let j = i + 1; j < rows.length; j++) {
      const noisy = withNoise(row[j] ?? 1, (nextUnit() * 2 - 1) * JUDGMENT_NOISE);
      row[j] = noisy;
      const mirror = rows[j];
      if (mirror !== undefined) mirror[i] = 1 / noisy;
    }
  });
  return rows;
}

// On the scale of words (1 … 9) a judgment below 1 is the same step the other way round.
function withNoise(judgment: number, noise: number): number {
  const step = judgment >= 1 ? judgment - 1 : 1 - 1 / judgment;
  const moved = step + noise;
  return moved >= 0 ? 1 + moved : 1 / (1 - moved);
}
