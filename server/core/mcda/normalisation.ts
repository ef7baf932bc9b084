// Ways to make criteria comparable. All but `none` and `minmax` with fixed bounds are relative to the options at hand,
// so adding an option may reorder the others (see rank-reversal.ts); the engine itself uses absolute values only.

import type { Direction, Matrix, Vector } from './matrix.ts';
import { largest, mapColumns, smallest, sum } from './matrix.ts';

export type Normalisation = 'none' | 'sum' | 'max' | 'vector' | 'minmax';
export const NORMALISATIONS: readonly Normalisation[] = ['none', 'sum', 'max', 'vector', 'minmax'];

/**
 * `sum` x/Σx, `max` x/max (cost: min/x), `vector` x/√Σx², `minmax` (x−min)/(max−min) turned so that more is better.
 * A column whose values do not differ, or are all 0, gives 0 and never NaN.
 */
export function normalise(matrix: Matrix, kind: Normalisation, directions: readonly Direction[]): Matrix {
  return mapColumns(matrix, (column, index) => NORMALISERS[kind](column, directions[index] ?? 'max'));
}

const NORMALISERS: Readonly<Record<Normalisation, (column: Vector, direction: Direction) => Vector>> = {
  none: (column) => column,
  sum: (column) => divided(column, sum(column)),
  max: (column, direction) => (direction === 'max' ? divided(column, largest(column)) : ratioToLeast(column)),
  vector: (column) => divided(column, Math.sqrt(sum(column.map((value) => value * value)))),
  minmax: (column, direction) => withinBounds(column, smallest(column), largest(column), direction),
};

/** (x−worst)/(best−worst) between fixed bounds; not clipped. */
export function withinBounds(column: Vector, min: number, max: number, direction: Direction): Vector {
  const span = max - min;
  if (span === 0) return column.map(() => 0);
  return column.map((value) => (direction === 'max' ? value - min : max - value) / span);
}

function divided(column: Vector, by: number): Vector {
  return column.map((value) => (by === 0 ? 0 : value / by));
}

function ratioToLeast(column: Vector): Vector {
  const least = smallest(column);
  return column.map((value) => (value === 0 ? 1 : least / value));
}
