// The feasible set of weights: groups in an order (with ties), inside each group points within ranges, normalised.
// Invariant: `leastGap` is exact, not sampled. Draws from the set are made by weight-sampler.ts.

import type { Interval } from './recommendation.ts';

export interface WeightGroup {
  /** Columns of the group's criteria. */
  readonly members: readonly number[];
  /** Swing points of each member: lowest and highest. */
  readonly ranges: readonly Interval[];
}

export interface WeightSpace {
  readonly columns: number;
  /** Positions in `groups`, in classes of equal standing, most important first. */
  readonly order: readonly (readonly number[])[];
  readonly groups: readonly WeightGroup[];
}

/** Nothing known about any weight: the whole simplex. */
export function wholeSimplex(columns: number): WeightSpace {
  const positions = Array.from({ length: columns }, (_, column) => column);
  return {
    columns,
    order: [positions],
    groups: positions.map((column) => ({ members: [column], ranges: [[1, 1]] })),
  };
}

/** A ranking of the criteria, ties allowed, most important first. */
export function orderedSimplex(classes: readonly (readonly number[])[]): WeightSpace {
  const columns = classes.reduce((sum, members) => sum + members.length, 0);
  return { ...wholeSimplex(columns), order: classes };
}

/** One point: no uncertainty about the weights. */
export function exactWeights(weights: readonly number[]): WeightSpace {
  return rangedWeights(weights.map((weight): Interval => [weight, weight]));
}

/** Swing points within ranges. */
export function rangedWeights(ranges: readonly Interval[]): WeightSpace {
  const members = ranges.map((_, column) => column);
  return { columns: ranges.length, order: [[0]], groups: [{ members, ranges }] };
}

/** Least Σ w·d over all feasible weights. Groups first, as their weights are ≥ 0, then the order of the groups. */
export function leastGap(space: WeightSpace, differences: readonly number[]): number {
  const perGroup = space.groups.map((group) => leastInGroup(group, differences));
  return leastOverOrder(space.order, perGroup);
}

export function greatestGap(space: WeightSpace, differences: readonly number[]): number {
  return -leastGap(
    space,
    differences.map((difference) => -difference),
  );
}

// A weighted mean with weights in boxes is least when the smallest differences take their highest points and the
// others their lowest; the best split is found by trying each.
function leastInGroup(group: WeightGroup, differences: readonly number[]): number {
  const items = group.members
    .map((column, index) => ({
      difference: differences[column] ?? 0,
      range: group.ranges[index] ?? ([0, 0] as const),
    }))
    .toSorted((a, b) => a.difference - b.difference);
  let pointSum = items.reduce((sum, item) => sum + item.range[0], 0);
  let valueSum = items.reduce((sum, item) => sum + item.range[0] * item.difference, 0);
  let least = pointSum > 0 ? valueSum / pointSum : Number.POSITIVE_INFINITY;
  for (const { difference, range } of items) {
    pointSum += range[1] - range[0];
    valueSum += (range[1] - range[0]) * difference;
    if (pointSum > 0) least = Math.min(least, valueSum / pointSum);
  }
  return least;
}

// Corners of the ordered simplex: equal weights on all earlier classes and some members of one class.
function leastOverOrder(order: WeightSpace['order'], values: readonly number[]): number {
  let sum = 0;
  let count = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const members of order) {
    const ascending = members.map((position) => values[position] ?? 0).toSorted((a, b) => a - b);
    for (const value of ascending) {
      sum += value;
      count += 1;
      least = Math.min(least, sum / count);
    }
  }
  return least;
}
