// Options made ready for sampling: values on a linear scale, the certain apart from the uncertain.

import type { Rng } from '../random/rng.ts';
import type { Direction } from './matrix.ts';
import type { UncertainCell } from './uncertain-cell.ts';
import { drawCell } from './uncertain-cell.ts';

/** Linear scale of one criterion: `worst` has value 0, `best` 1. */
export interface ValueScale {
  readonly worst: number;
  readonly best: number;
  readonly isClipped: boolean;
}

export const PARTIAL_VALUES: ValueScale = { worst: 0, best: 1, isClipped: false };

export function scaleBetween(min: number, max: number, direction: Direction, isClipped: boolean): ValueScale {
  return direction === 'max' ? { worst: min, best: max, isClipped } : { worst: max, best: min, isClipped };
}

/** An option ready to be drawn: certain values apart from uncertain cells, so that only the latter cost a draw. */
export interface PreparedOption {
  readonly certain: Float64Array;
  readonly uncertain: readonly {
    readonly index: number;
    readonly cell: UncertainCell;
    readonly scale: ValueScale;
  }[];
}

export function prepare(cells: readonly UncertainCell[], scales: readonly ValueScale[]): PreparedOption {
  const certain = cells.map((cell, index) =>
    cell.kind === 'exact' ? valueOn(scales[index] ?? PARTIAL_VALUES, cell.value) : 0,
  );
  const uncertain = cells.flatMap((cell, index) =>
    cell.kind === 'exact' ? [] : [{ index, cell, scale: scales[index] ?? PARTIAL_VALUES }],
  );
  return { certain: Float64Array.from(certain), uncertain };
}

export function drawScore(option: PreparedOption, weights: Float64Array, rng: Rng): number {
  let score = 0;
  for (let index = 0; index < weights.length; index++) {
    score += (weights[index] ?? 0) * (option.certain[index] ?? 0);
  }
  for (const { index, cell, scale } of option.uncertain) {
    score += (weights[index] ?? 0) * valueOn(scale, drawCell(cell, rng));
  }
  return score;
}

export function valueOn(scale: ValueScale, x: number): number {
  const span = scale.best - scale.worst;
  const value = span === 0 ? 0 : (x - scale.worst) / span;
  return scale.isClipped ? Math.min(1, Math.max(0, value)) : value;
}
