import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { rocWeights } from '../../../../server/core/mcda/roc.ts';
import type { WeightSpace } from '../../../../server/core/scoring/weight-space.ts';
import {
  exactWeights,
  greatestGap,
  leastGap,
  orderedSimplex,
  rangedWeights,
  wholeSimplex,
} from '../../../../server/core/scoring/weight-space.ts';
import { weightSampler } from '../../../../server/core/scoring/weight-sampler.ts';

const RUNS = { numRuns: 1000 };

function drawn(space: WeightSpace, samples: number, seed = 1): readonly (readonly number[])[] {
  const columns = Array.from({ length: space.columns }, () => new Float64Array(samples));
  weightSampler(space, seed)({ first: 0, columns });
  return Array.from({ length: samples }, (_, sample) =>
    columns.map((column) => column[sample] ?? Number.NaN),
  );
}

function mean(rows: readonly (readonly number[])[], column: number): number {
  return rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length;
}

describe('sampled weights', () => {
  it('are uniform on the simplex: of five, one exceeds a half with chance 5 ÷ 16', () => {
    const rows = drawn(wholeSimplex(5), 100_000);
    const share = rows.filter((row) => Math.max(...row) > 0.5).length / rows.length;

    assert.ok(Math.abs(share - 0.3125) < 0.005, String(share));
  });

  it('have the rank-order centroid as their mean inside an order', () => {
    const rows = drawn(orderedSimplex([[2], [0], [3], [1]]), 100_000);

    for (const [column, expected] of [13 / 48, 3 / 48, 25 / 48, 7 / 48].entries()) {
      assert.ok(Math.abs(mean(rows, column) - expected) < 0.003, `${column}`);
    }
  });

  it('keep the order and leave tied criteria free to lead each other', () => {
    const rows = drawn(orderedSimplex([[0, 1], [2]]), 2000);

    for (const [a = 0, b = 0, c = 0] of rows) assert.ok(Math.min(a, b) >= c);
    const firstLeads = rows.filter(([a = 0, b = 0]) => a > b).length / rows.length;
    assert.ok(Math.abs(firstLeads - 0.5) < 0.05);
    for (const [column, expected] of rocWeights([1, 1, 2]).entries()) {
      assert.ok(Math.abs(mean(rows, column) - expected) < 0.02);
    }
  });

  it('add up to 1 and lie inside their ranges before they are normalised', () => {
    const range = fc.tuple(
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 50, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 8 }), fc.integer(), (ranges, seed) => {
        const space = rangedWeights(ranges.map(([low, width]) => [low, low + width] as const));
        for (const row of drawn(space, 5, seed)) {
          assert.ok(Math.abs(row.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-12);
          assert.ok(row.every((weight) => weight >= 0));
        }
      }),
      RUNS,
    );
  });

  it('are the same however the samples are cut into blocks', () => {
    const space: WeightSpace = {
      columns: 5,
      order: [[1], [0, 2]],
      groups: [
        {
          members: [0, 1],
          ranges: [
            [1, 2],
            [3, 9],
          ],
        },
        { members: [2], ranges: [[1, 1]] },
        {
          members: [3, 4],
          ranges: [
            [1, 1],
            [0, 4],
          ],
        },
      ],
    };
    const whole = drawn(space, 10, 7);
    const columns = Array.from({ length: 5 }, () => new Float64Array(4));
    weightSampler(space, 7)({ first: 6, columns });

    assert.deepEqual(
      columns.map((column) => [...column]),
      columns.map((_, column) => whole.slice(6).map((row) => row[column])),
    );
  });

  it('stay at one point where nothing is uncertain, also when the sum is 1.0000000000000002', () => {
    for (const row of drawn(exactWeights([0.1 + 0.2, 0.7 + 2e-16]), 3)) {
      assert.ok(Math.abs((row[0] ?? 0) - 0.3) < 1e-12);
    }
  });
});

const anyOrder = fc.constantFrom<readonly (readonly number[])[]>(
  [[0, 1, 2, 3]],
  [[3], [1], [0, 2]],
  [
    [0, 1],
    [2, 3],
  ],
);
const anyDifferences = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });

describe('exact bounds', () => {
  it('enclose every sample', () => {
    fc.assert(
      fc.property(anyOrder, anyDifferences, fc.integer(), (order, differences, seed) => {
        const space = orderedSimplex(order);
        const [least, greatest] = [leastGap(space, differences), greatestGap(space, differences)];
        for (const row of drawn(space, 20, seed)) {
          const gap = row.reduce((sum, weight, column) => sum + weight * (differences[column] ?? 0), 0);
          assert.ok(least - 1e-12 <= gap && gap <= greatest + 1e-12);
        }
      }),
      RUNS,
    );
  });

  it('are reached: with ranges, by one of the corners', () => {
    fc.assert(
      fc.property(
        anyDifferences,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })), {
          minLength: 4,
          maxLength: 4,
        }),
        (differences, drawnRanges) => {
          const ranges = drawnRanges.map(([low, width]) => [low, low + width] as const);
          let least = Infinity;
          for (let corner = 0; corner < 16; corner++) {
            const points = ranges.map(([low, high], column) => ((corner >> column) & 1 ? high : low));
            const total = points.reduce((sum, point) => sum + point, 0);
            least = Math.min(
              least,
              points.reduce((sum, point, column) => sum + point * (differences[column] ?? 0), 0) / total,
            );
          }
          assert.ok(Math.abs(leastGap(rangedWeights(ranges), differences) - least) < 1e-12);
        },
      ),
      RUNS,
    );
  });

  it('P13: only grow when the feasible set grows, so that "necessarily better" is never gained', () => {
    fc.assert(
      fc.property(anyDifferences, fc.double({ min: 0, max: 1, noNaN: true }), (differences, latitude) => {
        const points = [40, 30, 20, 10];
        const narrow = rangedWeights(
          points.map((point) => [point * (1 - latitude / 2), point * (1 + latitude / 2)] as const),
        );
        const wide = rangedWeights(
          points.map((point) => [point * (1 - latitude), point * (1 + latitude)] as const),
        );

        assert.ok(leastGap(wide, differences) <= leastGap(narrow, differences) + 1e-12);
        assert.ok(leastGap(wholeSimplex(4), differences) <= leastGap(wide, differences) + 1e-12);
        assert.ok(
          leastGap(wholeSimplex(4), differences) <=
            leastGap(orderedSimplex([[0], [1], [2], [3]]), differences) + 1e-12,
        );
      }),
      RUNS,
    );
  });
});
