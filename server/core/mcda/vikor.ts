// VIKOR: group utility S, individual regret R and their compromise Q (Opricovic & Tzeng 2004). Lower is better.

import type { Direction, Matrix, Vector } from './matrix.ts';
import {
  bestOf,
  columnCount,
  columnOf,
  largest,
  ranksOf,
  shares,
  smallest,
  sum,
  TIE_TOLERANCE,
} from './matrix.ts';

export interface VikorInput {
  readonly matrix: Matrix;
  readonly weights: Vector;
  readonly directions: readonly Direction[];
  /** Weight of the group utility against the largest regret, 0..1. */
  readonly v: number;
}

export interface VikorResult {
  readonly S: Vector;
  readonly R: Vector;
  readonly Q: Vector;
  readonly ranks: Vector;
  /** Q of the second is at least 1/(n−1) above the first. */
  readonly acceptableAdvantage: boolean;
  /** The first by Q is first by S or by R as well. */
  readonly acceptableStability: boolean;
  /** Options of the compromise, counted from 1. */
  readonly compromiseSet: readonly number[];
}

export function vikor(input: VikorInput): VikorResult {
  const weights = shares(input.weights);
  const regrets = input.matrix.map((row) => row.map((value, index) => regret(value, index, weights, input)));
  const S = regrets.map(sum);
  const R = regrets.map((row) => largest([0, ...row]));
  const Q = S.map((utility, index) => input.v * share(utility, S) + (1 - input.v) * share(R[index] ?? 0, R));
  return { S, R, Q, ranks: ranksOf(Q, 'lower'), ...compromise(S, R, Q) };
}

// A criterion on which no option differs cannot be regretted.
function regret(value: number, index: number, weights: Vector, input: VikorInput): number {
  const column = columnOf(input.matrix, index);
  const span = largest(column) - smallest(column);
  if (span === 0) return 0;
  const gap = input.directions[index] === 'min' ? value - smallest(column) : largest(column) - value;
  return ((weights[index] ?? 0) * gap) / span;
}

// A span of nothing but rounding errors would turn a tie into first and last.
function share(value: number, all: Vector): number {
  const span = largest(all) - smallest(all);
  return span <= TIE_TOLERANCE ? 0 : (value - smallest(all)) / span;
}

function compromise(S: Vector, R: Vector, Q: Vector) {
  const order = Q.map((_, index) => index).sort((a, b) => (Q[a] ?? 0) - (Q[b] ?? 0));
  const first = order[0] ?? 0;
  const ahead = (index: number): number => (Q[index] ?? 0) - (Q[first] ?? 0);
  const advantageNeeded = Q.length > 1 ? 1 / (Q.length - 1) : 0;
  const second = order[1];
  const acceptableAdvantage = second === undefined || ahead(second) >= advantageNeeded - TIE_TOLERANCE;
  const acceptableStability = bestOf(S, 'lower').includes(first) || bestOf(R, 'lower').includes(first);
  const withinAdvantage = order.filter((index) => ahead(index) < advantageNeeded - TIE_TOLERANCE);
  const firstTwo = order.slice(0, 2);
  const chosen = acceptableAdvantage ? (acceptableStability ? [first] : firstTwo) : withinAdvantage;
  return { acceptableAdvantage, acceptableStability, compromiseSet: chosen.map((index) => index + 1) };
}

/** Largest weighted shortfall of each option against fixed ideals 1 on values 0..1: regret without rank reversal. */
export function regretOnValues(values: Matrix, weights: Vector): Vector {
  const scaled = shares(weights);
  const criteria = Array.from({ length: columnCount(values) }, (_, index) => index);
  return values.map((row) => largest([0, ...criteria.map((at) => (scaled[at] ?? 0) * (1 - (row[at] ?? 0)))]));
}
