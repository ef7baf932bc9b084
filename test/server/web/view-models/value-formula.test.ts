import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { valueFunction } from '../../../../server/core/scoring/value-functions.ts';
import type { NumericValueSpec } from '../../../../server/core/scoring/value-functions.ts';
import { formulaText, formulaValue } from '../../../../server/web/view-models/value-formula.ts';

const SPECS: readonly NumericValueSpec[] = [
  { kind: 'saturating', floor: 10, full: 50 },
  { kind: 'ratioLog', floor: 100, full: 1000 },
  { kind: 'costAbsolute', budget: 1500 },
  { kind: 'target', ideal: 8, tolerance: 4 },
  {
    kind: 'piecewise',
    knots: [
      { x: 1, value: 1 },
      { x: 12, value: 0.6 },
      { x: 36, value: 0 },
    ],
  },
];

describe('a formula with a number put in', () => {
  for (const spec of SPECS) {
    it(`gives the value of the engine’s own function (${spec.kind})`, () => {
      const values = valueFunction(spec);
      fc.assert(
        fc.property(fc.double({ min: 0, max: 3_000, noNaN: true }), (x) => {
          const raw = formulaValue(values.formula, x);
          assert.ok(raw !== null);
          assert.ok(Math.abs(Math.min(1, Math.max(0, raw)) - values.valueOf(x)) < 1e-6, `${x}`);
        }),
        { seed: 1, numRuns: 300 },
      );
    });
  }

  it('has no number for levels and sets', () => {
    assert.equal(formulaValue('no: 0, partial: 0.5, yes: 1', 1), null);
    assert.equal(formulaValue('covered ÷ wanted', 1), null);
  });

  it('reads as a calculation', () => {
    assert.equal(formulaText('clip((x − 10) ÷ (50 − 10))', 30, 'en'), '(30 − 10) ÷ (50 − 10)');
    assert.equal(
      formulaText('clip((x − 1.03488) ÷ (7.92973 − 1.03488))', null, 'ja'),
      '(x − 1.03) ÷ (7.93 − 1.03)',
    );
    assert.equal(formulaText('piecewise (1, 1) (36, 0)', null, 'ja'), '次の点を結ぶ折れ線：(1, 1) (36, 0)');
  });
});
