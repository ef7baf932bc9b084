// A cell of a decision matrix whose value may be uncertain.

import type { Rng } from '../random/rng.ts';
import { drawTriangular } from '../range/range.ts';

export type UncertainCell =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  /** Mean and standard deviation of the natural logarithm. */
  | { readonly kind: 'lognormal'; readonly mean: number; readonly sd: number };

export function drawCell(cell: UncertainCell, rng: Rng): number {
  switch (cell.kind) {
    case 'exact':
      return cell.value;
    case 'uniform':
      return cell.low + (cell.high - cell.low) * rng.nextUnit();
    case 'triangular':
      return drawTriangular(cell, rng);
    case 'normal':
      return cell.mean + cell.sd * drawStandardNormal(rng);
    case 'lognormal':
      return Math.exp(cell.mean + cell.sd * drawStandardNormal(rng));
  }
}

/** Half the width of the middle 95 % of a normal distribution, in standard deviations. */
const Z_95 = 1.96;

/** The middle 95 % of the value, from which relative scales are often taken. */
export function likelySpan(cell: UncertainCell): readonly [number, number] {
  switch (cell.kind) {
    case 'exact':
      return [cell.value, cell.value];
    case 'uniform':
    case 'triangular':
      return [cell.low, cell.high];
    case 'normal':
      return [cell.mean - Z_95 * cell.sd, cell.mean + Z_95 * cell.sd];
    case 'lognormal':
      return [Math.exp(cell.mean - Z_95 * cell.sd), Math.exp(cell.mean + Z_95 * cell.sd)];
  }
}

/** Box & Muller 1958. */
export function drawStandardNormal(rng: Rng): number {
  const radius = Math.sqrt(-2 * Math.log(1 - rng.nextUnit()));
  return radius * Math.cos(2 * Math.PI * rng.nextUnit());
}
