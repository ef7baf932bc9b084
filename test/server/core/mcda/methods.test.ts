import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ahp } from '../../../../server/core/mcda/ahp.ts';
import { completeComparisons } from '../../../../server/core/mcda/ahp-completion.ts';
import type { McdaMethod } from '../../../../server/core/mcda/index.ts';
import { MCDA_METHODS, runMcda } from '../../../../server/core/mcda/index.ts';
import { promethee2 } from '../../../../server/core/mcda/promethee2.ts';
import { randomIndex } from '../../../../server/core/mcda/random-index.ts';
import { meanWeights } from '../../../../server/core/mcda/simplex-figures.ts';
import { drawStandardNormal } from '../../../../server/core/mcda/uncertain-cell.ts';
import { regretOnValues, vikor } from '../../../../server/core/mcda/vikor.ts';
import { wpm } from '../../../../server/core/mcda/wpm.ts';
import { seededRng } from '../../../../server/core/random/rng.ts';
import { decisionCases } from '../../../builders/known-answers.ts';
import { assertObeysSchema } from '../../../builders/schema.ts';

function run(method: McdaMethod, input: object): Readonly<Record<string, unknown>> {
  const outcome = runMcda(method, input);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

function problemsOf(method: McdaMethod, input: unknown): readonly string[] {
  const outcome = runMcda(method, input);
  assert.ok(!outcome.ok, 'was accepted');
  assert.ok(outcome.problems.every(({ message }) => message.en !== '' && message.ja !== message.en));
  return outcome.problems.map((problem) => problem.path);
}

test('the random numbers are those of an independent xoshiro128** for seed 1, on every machine', () => {
  const rng = seededRng(1);
  const first = Array.from({ length: 4 }, () => rng.nextUnit() * 2 ** 32);

  assert.ok(first.every(Number.isInteger));
  assert.deepEqual(first, [393288148, 2174103013, 3814759091, 2092745082]);
});

// Worked out by hand from the formulas of docs/scoring.md.
const VALUES_BY_KIND = [
  [{ kind: 'saturating', floor: 10, full: 50, x: [5, 30, 60], values: [0, 0.5, 2] }, [0, 0.5, 1], [10, 30, null]],
  [{ kind: 'ratioLog', floor: 1, full: 100, x: [0.5, 10, 100], values: [0.5, 1] }, [0, 0.5, 1], [10, 100]],
  [{ kind: 'target', ideal: 7, tolerance: 2, x: [5, 6, 7, 8], values: [0.5, 1] }, [0, 0.5, 1, 0.5], [6, 7]],
  [{ kind: 'costAbsolute', budget: 200, x: [0, 150, 900], values: [0.25] }, [1, 0.25, 0], [150]],
] as const; // prettier-ignore
for (const [params, wantedValues, wantedInverse] of VALUES_BY_KIND) {
  test(`a ${params.kind} value function gives values and their way back`, () => {
    const { v, inverse } = run('value-function', { params });
    const rounded = (figures: unknown): unknown =>
      (figures as readonly (number | null)[]).map((figure) =>
        figure === null ? null : Number(figure.toFixed(12)),
      );

    assert.deepEqual([rounded(v), rounded(inverse)], [wantedValues, wantedInverse]);
  });
}

test('a standard normal has mean 0 and variance 1', () => {
  const rng = seededRng(5);
  const draws = Array.from({ length: 100_000 }, () => drawStandardNormal(rng));
  const mean = draws.reduce((total, draw) => total + draw, 0) / draws.length;
  const variance = draws.reduce((total, draw) => total + draw * draw, 0) / draws.length;

  assert.ok(Math.abs(mean) < 0.01 && Math.abs(variance - 1) < 0.02);
});

test('sampling under a ranking with ties: the mean is ROC with tied places averaged', () => {
  const mean = meanWeights({ kind: 'ordinal', ranks: [2, 1, 2] }, 3, 100_000, seededRng(2));

  [7 / 36, 11 / 18, 7 / 36].forEach((wanted, index) =>
    assert.ok(Math.abs((mean[index] ?? 0) - wanted) < 0.005),
  );
});

test('sampling swing ranges: points stay inside their ranges before they are scaled', () => {
  const mean = meanWeights({ kind: 'swing', ranges: [[100, 100], [40, 60]] }, 2, 20_000, seededRng(2)); // prettier-ignore

  assert.ok(Math.abs((mean[1] ?? 0) - 1 / 3) < 0.01);
});

test('PROMETHEE: each shape of preference at, below and above its thresholds', () => {
  const preferenceAt = (
    shape: 'usual' | 'ushape' | 'vshape' | 'level' | 'linear' | 'gaussian',
    gap: number,
  ) =>
    promethee2({
      matrix: [[gap], [0]],
      weights: [1],
      directions: ['max'],
      preferences: [{ shape, q: 1, p: 3 }],
    }).phiPlus[0];

  assert.equal(preferenceAt('usual', 0.1), 1);
  assert.deepEqual([preferenceAt('ushape', 1), preferenceAt('ushape', 1.1)], [0, 1]);
  assert.deepEqual([preferenceAt('vshape', 1.5), preferenceAt('vshape', 4)], [0.5, 1]);
  assert.deepEqual(
    [preferenceAt('level', 1), preferenceAt('level', 3), preferenceAt('level', 3.1)],
    [0, 0.5, 1],
  );
  assert.deepEqual(
    [preferenceAt('linear', 1), preferenceAt('linear', 2), preferenceAt('linear', 3)],
    [0, 0.5, 1],
  );
  assert.ok(Math.abs((preferenceAt('gaussian', 3) ?? 0) - (1 - Math.exp(-0.5))) < 1e-12);
});

test('weighted product: a zero kills an option unless a floor is declared', () => {
  const input = {
    matrix: [[0, 1], [0.5, 0.5]], // prettier-ignore
    weights: [1, 1],
    directions: ['max', 'max'] as const,
    normalization: 'none' as const,
    floor: 0,
  };

  assert.deepEqual(wpm({ ...input, scoreForm: 'product' }).scores[0], 0);
  assert.deepEqual(wpm({ ...input, scoreForm: 'log10' }).scores[0], null);
  assert.ok(Math.abs((wpm({ ...input, scoreForm: 'product', floor: 0.01 }).scores[0] ?? 0) - 0.1) < 1e-12);
});

test('VIKOR: options that tie but for rounding errors tie', () => {
  const { Q, compromiseSet } = vikor({
    matrix: [[0.004, 0.162, 0.066, 0.008, 0.008], [0, 0, 0, 0, 0]], // prettier-ignore
    weights: [85, 26, 4, 98, 17],
    directions: ['min', 'min', 'min', 'max', 'max'],
    v: 1,
  });

  assert.deepEqual(Q, [0, 0]);
  assert.deepEqual(compromiseSet, [1, 2]);
});

test('regret on values: the largest weighted shortfall from the ideal', () => {
  assert.deepEqual(regretOnValues([[1, 0.5], [0, 1]], [1, 3]), [0.375, 0.25]); // prettier-ignore
});

test('AHP names the one comparison to reconsider and the value the others imply', () => {
  const weights = [8, 4, 2, 1];
  const comparisons = weights.map((own) => weights.map((other) => own / other));
  const [first, , , last] = comparisons;
  if (first === undefined || last === undefined) return assert.fail();
  [first[3], last[0]] = [1 / 8, 8];

  const { reconsider, isConsistent } = ahp(comparisons);

  assert.equal(isConsistent, false);
  assert.deepEqual([reconsider?.row, reconsider?.column, reconsider?.given], [1, 4, 1 / 8]);
  assert.ok(Math.abs((reconsider?.consistentWithRest ?? 0) - 8) < 1e-9);
});

test('AHP: repairing the named comparison makes the answers more consistent', () => {
  const judgment = fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1, 3, 5, 9);
  fc.assert(
    fc.property(fc.array(judgment, { minLength: 6, maxLength: 6 }), ([ab, ac, ad, bc, bd, cd]) => {
      const upper = [[ab, ac, ad], [bc, bd], [cd]];
      const matrix = Array.from({ length: 4 }, (_, i) =>
        Array.from({ length: 4 }, (_cell, j) => {
          if (i === j) return 1;
          return i < j ? (upper[i]?.[j - i - 1] ?? 1) : 1 / (upper[j]?.[i - j - 1] ?? 1);
        }),
      );
      const { reconsider, CI } = ahp(matrix);
      if (reconsider === null || CI < 0.05) return;

      const repaired = matrix.map((row) => [...row]);
      const there = repaired[reconsider.row - 1];
      const back = repaired[reconsider.column - 1];
      if (there === undefined || back === undefined) return;
      there[reconsider.column - 1] = reconsider.consistentWithRest;
      back[reconsider.row - 1] = 1 / reconsider.consistentWithRest;

      assert.ok(ahp(repaired).CI < CI);
    }),
    { numRuns: 1000 },
  );
});

test('AHP: comparisons missing so that an item hangs in the air cannot be completed', () => {
  assert.equal(completeComparisons([[1, null], [null, 1]]), null); // prettier-ignore
});

test('AHP: two missing comparisons of a consistent set come back as the others imply them', () => {
  const completion = completeComparisons([
    [1, 2, null, 8],
    [1 / 2, 1, 2, null],
    [null, 1 / 2, 1, 2],
    [1 / 8, null, 1 / 2, 1],
  ]);

  const values = completion?.entries.map((entry) => entry.value) ?? [];
  assert.ok(values.length === 2 && values.every((value) => Math.abs(value - 4) < 1e-3), String(values));
});

test('two items are never inconsistent, and an unknown table has no index', () => {
  assert.equal(randomIndex(2), 0);
  assert.equal(randomIndex(4, 'no-such-table'), null);
});

const BIDS = [
  { price: 80, tech: 100 },
  { price: 60, tech: 80 },
  { price: 120, tech: 200 },
  { price: 50, tech: 90, mandatoryMet: false },
];

test('加算方式: a bid above the reserve price or without a mandatory item is out, with its reason', () => {
  const result = run('tender', { matrix: { priceAllocation: 100, reservePrice: 100, bids: BIDS } });

  assert.deepEqual(result['totals'], [120, 120, null, null]);
  assert.deepEqual(result['disqualified'], [
    { bid: 3, reason: 'above-reserve-price' },
    { bid: 4, reason: 'mandatory-item' },
  ]);
});

test('equal totals: the higher technical score wins; if that is equal too, nobody is named', () => {
  const tie = { matrix: { priceAllocation: 100, reservePrice: 100, bids: BIDS } };
  const draw = { matrix: { priceAllocation: 100, reservePrice: 100, bids: [BIDS[0], BIDS[0]] } };

  assert.equal(run('tender', tie)['winner'], 1);
  assert.deepEqual([run('tender', draw)['winner'], run('tender', draw)['tied']], [null, [1, 2]]);
});

test('除算方式: points over price, rounded as declared', () => {
  const result = run('tender', {
    matrix: { reservePrice: 100, standardPoints: 100, perAmount: 10, bids: BIDS },
    params: { rule: 'division', rounding: { mode: 'half-up', decimals: 2 } },
  });

  assert.deepEqual(result['totals'], [25, 30, null, null]);
  assert.equal(result['winner'], 2);
});

test('a weighted sum with an absolute cost value does not move when a bid is added', () => {
  const params = { rule: 'weighted-sum', budget: 100 };
  const two = run('tender', { matrix: [[80, 50], [60, 20]], weights: [60, 40], params }); // prettier-ignore
  const three = run('tender', { matrix: [[80, 50], [60, 20], [10, 1]], weights: [60, 40], params }); // prettier-ignore

  assert.deepEqual(two['totals'], [68, 68]);
  assert.deepEqual((three['totals'] as readonly number[]).slice(0, 2), two['totals']);
});

test('a relative price rule carries a warning, an absolute one does not', () => {
  assert.ok(Array.isArray(run('tender', { matrix: [[1], [2]] })['warnings']));
  assert.equal(
    run('tender', { matrix: { priceAllocation: 1, reservePrice: 9, bids: BIDS } })['warnings'],
    undefined,
  );
});

test('floor rounding does not lose a point to floating-point noise', () => {
  const bids = [{ price: 715, tech: 0 }];
  const result = run('tender', {
    matrix: { priceAllocation: 1000, reservePrice: 1000, bids },
    params: { rounding: { mode: 'floor', decimals: 0 } },
  });

  assert.deepEqual(result['pricePoints'], [285]);
});

test('cost frontier: the efficient options and the price of each further point', () => {
  const result = run('cost-frontier', {
    matrix: { benefit: { a: 10, b: 20, c: 15 }, cost: { a: 100, b: 300, c: 400 } },
  });

  const frontier = result['frontier'] as readonly {
    isEfficient: boolean;
    costPerExtraPoint: number | null;
  }[];
  assert.deepEqual(frontier.map((point) => point.isEfficient), [true, true, false]); // prettier-ignore
  assert.deepEqual(frontier.map((point) => point.costPerExtraPoint), [null, 20, null]); // prettier-ignore
});

test('SMAA-2 takes exact, uniform, triangular and normal cells, clipped scales and swing weights', () => {
  const result = run('smaa2', {
    matrix: [
      [10, { low: 1, high: 3 }],
      [
        { low: 0, likely: 5, high: 30 },
        { mean: 2, sd: 1 },
      ],
    ],
    directions: ['max', 'min'],
    weights: { swing: [[100, 100], [20, 80]] }, // prettier-ignore
    params: { scales: [[0, 20], [0, 4]], samples: 2000, seed: 4 }, // prettier-ignore
  });

  const first = result['firstRankAcceptability'] as readonly number[];
  assert.ok(Math.abs((first[0] ?? 0) + (first[1] ?? 0) - 1) < 1e-9);
  assert.ok((first[0] ?? 0) > 0.2 && (first[0] ?? 0) < 0.8);
});

const BAD: readonly (readonly [string, McdaMethod, unknown, string])[] = [
  ['nothing', 'additive', undefined, ''],
  ['a matrix with a hole', 'additive', { matrix: [[1, 2], [3]], weights: [1, 1] }, 'matrix'],
  ['words for numbers', 'topsis', { matrix: [['a']], weights: [1] }, 'matrix'],
  ['an empty matrix', 'vikor', { matrix: [], weights: [] }, 'matrix'],
  ['weights of another length', 'additive', { matrix: [[1, 2]], weights: [1] }, 'weights'],
  ['a negative weight', 'additive', { matrix: [[1, 2]], weights: [1, -1] }, 'weights'],
  ['weights that are all 0', 'wpm', { matrix: [[1, 2]], weights: [0, 0] }, 'weights'],
  ['a direction that is none', 'topsis', { matrix: [[1]], weights: [1], directions: ['up'] }, 'directions'],
  ['an unknown scale', 'additive', { matrix: [[1]], weights: [1], params: { normalization: 'cube' } }, 'params.normalization'],
  ['bounds for too few criteria', 'spotis', { matrix: [[1]], weights: [1], params: { bounds: [] } }, 'params.bounds'],
  ['v beyond 1', 'vikor', { matrix: [[1]], weights: [1], params: { v: 2 } }, 'params.v'],
  ['negative values in a product', 'wpm', { matrix: [[-1]], weights: [1] }, 'matrix'],
  ['comparisons that are not reciprocal', 'ahp', { matrix: [[1, 2], [2, 1]] }, 'matrix'],
  ['comparisons that hang in the air', 'ahp', { matrix: [[1, null], [null, 1]] }, 'matrix'],
  ['a rank of half a criterion', 'roc', { params: { n: 2.5 } }, 'params.n'],
  ['a value function that turns back', 'value-function', { params: { cutoffs: [2, 1], values: [0, 1], x: [1] } }, 'params.cutoffs'],
  ['a floor above what is enough', 'value-function', { params: { kind: 'saturating', floor: 5, full: 4, x: [1] } }, 'params.floor'],
  ['a target without width', 'value-function', { params: { kind: 'target', ideal: 5, tolerance: 0, x: [1] } }, 'params.tolerance'],
  ['a kind that nobody knows', 'value-function', { params: { kind: 'cubic', x: [1] } }, 'params.kind'],
  ['a tender without bids', 'tender', { matrix: { priceAllocation: 1, reservePrice: 1 } }, 'matrix.bids'],
  ['a price of 0', 'tender', { matrix: [[0]] }, 'matrix'],
  ['a cell that is no cell', 'smaa2', { matrix: [[{ low: 1 }]] }, 'matrix'],
  ['minutes of work', 'smaa2', { matrix: Array.from({ length: 400 }, () => Array.from({ length: 100 }, () => ({ low: 0, high: 1 }))) }, 'params.samples'],
  ['no options at all', 'smaa2', { matrix: {}, weights: [1, 1, 1] }, 'matrix'],
  ['a billion samples', 'smaa2', { matrix: [[1]], params: { samples: 1e9 } }, 'params.samples'],
  ['three options where two are compared', 'weight-flip', { matrix: { a: [1], b: [2], c: [3] }, weights: [1] }, 'matrix'],
]; // prettier-ignore
for (const [name, method, input, place] of BAD) {
  test(`${method} refuses ${name} and says where`, () => {
    assert.ok(problemsOf(method, input).includes(place), JSON.stringify(problemsOf(method, input)));
  });
}

test('hostile input: whatever arrives, every method answers or refuses, and never with NaN', () => {
  const cases = decisionCases().map((known) => known as unknown);
  const field = fc.constantFrom('matrix', 'weights', 'directions', 'params');
  const input = fc.oneof(
    fc.anything(),
    fc.record({ matrix: fc.anything(), weights: fc.anything(), params: fc.anything() }),
    fc
      .tuple(fc.constantFrom(...cases), field, fc.anything())
      .map(([known, key, junk]) => ({ ...(known as object), [key]: junk })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...MCDA_METHODS), input, (method, given) => {
      const quick =
        typeof given === 'object' && given !== null && 'matrix' in given ? withFewSamples(given) : given;
      const outcome = runMcda(method, quick);
      const text = JSON.stringify(outcome, (_, figure: unknown) =>
        typeof figure === 'number' && !Number.isFinite(figure) ? 'NOT-A-FIGURE' : figure,
      );
      assert.ok(!text.includes('NOT-A-FIGURE'), text);
    }),
    { numRuns: 5000 },
  );
});

function withFewSamples(given: object): object {
  const params: unknown = 'params' in given ? given.params : {};
  const isPlain = typeof params === 'object' && params !== null && !Array.isArray(params);
  return isPlain ? { ...given, params: { samples: 20, ...params } } : given;
}

test('every method of the schema is a method, and every answer obeys the schema', () => {
  assertObeysSchema(run('roc', { params: { n: 3 } }), 'server/core/mcda/mcda.schema.json');
  for (const method of MCDA_METHODS) {
    assertObeysSchema({ schema: 'mailfit.mcda/1', method }, 'server/core/mcda/mcda.schema.json');
  }
});
