import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as fc from 'fast-check';
import { quantiles } from '../../../../server/core/scoring/quantile.ts';

it('quantiles are the values that sorting puts at their ranks', () => {
  const score = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 300 }), (scores) => {
      const sorted = scores.toSorted((a, b) => a - b);
      const shares = [0, 0.05, 0.5, 0.95, 1];

      assert.deepEqual(
        quantiles(Float64Array.from(scores), shares),
        shares.map((share) => sorted[Math.floor(share * (scores.length - 1))]),
      );
    }),
    { numRuns: 1000 },
  );
});

it('quantiles of nothing are 0, and a hair beyond the scale is no fault', () => {
  assert.deepEqual(quantiles(new Float64Array(0), [0.5]), [0]);
  assert.deepEqual(quantiles(Float64Array.of(1 + 1e-15, -1e-15), [0, 1]), [-1e-15, 1 + 1e-15]);
});
