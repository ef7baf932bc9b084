// Properties every method must keep; each was seen broken in some published tool.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { additive } from '../../../../server/core/mcda/additive.ts';
import { ahp } from '../../../../server/core/mcda/ahp.ts';
import { costFrontier } from '../../../../server/core/mcda/cost-frontier.ts';
import type { Direction, Matrix, Vector } from '../../../../server/core/mcda/matrix.ts';
import { dot, ranksOf, shares, sum } from '../../../../server/core/mcda/matrix.ts';
import { promethee2 } from '../../../../server/core/mcda/promethee2.ts';
import { rankReciprocalWeights } from '../../../../server/core/mcda/rank-reciprocal.ts';
import { rankSumWeights } from '../../../../server/core/mcda/rank-sum.ts';
import { rocWeights } from '../../../../server/core/mcda/roc.ts';
import { PARTIAL_VALUES } from '../../../../server/core/mcda/prepared-option.ts';
import { smaa2 } from '../../../../server/core/mcda/smaa2.ts';
import { spotis } from '../../../../server/core/mcda/spotis.ts';
import { topsis } from '../../../../server/core/mcda/topsis.ts';
import { unknownBounds } from '../../../../server/core/mcda/unknown-bounds.ts';
import { piecewiseValue } from '../../../../server/core/mcda/value-function.ts';
import { valueGap } from '../../../../server/core/mcda/value-gap.ts';
import { vikor } from '../../../../server/core/mcda/vikor.ts';
import { weightFlip, withWeight } from '../../../../server/core/mcda/weight-flip.ts';
import { wpm } from '../../../../server/core/mcda/wpm.ts';
import { seededRng } from '../../../../server/core/random/rng.ts';

const RUNS = { numRuns: 1000 };
const CLOSE = 1e-9;
const value = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

interface Problem {
  readonly matrix: Matrix;
  readonly weights: Vector;
  readonly directions: readonly Direction[];
}

const problem: fc.Arbitrary<Problem> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([options, criteria]) =>
    fc.record({
      matrix: fc.array(fc.array(value, { minLength: criteria, maxLength: criteria }), {
        minLength: options,
        maxLength: options,
      }),
      weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: criteria, maxLength: criteria }),
      directions: fc.array(fc.constantFrom<Direction>('max', 'min'), {
        minLength: criteria,
        maxLength: criteria,
      }),
    }),
  );

/** Scores, higher is better, of every method on one problem. */
const METHODS: Readonly<Record<string, (problem: Problem) => Vector>> = {
  additive: (p) => additive({ ...p, normalization: 'none', weightNormalization: 'sum' }).scores,
  'additive, minmax': (p) => additive({ ...p, normalization: 'minmax', weightNormalization: 'sum' }).scores,
  topsis: (p) => topsis({ ...p, normalization: 'vector', weightNormalization: 'sum' }).scores,
  'topsis, minmax': (p) => topsis({ ...p, normalization: 'minmax', weightNormalization: 'sum' }).scores,
  promethee2: (p) =>
    promethee2({ ...p, preferences: p.weights.map(() => ({ shape: 'linear', q: 0.1, p: 0.4 })) }).phi,
  vikor: (p) => vikor({ ...p, v: 0.5 }).Q.map((score) => -score),
  spotis: (p) => spotis({ ...p, bounds: p.weights.map(() => [0, 1]) }).scores.map((score) => -score),
  wpm: (p) =>
    wpm({ ...p, normalization: 'none', scoreForm: 'product', floor: 0.01 }).scores.map((score) => score ?? 0),
};

for (const [name, scoresOf] of Object.entries(METHODS)) {
  test(`${name}: no figure is ever NaN or infinite, also where a criterion is the same for all`, () => {
    fc.assert(
      fc.property(problem, value, (p, constant) => {
        const flat = p.matrix.map((row) => [constant, ...row.slice(1)]);
        for (const matrix of [p.matrix, flat]) {
          assert.ok(scoresOf({ ...p, matrix }).every(Number.isFinite));
        }
      }),
      RUNS,
    );
  });

  test(`${name}: an option that is worse nowhere never scores below`, () => {
    fc.assert(
      fc.property(problem, (p) => {
        const worsened = p.matrix.map((row, index) => (index === 0 ? worsen(p, 0.2) : row));
        const scores = scoresOf({ ...p, matrix: [...worsened, p.matrix[0] ?? []] });
        const better = scores[scores.length - 1] ?? 0;

        assert.ok(better >= (scores[0] ?? 0) - CLOSE);
      }),
      RUNS,
    );
  });

  test(`${name}: the order in which options and criteria are written is irrelevant`, () => {
    fc.assert(
      fc.property(problem, (p) => {
        const scores = scoresOf(p);
        const upsideDown = scoresOf({ ...p, matrix: p.matrix.toReversed() }).toReversed();
        const mirrored = scoresOf({
          matrix: p.matrix.map((row) => row.toReversed()),
          weights: p.weights.toReversed(),
          directions: p.directions.toReversed(),
        });

        assertClose(upsideDown, scores);
        assertClose(mirrored, scores);
      }),
      RUNS,
    );
  });

  test(`${name}: scaling all weights changes nothing, a float sum of 1.0000000000000002 is fine`, () => {
    fc.assert(
      fc.property(problem, fc.integer({ min: 2, max: 1000 }), (p, factor) => {
        const scaled = { ...p, weights: p.weights.map((weight) => weight * factor) };
        const almostOne = { ...p, weights: shares(p.weights).map((weight) => weight * 1.0000000000000002) };

        assertClose(scoresOf(scaled), scoresOf(p));
        assertClose(scoresOf(almostOne), scoresOf(p));
      }),
      RUNS,
    );
  });
}

for (const name of ['additive', 'spotis', 'wpm'] as const) {
  test(`${name} on absolute values: adding, cloning or removing an option moves no other score`, () => {
    fc.assert(
      fc.property(problem, fc.nat(), (p, pick) => {
        const scoresOf = METHODS[name] ?? (() => []);
        const whole = scoresOf(p);
        const clone = p.matrix[pick % p.matrix.length] ?? [];

        const withClone = scoresOf({ ...p, matrix: [...p.matrix, clone] });
        const without = scoresOf({ ...p, matrix: p.matrix.slice(1) });

        assert.deepEqual(withClone.slice(0, -1), whole);
        assert.deepEqual(without, whole.slice(1));
      }),
      RUNS,
    );
  });
}

test('additive: contributions add up to the score', () => {
  fc.assert(
    fc.property(problem, (p) => {
      const result = additive({ ...p, normalization: 'none', weightNormalization: 'sum' });

      assertClose(result.contributions.map(sum), result.scores);
    }),
    RUNS,
  );
});

test('spotis on linear values is one minus the additive score', () => {
  fc.assert(
    fc.property(problem, (p) => {
      const onlyMax = { ...p, directions: p.weights.map(() => 'max' as const) };
      const distances = spotis({ ...onlyMax, bounds: p.weights.map(() => [0, 1]) }).scores;

      assertClose(
        distances.map((distance) => 1 - distance),
        METHODS['additive']?.(onlyMax) ?? [],
      );
    }),
    RUNS,
  );
});

test('SMAA-2: shares of every option and of every rank sum to 1, ties included, and the seed fixes the bytes', () => {
  fc.assert(
    fc.property(problem, fc.integer(), (p, seed) => {
      const input = {
        cells: p.matrix.map((row) =>
          row.map((cell) => ({ kind: 'exact' as const, value: Math.round(cell) })),
        ),
        scales: p.weights.map(() => PARTIAL_VALUES),
        weights: { kind: 'uniform' as const },
        samples: 40,
      };

      const result = smaa2(input, seededRng(seed));

      const table = result.rankAcceptability;
      const columns = table.map((_, rank) => sum(table.map((row) => row[rank] ?? 0)));
      assertClose(
        [...table.map(sum), ...columns],
        Array.from({ length: 2 * table.length }, () => 1),
      );
      assert.equal(JSON.stringify(smaa2(input, seededRng(seed))), JSON.stringify(result));
      result.centralWeights.forEach((weights, option) => {
        const isEverFirst = (result.firstRankAcceptability[option] ?? 0) > 0;
        assert.equal(weights !== null, isEverFirst);
        assert.equal(result.confidenceFactors[option] !== null, isEverFirst);
      });
    }),
    RUNS,
  );
});

const pair = fc
  .integer({ min: 2, max: 6 })
  .chain((size) =>
    fc.tuple(
      fc.array(value, { minLength: size, maxLength: size }),
      fc.array(value, { minLength: size, maxLength: size }),
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: size, maxLength: size }),
    ),
  );

test('at the flip weight both options score the same', () => {
  fc.assert(
    fc.property(pair, fc.nat(), ([a, b, weights], pick) => {
      const index = pick % weights.length;
      const flip = weightFlip(a, b, weights, index);
      if (flip === null || Math.abs(flip) > 1000) return;

      const flipped = withWeight(weights, index, flip);

      assert.ok(Math.abs(sum(flipped) - 1) < CLOSE * (1 + Math.abs(flip)));
      assert.ok(Math.abs(dot(a, flipped) - dot(b, flipped)) < CLOSE * (1 + Math.abs(flip)));
    }),
    RUNS,
  );
});

test('lifting the weaker option to the value it needs makes it tie', () => {
  fc.assert(
    fc.property(pair, fc.nat(), ([a, b, weights], pick) => {
      const index = pick % weights.length;
      const needed = valueGap(a, b, weights).needed[index] ?? 0;
      const lifted = b.map((own, at) => (at === index ? needed : own));

      assert.ok(Math.abs(dot(a, shares(weights)) - dot(lifted, shares(weights))) < CLOSE);
    }),
    RUNS,
  );
});

test('an unknown value that becomes known keeps the score inside the bounds it had', () => {
  fc.assert(
    fc.property(pair, fc.nat(), ([a, , weights], pick) => {
      const hidden = a.map((own, at) => (at === pick % a.length ? null : own));
      const bounds = unknownBounds(hidden, weights);
      const known = unknownBounds(a, weights).low;

      assert.ok(bounds.low - CLOSE <= known && known <= bounds.high + CLOSE);
    }),
    RUNS,
  );
});

test('weights from ranks sum to 1, never rise with the rank, and tied criteria weigh the same', () => {
  const ranks = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      ranks,
      fc.constantFrom(rocWeights, rankSumWeights, rankReciprocalWeights),
      (given, weightsOf) => {
        const weights = weightsOf(given);

        assert.ok(Math.abs(sum(weights) - 1) < CLOSE);
        given.forEach((rank, i) => {
          given.forEach((other, j) => {
            const difference = (weights[i] ?? 0) - (weights[j] ?? 0);
            assert.ok(rank === other ? Math.abs(difference) < CLOSE : rank < other === difference > 0);
          });
        });
      },
    ),
    RUNS,
  );
});

test('AHP: answers that agree with each other give their weights back and a ratio of 0', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 7 });
  fc.assert(
    fc.property(weights, (given) => {
      const comparisons = given.map((own) => given.map((other) => own / other));

      const result = ahp(comparisons);

      assertClose(result.weights, shares(given));
      assertClose(result.geometricMean, shares(given));
      assert.ok(Math.abs(result.CR ?? 1) < 1e-6);
      assert.equal(result.reconsider, null);
    }),
    RUNS,
  );
});

test('AHP: beyond the printed table the consistency ratio is undefined, not 0', () => {
  const eleven = Array.from({ length: 11 }, (_, row) =>
    Array.from({ length: 11 }, (_cell, column) => (row === column ? 1 : row < column ? 9 : 1 / 9)),
  );

  const result = ahp(eleven);

  assert.equal(result.CR, null);
  assert.equal(result.isConsistent, null);
  assert.ok(result.CI > 0.5);
});

test('a value function with clipping stays between its ends and never turns back', () => {
  const knots = [
    { x: 0, v: 0 },
    { x: 5, v: 0.2 },
    { x: 50, v: 1 },
  ];
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const [less, more] = a <= b ? [a, b] : [b, a];
      const low = piecewiseValue(less, knots);
      const high = piecewiseValue(more, knots);

      assert.ok(0 <= low && low <= high && high <= 1);
    }),
    RUNS,
  );
});

test('the cost frontier: efficient options rise in cost and benefit together, the rest are beaten by one of them', () => {
  const option = fc.record({ name: fc.constant('x'), benefit: fc.nat(20), cost: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(option, { minLength: 1, maxLength: 8 }), (options) => {
      const points = costFrontier(options);
      const efficient = points.filter((point) => point.isEfficient).toSorted((a, b) => a.cost - b.cost);

      assert.ok(efficient.length > 0);
      efficient.forEach((point, index) => {
        const cheaper = efficient[index - 1];
        assert.ok(cheaper === undefined || point.benefit >= cheaper.benefit);
      });
      for (const point of points.filter((one) => !one.isEfficient)) {
        assert.ok(efficient.some((other) => other.cost <= point.cost && other.benefit >= point.benefit));
      }
    }),
    RUNS,
  );
});

test('ranks: ties share the better place', () => {
  assert.deepEqual(ranksOf([0.1125, 0.9, 0.1125 + 1e-12, 0.05]), [2, 1, 2, 4]);
  assert.deepEqual(ranksOf([3, 1, 2], 'lower'), [3, 1, 2]);
});

function worsen(p: Problem, by: number): Vector {
  return (p.matrix[0] ?? []).map((cell, index) =>
    p.directions[index] === 'min' ? Math.min(1, cell + by) : Math.max(0, cell - by),
  );
}

function assertClose(actual: Vector, expected: Vector): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((figure, index) => {
    const wanted = expected[index] ?? 0;
    assert.ok(
      Math.abs(figure - wanted) <= 1e-7 * Math.max(1, Math.abs(wanted)),
      `${figure} is not ${wanted}`,
    );
  });
}
