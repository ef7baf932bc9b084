// The feasible set of weights: groups in an order (with ties), inside each group points within ranges, normalised.
// Invariant: sampling is uniform on the ordered simplex, and `leastGap` is exact, not sampled.

import type { Rng } from '../random/rng.ts';
import { at, positionAt } from './vectors.ts';
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

/**
 * Fills `into` with draws, criterion by criterion: the weight of a column in a sample stands at column · samples + sample.
 * The weights of a sample add up to 1.
 */
export function sampleWeights(space: WeightSpace, samples: number, rng: Rng, into: Float64Array): void {
  const groupWeights = new Float64Array(space.groups.length);
  const groups = space.groups.map(({ members, ranges }) => ({
    members: Int32Array.from(members),
    lows: Float64Array.from(ranges, ([low]) => low),
    widths: Float64Array.from(ranges, ([low, high]) => high - low),
  }));
  const target: Target = { into, samples, sample: 0, scratch: new Float64Array(space.columns) };
  for (let sample = 0; sample < samples; sample++) {
    drawOrderedSimplex(space.order, rng, groupWeights);
    target.sample = sample;
    let position = 0;
    for (const group of groups) drawGroup(group, at(groupWeights, position++), rng, target);
  }
}

// Normalised exponentials are uniform on the simplex; sorting them keeps that inside the cone of an order. Normalised
// uniform numbers would not be: they gather in the middle.
function drawOrderedSimplex(order: WeightSpace['order'], rng: Rng, into: Float64Array): void {
  const count = into.length;
  let sum = 0;
  for (let position = 0; position < count; position++) {
    const drawn = -Math.log(1 - rng.nextUnit());
    into[position] = drawn;
    sum += drawn;
  }
  for (let position = 0; position < count; position++) into[position] = at(into, position) / sum;
  if (order.length > 1) sortIntoClasses(order, into);
}

// The largest values go to the first class; inside a class each member keeps the place its own draw had, so that the
// members stay exchangeable.
function sortIntoClasses(order: WeightSpace['order'], weights: Float64Array): void {
  const drawn = weights.slice();
  const sorted = drawn.toSorted();
  let next = sorted.length - 1;
  for (const members of order) {
    const byDraw = members.length === 1 ? members : members.toSorted((a, b) => at(drawn, b) - at(drawn, a));
    for (const position of byDraw) weights[position] = at(sorted, next--);
  }
}

interface PreparedGroup {
  readonly members: Int32Array;
  readonly lows: Float64Array;
  readonly widths: Float64Array;
}

interface Target {
  readonly into: Float64Array;
  readonly samples: number;
  readonly scratch: Float64Array;
  sample: number;
}

function drawGroup(group: PreparedGroup, groupWeight: number, rng: Rng, target: Target): void {
  const { into, samples, sample, scratch } = target;
  const { members, lows, widths } = group;
  if (members.length === 1) {
    into[positionAt(members, 0) * samples + sample] = groupWeight;
    return;
  }
  let sum = 0;
  for (let index = 0; index < members.length; index++) {
    const drawn = at(lows, index) + rng.nextUnit() * at(widths, index);
    scratch[index] = drawn;
    sum += drawn;
  }
  const scale = groupWeight / sum;
  for (let index = 0; index < members.length; index++)
    into[positionAt(members, index) * samples + sample] = at(scratch, index) * scale;
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
