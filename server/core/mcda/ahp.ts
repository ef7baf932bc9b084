// AHP: weights from pairwise comparisons, and how consistent they are (Saaty 1980).
// Invariant: nothing is rounded inside; a consistency ratio that cannot be had is null, never 0.

import type { Matrix, Vector } from './matrix.ts';
import { columnOf, dot, largest, shares, sum } from './matrix.ts';
import { consistencyRatio, randomIndex } from './random-index.ts';

export type PriorityMethod = 'eigenvector' | 'mean-of-normalised-columns' | 'geometric-mean';

const MAX_STEPS = 10000;
const STEP_TOLERANCE = 1e-14;
/** The usual limit; beyond it the answers deserve a second look. */
export const CONSISTENCY_LIMIT = 0.1;

export interface AhpResult {
  readonly method: PriorityMethod;
  readonly weights: Vector;
  readonly eigenvector: Vector;
  readonly meanOfNormalisedColumns: Vector;
  readonly geometricMean: Vector;
  readonly lambdaMax: number;
  readonly CI: number;
  /** With the default random-index table. */
  readonly CR: number | null;
  readonly isConsistent: boolean | null;
  /** The comparison that disagrees most with the weights, and the value that would agree; null when all agree. */
  readonly reconsider: JudgmentToReconsider | null;
}

export interface JudgmentToReconsider {
  /** Items counted from 1. */
  readonly row: number;
  readonly column: number;
  readonly given: number;
  readonly consistentWithRest: number;
}

/** @param comparisons complete positive reciprocal matrix; `[i][j]` says how much more i counts than j */
export function ahp(comparisons: Matrix, method: PriorityMethod = 'eigenvector'): AhpResult {
  const eigenvector = principalEigenvector(comparisons);
  const meanOfNormalisedColumns = meanOfColumns(comparisons);
  const geometricMean = geometricMeans(comparisons);
  const weights = {
    eigenvector,
    'mean-of-normalised-columns': meanOfNormalisedColumns,
    'geometric-mean': geometricMean,
  }[method];
  const lambdaMax = lambdaOf(comparisons, weights);
  const items = comparisons.length;
  const CI = items > 2 ? (lambdaMax - items) / (items - 1) : 0;
  const CR = consistencyRatio(CI, randomIndex(items));
  return {
    method,
    weights,
    eigenvector,
    meanOfNormalisedColumns,
    geometricMean,
    lambdaMax,
    CI,
    CR,
    isConsistent: CR === null ? null : CR < CONSISTENCY_LIMIT,
    reconsider: judgmentToReconsider(comparisons, weights),
  };
}

/** By power iteration; a positive matrix has one (Perron). */
export function principalEigenvector(comparisons: Matrix): Vector {
  let vector: Vector = comparisons.map(() => 1 / comparisons.length);
  for (let step = 0; step < MAX_STEPS; step++) {
    const current = vector;
    const next = shares(comparisons.map((row) => dot(row, current)));
    const change = largest(next.map((value, index) => Math.abs(value - (current[index] ?? 0))));
    vector = next;
    if (change < STEP_TOLERANCE) break;
  }
  return vector;
}

function meanOfColumns(comparisons: Matrix): Vector {
  const totals = comparisons.map((_, index) => sum(columnOf(comparisons, index)));
  return comparisons.map(
    (row) => sum(row.map((value, index) => value / (totals[index] ?? 1))) / comparisons.length,
  );
}

function geometricMeans(comparisons: Matrix): Vector {
  return shares(comparisons.map((row) => Math.exp(sum(row.map(Math.log)) / row.length)));
}

/** Mean of (A·w)_i ÷ w_i; for the eigenvector every term is the same. */
export function lambdaOf(comparisons: Matrix, weights: Vector): number {
  return sum(comparisons.map((row, index) => dot(row, weights) / (weights[index] ?? 1))) / comparisons.length;
}

function judgmentToReconsider(comparisons: Matrix, weights: Vector): JudgmentToReconsider | null {
  let worst: JudgmentToReconsider | null = null;
  let worstError = 1e-9;
  comparisons.forEach((values, row) => {
    values.forEach((given, column) => {
      const implied = (weights[row] ?? 1) / (weights[column] ?? 1);
      const error = Math.abs(Math.log(given / implied));
      if (column <= row || error <= worstError) return;
      worstError = error;
      worst = {
        row: row + 1,
        column: column + 1,
        given,
        consistentWithRest: repairedValue(comparisons, row, column),
      };
    });
  });
  return worst;
}

// The value all indirect comparisons i → k → j agree on in the geometric mean: it repairs without listening to itself.
function repairedValue(comparisons: Matrix, row: number, column: number): number {
  const logs = comparisons.flatMap((_, via) => {
    if (via === row || via === column) return [];
    return [Math.log((comparisons[row]?.[via] ?? 1) * (comparisons[via]?.[column] ?? 1))];
  });
  return logs.length === 0 ? (comparisons[row]?.[column] ?? 1) : Math.exp(sum(logs) / logs.length);
}

/** Scores of options under criteria, each compared in pairs (distributive mode). */
export function ahpHierarchy(
  criteria: Matrix,
  options: readonly Matrix[],
  method: PriorityMethod = 'eigenvector',
) {
  const top = ahp(criteria, method);
  const local = options.map((comparisons) => ahp(comparisons, method));
  const optionCount = options[0]?.length ?? 0;
  const scores = Array.from({ length: optionCount }, (_, option) =>
    sum(local.map((node, index) => (top.weights[index] ?? 0) * (node.weights[option] ?? 0))),
  );
  return { scores, top, local };
}
