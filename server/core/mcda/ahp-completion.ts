// Completes an AHP matrix with missing comparisons so that λmax is smallest (Bozóki, Fülöp & Rónyai 2010,
// doi:10.1016/j.mcm.2010.02.047). On the logarithm λmax is convex, and its slope at an entry (i,j) is lᵢrⱼa − lⱼrᵢ/a
// (l, r: left and right eigenvector), so at the one minimum every missing a equals √(lⱼrᵢ / lᵢrⱼ).

import { principalEigenvector } from './ahp.ts';
import type { Matrix } from './matrix.ts';
import { columnOf } from './matrix.ts';

export type IncompleteMatrix = readonly (readonly (number | null)[])[];

const MAX_ROUNDS = 2_000;
const ROUND_TOLERANCE = 1e-10;

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
    if (improve(matrix, missing) < ROUND_TOLERANCE) break;
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

/** Sets every missing entry to what the eigenvectors ask for; returns the largest move, as a logarithm. */
function improve(matrix: number[][], missing: readonly Place[]): number {
  const right = principalEigenvector(matrix);
  const left = principalEigenvector(matrix.map((_, index) => columnOf(matrix, index)));
  let change = 0;
  for (const place of missing) {
    const before = matrix[place.row]?.[place.column] ?? 1;
    const asked =
      ((left[place.column] ?? 1) * (right[place.row] ?? 1)) /
      ((left[place.row] ?? 1) * (right[place.column] ?? 1));
    const after = Math.sqrt(asked);
    setPair(matrix, place, after);
    change = Math.max(change, Math.abs(Math.log(after / before)));
  }
  return change;
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
