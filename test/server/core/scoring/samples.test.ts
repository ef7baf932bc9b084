// Sets of weights, draws from them and what a sample adds up to, by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyFor } from '../../../../server/core/random/rng.ts';
import { sampledCells, scoreBlock } from '../../../../server/core/scoring/fact-samples.ts';
import { quantiles } from '../../../../server/core/scoring/quantile.ts';
import { weightSampler } from '../../../../server/core/scoring/weight-sampler.ts';
import type { WeightSpace } from '../../../../server/core/scoring/weight-space.ts';
import {
  exactWeights,
  greatestGap,
  leastGap,
  orderedSimplex,
  rangedWeights,
  wholeSimplex,
} from '../../../../server/core/scoring/weight-space.ts';
import { bareEvaluation } from '../../../builders/bare-evaluation.ts';

describe('a feasible set of weights', () => {
  const within = (space: WeightSpace, differences: readonly number[]) => [
    leastGap(space, differences),
    greatestGap(space, differences),
  ];

  it('has its extremes at its corners', () => {
    assert.deepEqual(within(wholeSimplex(3), [0.2, 0.9, 0.4]), [0.2, 0.9]);
    assert.deepEqual(within(orderedSimplex([[0], [1]]), [0, 1]), [0, 0.5]);
    assert.deepEqual(within(orderedSimplex([[1], [0]]), [0, 1]), [0.5, 1]);
    assert.deepEqual(within(orderedSimplex([[0, 1], [2]]), [1, 0, 0]), [0, 1]);
    assert.deepEqual(within(exactWeights([0.25, 0.75]), [0, 1]), [0.75, 0.75]);
    assert.deepEqual(
      within(
        rangedWeights([
          [1, 3],
          [1, 1],
        ]),
        [0, 1],
      ),
      [0.25, 0.5],
    );
    assert.deepEqual(
      within(
        rangedWeights([
          [0, 1],
          [0, 1],
        ]),
        [0, 1],
      ),
      [0, 1],
    );
  });

  const columns = (space: WeightSpace, samples = 50): readonly (readonly number[])[] => {
    const drawn = Array.from({ length: space.columns }, () => new Float64Array(samples));
    weightSampler(space, 3)({ first: 0, columns: drawn });
    return drawn.map((weights) => [...weights]);
  };

  it('of one point is drawn as that point, also where nothing has any weight', () => {
    const [quarter = [], rest = []] = columns(exactWeights([1, 3]));
    assert.ok(quarter.every((weight) => Math.abs(weight - 0.25) < 1e-12));
    assert.ok(rest.every((weight) => Math.abs(weight - 0.75) < 1e-12));
    const zeros = [
      [0, 0],
      [0, 0],
    ] as const;
    assert.ok(
      columns(rangedWeights(zeros))
        .flat()
        .every((weight) => Math.abs(weight - 0.5) < 1e-12),
    );
    assert.deepEqual(columns(wholeSimplex(1), 3), [[1, 1, 1]]);
  });

  it('of ranges is drawn over all of them', () => {
    const ranges = [
      [1, 3],
      [1, 1],
    ] as const;
    const [low = []] = columns(rangedWeights(ranges), 4000);

    assert.ok(Math.min(...low) >= 0.5 && Math.min(...low) < 0.505);
    assert.ok(Math.max(...low) <= 0.75 && Math.max(...low) > 0.745);
  });

  it('in an order is drawn in that order', () => {
    const [first = [], second = []] = columns(orderedSimplex([[1], [0]]));

    assert.ok(first.every((weight, sample) => weight <= (second[sample] ?? 0)));
  });
});

describe('the values of a sample', () => {
  it('are certain or drawn, criterion by criterion, and certain zeros are left out', () => {
    const [option] = bareEvaluation([[0.5, 0, [0, 1]]]).options;
    const { certain, uncertain } = sampledCells(option?.cells ?? [], ['a', 'b', 'c'], {
      seed: 7,
      optionId: 'one',
    });

    assert.deepEqual(certain, [{ column: 0, value: 0.5 }]);
    assert.deepEqual(
      uncertain.map(({ column, key, table }) => [column, key, table.length]),
      [[2, keyFor(7, 'fact', 'one', 'c'), 1024]],
    );
  });

  it('add up to scores, four criteria at a time and what is left', () => {
    const values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
    const weights = values.map((_, column) => Float64Array.of(column + 1, 1));
    const certain = values.map((value, column) => ({ column, value }));
    const into = Float64Array.of(9, 9);

    scoreBlock({ certain, uncertain: [] }, { first: 0, columns: weights }, into);
    // 0.1 + 0.4 + 0.9 + 1.6 + 2.5 + 3.6, and the plain sum.
    assert.ok(Math.abs((into[0] ?? 0) - 9.1) < 1e-12 && Math.abs((into[1] ?? 0) - 2.1) < 1e-12);
    scoreBlock({ certain: [], uncertain: [] }, { first: 0, columns: weights }, into);
    assert.deepEqual([...into], [0, 0]);
  });

  it('have quantiles at their ranks, many alike or few', () => {
    assert.deepEqual(quantiles(Float64Array.of(0.3, 0.1, 0.2), [0, 0.5, 0.99, 1]), [0.1, 0.2, 0.2, 0.3]);
    assert.deepEqual(quantiles(Float64Array.of(0.5, 0.5, 0.5, 0.9), [0.5, 1]), [0.5, 0.9]);
    assert.deepEqual(quantiles(new Float64Array(0), [0.5, 1]), [0, 0]);
    const close = Float64Array.of(0.500_02, 0.500_01, 0.9);
    assert.deepEqual(quantiles(close, [0, 0.5, 1]), [0.500_01, 0.500_02, 0.9]);
  });
});
