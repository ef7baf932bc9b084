// Documents that ask for weights: from a ranking, or from swings.

import type { Vector } from '../matrix.ts';
import { inOrder } from '../rank-order.ts';
import { swingAggregate, swingWeights } from '../swing.ts';
import { notWhole } from './input-problems.ts';
import type { InputReader } from './input-reader.ts';
import { isNumber } from './input-reader.ts';

const MAX_RANKED = 200;

/** `params.n`: so many criteria in order, or several numbers at once; `params.ranks`: the ranks, ties allowed. */
export function rankedWeightsDocument(weightsOf: (ranks: Vector) => Vector): (reader: InputReader) => object {
  return (reader) => {
    if (reader.has('params.ranks')) return figuresOf(weightsOf(reader.vector('params.ranks')));
    const counts = reader.at('params.n');
    if (Array.isArray(counts)) {
      return Object.fromEntries(
        counts.map((count: unknown) => [String(count), weightsOf(inOrder(wholeCount(reader, count)))]),
      );
    }
    return figuresOf(weightsOf(inOrder(wholeCount(reader, counts))));
  };
}

function figuresOf(weights: Vector): object {
  return { weights, publishedRounded: weights.map((weight) => Math.round(weight * 100) / 100) };
}

function wholeCount(reader: InputReader, count: unknown): number {
  if (isNumber(count) && Number.isInteger(count) && count >= 1 && count <= MAX_RANKED) return count;
  reader.fail(notWhole('params.n'));
  return 1;
}

/** `matrix.swings`: points of each swing; `matrix.values`: options by name to be aggregated with the weights. */
export function swingDocument(reader: InputReader): object {
  const path = reader.has('matrix.swings') ? 'matrix.swings' : 'swings';
  const swing = swingWeights(reader.vector(path));
  const rows = Object.keys(reader.record('matrix.values'));
  const aggregates = rows.map((name) => ({
    name,
    ...swingAggregate(reader.vector(['matrix', 'values', name], swing.weights.length), swing),
  }));
  const only = aggregates.length === 1 ? aggregates[0] : undefined;
  return {
    ...swing,
    ...Object.fromEntries(
      aggregates.map(({ name, rounded }) => [`aggregate${name.replaceAll(/\s/g, '')}`, rounded]),
    ),
    ...(only === undefined ? {} : { withUnroundedWeights: only.unrounded }),
    aggregates,
  };
}
