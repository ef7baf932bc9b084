// An evaluation made of nothing but values and weights, for what samples and ranks.

import type { Cell } from '../../server/core/scoring/cell.ts';
import type { Evaluation } from '../../server/core/scoring/evaluate.ts';
import type { Spread } from '../../server/core/scoring/spread.ts';
import { equallyLikelyValues } from '../../server/core/scoring/spread.ts';
import type { WeightSpace } from '../../server/core/scoring/weight-space.ts';
import { wholeSimplex } from '../../server/core/scoring/weight-space.ts';

/** A value, or the two ends of one that is uniform between them. */
export type BareValue = number | readonly [number, number];

export interface BareOptions {
  readonly space?: WeightSpace;
  /** Product of each option; its own where left out. */
  readonly families?: readonly string[];
}

export function bareEvaluation(
  values: readonly (readonly BareValue[])[],
  { space, families }: BareOptions = {},
): Evaluation {
  const columns = values[0]?.length ?? 0;
  const criteria = Array.from({ length: columns }, (_, column) => ({ rule: { id: `c${column + 1}` } }));
  const weights = criteria.map(() => 1 / columns);
  const options = values.map((row, position) => {
    const cells = row.map(cellOf);
    return {
      provider: { id: `o${position + 1}`, family: families?.[position] ?? `o${position + 1}` },
      cells,
      score: cells.reduce((sum, cell) => sum + cell.central / columns, 0),
      status: 'eligible',
    };
  });
  return {
    criteria,
    options,
    weights,
    gates: [],
    space: space ?? wholeSimplex(columns),
  } as unknown as Evaluation;
}

function cellOf(value: BareValue): Cell {
  if (typeof value === 'number') {
    return { low: value, high: value, central: value, spread: null, draws: new Float64Array(0), why: 'fact' };
  }
  const [low, high] = value;
  const spread: Spread = { kind: 'uniform', min: low, max: high, values: null };
  const draws = equallyLikelyValues(spread);
  return { low, high, central: (low + high) / 2, spread, draws, why: 'range' };
}
