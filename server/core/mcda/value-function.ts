// Piecewise linear value functions from natural units to values.
// Invariant: clipped outside their ends unless told otherwise, so that more than needed is worth nothing more.

import type { Matrix, Vector } from './matrix.ts';
import { ranksOf, sum } from './matrix.ts';

export interface Knot {
  readonly x: number;
  readonly v: number;
}
/** `interpolate` goes on along the outer segments; it exists to show what clipping prevents. */
export type OutOfBounds = 'clip' | 'interpolate';

/** @param knots at least two, in rising order of x */
export function piecewiseValue(x: number, knots: readonly Knot[], outOfBounds: OutOfBounds = 'clip'): number {
  const last = knots.length - 1;
  const next = knots.findIndex((knot, index) => index > 0 && x <= knot.x);
  const right = knots[next === -1 ? last : next];
  const left = knots[next === -1 ? last - 1 : next - 1];
  if (left === undefined || right === undefined) return 0;
  const inside = outOfBounds === 'clip' ? Math.min(right.x, Math.max(left.x, x)) : x;
  return along(inside, left, right);
}

function along(x: number, left: Knot, right: Knot): number {
  return left.v + ((right.v - left.v) * (x - left.x)) / (right.x - left.x);
}

export interface ValueTable {
  readonly partialValues: Matrix;
  readonly totals: Vector;
  readonly ranks: Vector;
}

/** Values of every option on every criterion; they already carry the weights, so the total is their sum. */
export function valueTable(matrix: Matrix, functions: readonly (readonly Knot[])[]): ValueTable {
  const partialValues = matrix.map((row) => row.map((x, index) => piecewiseValue(x, functions[index] ?? [])));
  const totals = partialValues.map(sum);
  return { partialValues, totals, ranks: ranksOf(totals) };
}
