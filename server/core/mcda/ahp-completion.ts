// Completes an AHP matrix with missing comparisons so that λmax is smallest
// (Bozóki, Fülöp & Rónyai 2010, doi:10.1016/j.mcm.2010.02.047): cyclic coordinates on the logarithm, where λmax is convex.

import { lambdaOf, principalEigenvector } from './ahp.ts';
import type { Matrix } from './matrix.ts';

export type IncompleteMatrix = readonly (readonly (number | null)[])[];

const LOG_LIMIT = Math.log(1e4);
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const MAX_ROUNDS = 200;
const ROUND_TOLERANCE = 1e-9;

export interface CompletedEntry {
  /** Items counted from 1. */
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

export interface Completion {
  readonly matrix: Matrix;
  readonly entries: readonly CompletedEntry[];
}

/** null when the given comparisons do not connect all items, so that no completion is the best one. */
export function completeComparisons(incomplete: IncompleteMatrix): Completion | null {
  if (!isConnected(incomplete)) return null;
  const matrix = incomplete.map((row) => row.map((value) => value ?? 1));
  const missing = incomplete.flatMap((row, at) =>
    row.flatMap((value, column) => (value === null && column > at ? [{ row: at, column }] : [])),
  );
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let change = 0;
    for (const place of missing) change = Math.max(change, improve(matrix, place));
    if (change < ROUND_TOLERANCE) break;
  }
  return {
    matrix,
    entries: missing.map(({ row, column }) => ({
      row: row + 1,
      column: column + 1,
      value: matrix[row]?.[column] ?? 1,
    })),
  };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Sets one entry to its best value, the others held; returns how far it moved, as a logarithm. */
function improve(matrix: number[][], place: Place): number {
  const before = Math.log(matrix[place.row]?.[place.column] ?? 1);
  const lambdaAt = (log: number): number => {
    setPair(matrix, place, Math.exp(log));
    return lambdaOf(matrix, principalEigenvector(matrix));
  };
  let low = -LOG_LIMIT;
  let high = LOG_LIMIT;
  while (high - low > ROUND_TOLERANCE) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (lambdaAt(left) <= lambdaAt(right)) high = right;
    else low = left;
  }
  const after = (low + high) / 2;
  setPair(matrix, place, Math.exp(after));
  return Math.abs(after - before);
}

function setPair(matrix: number[][], { row, column }: Place, value: number): void {
  const there = matrix[row];
  const back = matrix[column];
  if (there === undefined || back === undefined) return;
  there[column] = value;
  back[row] = 1 / value;
}

function isConnected(incomplete: IncompleteMatrix): boolean {
  const reached = new Set([0]);
  const waiting = [0];
  while (waiting.length > 0) {
    const from = waiting.pop() ?? 0;
    incomplete.forEach((_, to) => {
      if (reached.has(to) || typeof incomplete[from]?.[to] !== 'number') return;
      reached.add(to);
      waiting.push(to);
    });
  }
  return reached.size === incomplete.length;
}
