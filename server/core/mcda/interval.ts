// Interval scores (MARE, Hodgett, Martin, Montague & Talford 2013): minimum, most likely and maximum of each fact,
// scaled by the largest value of the criterion in all three tables.

import type { Matrix, Vector } from './matrix.ts';
import { columnOf, dot, largest } from './matrix.ts';

export interface IntervalTables {
  readonly min: Matrix;
  readonly mostLikely: Matrix;
  readonly max: Matrix;
}

export interface IntervalScores {
  readonly min: Vector;
  readonly mostLikely: Vector;
  readonly max: Vector;
}

export function intervalScores(tables: IntervalTables, weights: Vector): IntervalScores {
  const scale = weights.map((_, index) =>
    largest([tables.min, tables.mostLikely, tables.max].flatMap((table) => columnOf(table, index))),
  );
  const scored = (table: Matrix): Vector =>
    table.map((row) =>
      dot(
        row.map((value, index) => (scale[index] === 0 ? 0 : value / (scale[index] ?? 1))),
        weights,
      ),
    );
  return { min: scored(tables.min), mostLikely: scored(tables.mostLikely), max: scored(tables.max) };
}
