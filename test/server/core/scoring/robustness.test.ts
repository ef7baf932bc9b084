import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runMcda } from '../../../../server/core/mcda/index.ts';
import { firstDraws } from '../../../../server/core/scoring/confidence-factor.ts';
import type { Robustness } from '../../../../server/core/scoring/recommendation.ts';
import { optionRobustness, robustnessReport } from '../../../../server/core/scoring/robustness.ts';
import { contestAmong, rankShares, simulate } from '../../../../server/core/scoring/simulate.ts';
import type { BareOptions, BareValue } from '../../../builders/bare-evaluation.ts';
import { bareEvaluation } from '../../../builders/bare-evaluation.ts';

const SAMPLES = 100_000;

function sampled(values: readonly (readonly BareValue[])[], options: BareOptions = {}, samples = SAMPLES) {
  const evaluation = bareEvaluation(values, options);
  const simulation = simulate(evaluation, 1, samples);
  const contest = contestAmong(simulation, () => true);
  const draws = firstDraws(simulation);
  return {
    report: robustnessReport(evaluation, simulation, contest),
    options: values.map((_, position) => ({
      shares: rankShares(contest, position),
      robust: optionRobustness(evaluation, simulation, { contest, draws }, position),
    })),
  };
}

function near(actual: readonly number[], expected: readonly number[], tolerance = 0.01): void {
  assert.equal(actual.length, expected.length);
  for (const [index, value] of expected.entries())
    assert.ok(
      Math.abs((actual[index] ?? Number.NaN) - value) <= tolerance,
      `${actual.join()} is not ${expected.join()}`,
    );
}

function weightsOf(
  robust: { readonly centralWeights: Readonly<Record<string, number>> | null } | null,
): number[] {
  return Object.values(robust?.centralWeights ?? {});
}

type Sampled = ReturnType<typeof sampled>['options'];

function firstOf([option]: Sampled): number {
  return option?.shares[0] ?? Number.NaN;
}

function centralOf([option]: Sampled): number[] {
  return weightsOf(option?.robust ?? null);
}

function shareOf({ families }: Robustness, family: string): number {
  return families.find((one) => one.family === family)?.firstRankShare ?? Number.NaN;
}

describe('the sampling of a recommendation', () => {
  it('finds the analytic shares and central weights of two options and two criteria', () => {
    const { options } = sampled([
      [1, 0],
      [0, 1],
    ]);

    near(
      options.map(({ shares }) => shares[0] ?? 0),
      [0.5, 0.5],
    );
    near(weightsOf(options[0]?.robust ?? null), [0.75, 0.25]);
    near(weightsOf(options[1]?.robust ?? null), [0.25, 0.75]);
  });

  it('finds those of two options and three criteria: ¾ and ¼, 7/18 4/18 7/18 and 1/6 2/3 1/6', () => {
    const { options } = sampled([
      [1, 0, 1],
      [0, 1, 0],
    ]);

    near(
      options.map(({ shares }) => shares[0] ?? 0),
      [0.75, 0.25],
    );
    near(weightsOf(options[0]?.robust ?? null), [7 / 18, 4 / 18, 7 / 18]);
    near(weightsOf(options[1]?.robust ?? null), [1 / 6, 2 / 3, 1 / 6]);
  });

  it('agrees with the plain SMAA-2 of `mailfit mcda` on uncertain facts, in every figure', () => {
    const ranges = [
      [
        [0.1, 0.9],
        [0.4, 0.4],
        [0.2, 0.6],
      ],
      [
        [0.3, 0.5],
        [0.7, 0.7],
        [0, 0.5],
      ],
      [
        [0.6, 0.6],
        [0.1, 0.8],
        [0.3, 0.3],
      ],
    ] as const;
    const plain = runMcda('smaa2', {
      matrix: ranges.map((row) => row.map(([low, high]) => ({ low, high }))),
      params: { samples: SAMPLES, seed: 5, scales: ranges.map(() => [0, 1]) },
    });
    const { options, report } = sampled(
      ranges.map((row) => row.map(([low, high]) => (low === high ? low : [low, high]))),
    );

    assert.ok(plain.ok, JSON.stringify(plain));
    const value = plain.value as unknown as {
      readonly rankAcceptability: number[][];
      readonly pairwiseWinning: number[][];
      readonly centralWeights: number[][];
      readonly confidenceFactors: number[];
    };
    for (const [index, { shares, robust }] of options.entries()) {
      near(shares, value.rankAcceptability[index] ?? []);
      near(weightsOf(robust), value.centralWeights[index] ?? []);
      near([robust?.confidenceFactor ?? Number.NaN], [value.confidenceFactors[index] ?? 0], 0.05);
    }
    const order = report.pairwise.options.map((id) => Number(id.slice(1)) - 1);
    for (const [row, beats] of report.pairwise.beats.entries()) {
      const expected = order.map((other, column) =>
        row === column ? 0.5 : (value.pairwiseWinning[order[row] ?? 0]?.[other] ?? 0),
      );
      near(beats, expected);
    }
  });

  it('gives a dominated option no central weights and no confidence factor', () => {
    const { options, report } = sampled([
      [0.9, 0.8],
      [0.5, 0.7],
    ]);

    assert.equal(options[1]?.robust?.centralWeights, null);
    assert.equal(options[1]?.robust?.confidenceFactor, null);
    assert.deepEqual(report.necessarilyBetter, [['o1', 'o2']]);
  });

  it('splits everything between clones: share, confidence, pairwise wins; the product keeps its share', () => {
    const [original, rival] = [
      [1, 0.2],
      [0.3, 0.6],
    ] as const;
    const { options, report } = sampled([original, original, rival], { families: ['a', 'a', 'b'] });
    const alone = sampled([original, rival]).options;
    const factors = options.map(({ robust }) => robust?.confidenceFactor);
    const places = ['o1', 'o2'].map((id) => report.pairwise.options.indexOf(id));

    assert.deepEqual(options[0]?.shares, options[1]?.shares);
    assert.deepEqual(factors, [0.5, 0.5, 1]);
    near(centralOf(options), centralOf(alone), 1e-9);
    near([firstOf(options), shareOf(report, 'a')], [firstOf(alone) / 2, firstOf(alone)], 1e-9);
    assert.equal(report.pairwise.beats.at(places[0] ?? 0)?.at(places[1] ?? 0), 0.5);
  });

  it('holds every sampled score within the exact bounds, and the median of a known spread', () => {
    const { options } = sampled([[[0, 1]], [[0.2, 0.4]]]);
    const figures = options.map(({ robust }) => {
      assert.ok(robust !== null);
      return { bounds: robust.scoreBounds, spread: [robust.scoreP5, robust.scoreP50, robust.scoreP95] };
    });

    assert.deepEqual(
      figures.map(({ bounds }) => bounds),
      [
        [0, 1],
        [0.2, 0.4],
      ],
    );
    near(figures[0]?.spread ?? [], [0.05, 0.5, 0.95], 0.005);
    near(figures[1]?.spread ?? [], [0.21, 0.3, 0.39], 0.002);
  });
});
