// Decision matrices: rows are options, columns are criteria. Numbers as plain arrays.

export type Vector = readonly number[];
/** One row per option, one column per criterion. */
export type Matrix = readonly Vector[];
export type Direction = 'max' | 'min';

/** Scores nearer than this are the same score: they differ by the order of additions only. */
export const TIE_TOLERANCE = 1e-9;

export function cell(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

export function columnOf(matrix: Matrix, column: number): Vector {
  return matrix.map((row) => row[column] ?? 0);
}

export function columnCount(matrix: Matrix): number {
  return matrix[0]?.length ?? 0;
}

/** Rewrites a matrix column by column. */
export function mapColumns(matrix: Matrix, rewrite: (column: Vector, index: number) => Vector): Matrix {
  const columns = Array.from({ length: columnCount(matrix) }, (_, index) =>
    rewrite(columnOf(matrix, index), index),
  );
  return matrix.map((_, row) => columns.map((column) => column[row] ?? 0));
}

export function sum(vector: Vector): number {
  return vector.reduce((total, value) => total + value, 0);
}

export function dot(left: Vector, right: Vector): number {
  return left.reduce((total, value, index) => total + value * (right[index] ?? 0), 0);
}

export function largest(vector: Vector): number {
  return vector.reduce((best, value) => Math.max(best, value), -Infinity);
}

export function smallest(vector: Vector): number {
  return vector.reduce((best, value) => Math.min(best, value), Infinity);
}

/** The vector scaled to sum 1; equal shares when it sums to 0. */
export function shares(vector: Vector): Vector {
  const total = sum(vector);
  return vector.map((value) => (total > 0 ? value / total : 1 / vector.length));
}

/** Competition ranks, best = 1; options whose scores tie share the better rank. */
export function ranksOf(scores: Vector, better: 'higher' | 'lower' = 'higher'): Vector {
  const sign = better === 'higher' ? 1 : -1;
  return scores.map((score) => 1 + scores.filter((other) => sign * (other - score) > TIE_TOLERANCE).length);
}

/** Positions (from 0) of the best scores, all that tie. */
export function bestOf(scores: Vector, better: 'higher' | 'lower' = 'higher'): readonly number[] {
  return ranksOf(scores, better).flatMap((rank, index) => (rank === 1 ? [index] : []));
}
