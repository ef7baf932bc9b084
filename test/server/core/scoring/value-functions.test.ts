import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { NumericValueSpec } from '../../../../server/core/scoring/value-functions.ts';
import { valueFunction } from '../../../../server/core/scoring/value-functions.ts';

const RUNS = { numRuns: 1000 };
const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const anyX = fc.double({ min: -1e7, max: 1e7, noNaN: true });

const anySpec: fc.Arbitrary<NumericValueSpec> = fc.oneof(
  fc
    .tuple(positive, positive)
    .map(([floor, full]): NumericValueSpec => ({ kind: 'saturating', floor, full })),
  fc.tuple(positive, positive).map(([floor, full]): NumericValueSpec => ({ kind: 'ratioLog', floor, full })),
  positive.map((budget): NumericValueSpec => ({ kind: 'costAbsolute', budget })),
  fc
    .tuple(positive, positive)
    .map(([ideal, tolerance]): NumericValueSpec => ({ kind: 'target', ideal, tolerance })),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 6 })
    .chain((xs) => fc.tuple(fc.constant(xs.toSorted((a, b) => a - b)), fc.boolean()))
    .map(([xs, isFalling]): NumericValueSpec => {
      const last = xs.length - 1;
      const knots = xs.map((x, index) => ({ x, value: (isFalling ? last - index : index) / last }));
      return { kind: 'piecewise', knots };
    }),
);

describe('value functions', () => {
  it('follow the published knots and stop at their ends', () => {
    const knots = [
      { x: 50, value: 1 },
      { x: 75, value: 0.8 },
      { x: 90, value: 0.5 },
      { x: 100, value: 0 },
    ];
    const { valueOf } = valueFunction({ kind: 'piecewise', knots });

    assert.deepEqual([50, 90, 100, 10, 40, 101, 120].map(valueOf), [1, 0.5, 0, 1, 1, 0, 0]);
  });

  it('give a mailbox of half the need half the value, and of ten times the need no more than the need', () => {
    const { valueOf } = valueFunction({ kind: 'saturating', floor: 0, full: 50 });

    assert.deepEqual([0, 25, 50, 500, Number.POSITIVE_INFINITY].map(valueOf), [0, 0.5, 1, 1, 1]);
  });

  it('give equal ratios equal steps on a logarithmic scale', () => {
    const { valueOf } = valueFunction({ kind: 'ratioLog', floor: 1, full: 100 });

    assert.ok(Math.abs(valueOf(10) - 0.5) < 1e-12);
  });

  it('give the price points of the additive tender method: (1 − bid ÷ ceiling)', () => {
    const { valueOf } = valueFunction({ kind: 'costAbsolute', budget: 1000 });

    assert.deepEqual([0, 800, 1000, 1200].map(valueOf), [1, 1 - 0.8, 0, 0]);
  });

  it('keep a scale when the floor lies at or above the need', () => {
    const { valueOf, worst, best } = valueFunction({ kind: 'saturating', floor: 5, full: 3 });

    assert.deepEqual([worst, best, valueOf(1.5), valueOf(3)], [1.5, 3, 0, 1]);
  });

  it('stay within 0 and 1 and are never NaN', () => {
    fc.assert(
      fc.property(anySpec, fc.oneof(anyX, fc.constantFrom(Infinity, -Infinity)), (spec, x) => {
        const value = valueFunction(spec).valueOf(x);
        assert.ok(value >= 0 && value <= 1);
      }),
      RUNS,
    );
  });

  it('have an inverse that leads back to the value', () => {
    fc.assert(
      fc.property(anySpec, fc.double({ min: 0, max: 1, noNaN: true }), (spec, value) => {
        const { inverse, valueOf } = valueFunction(spec);
        const x = inverse(value);
        assert.ok(x !== null && Math.abs(valueOf(x) - value) < 1e-6);
      }),
      RUNS,
    );
  });

  it('have no inverse outside 0 to 1', () => {
    fc.assert(
      fc.property(anySpec, fc.constantFrom(-0.1, 1.1, 2), (spec, value) => {
        assert.equal(valueFunction(spec).inverse(value), null);
      }),
      RUNS,
    );
  });

  it('P3: give the same value for everything beyond the better end', () => {
    fc.assert(
      fc.property(anySpec, positive, (spec, beyond) => {
        if (spec.kind === 'target') return;
        const { best, worst, valueOf } = valueFunction(spec);
        assert.equal(valueOf(best > worst ? best + beyond : best - beyond), 1);
      }),
      RUNS,
    );
  });

  it('P4: never fall towards their better end', () => {
    fc.assert(
      fc.property(anySpec, anyX, anyX, (spec, a, b) => {
        if (spec.kind === 'target') return;
        const { best, worst, valueOf } = valueFunction(spec);
        const [worse, better] = best > worst === a < b ? [a, b] : [b, a];
        assert.ok(valueOf(worse) <= valueOf(better));
      }),
      RUNS,
    );
  });

  it('P5: do not change when fact and need are both given in a smaller unit', () => {
    fc.assert(
      fc.property(positive, positive, positive, fc.constantFrom(1000, 1024, 1e6), (floor, full, x, unit) => {
        for (const kind of ['saturating', 'ratioLog'] as const) {
          const inGB = valueFunction({ kind, floor, full }).valueOf(x);
          const inMB = valueFunction({ kind, floor: floor * unit, full: full * unit }).valueOf(x * unit);
          assert.ok(Math.abs(inGB - inMB) < 1e-9);
        }
      }),
      RUNS,
    );
  });
});
