import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { counterfactuals, riseTo } from '../../../../server/core/scoring/counterfactual.ts';
import { compare } from '../../../../server/core/scoring/explain.ts';
import { cellOf } from '../../../../server/core/scoring/cell.ts';
import type { Evaluation, EvaluatedOption } from '../../../../server/core/scoring/evaluate.ts';
import {
  crossing,
  scoreAtWeight,
  smallestShift,
  tornado,
  weightLine,
} from '../../../../server/core/scoring/sensitivity.ts';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { anyProviders } from '../../../builders/arbitrary-catalogue.ts';
import { evaluationOf } from '../../../builders/evaluation.ts';

const RUNS = { numRuns: 1000 };

function best(evaluation: Evaluation): EvaluatedOption {
  const [first] = evaluation.options.toSorted((a, b) => b.score - a.score);
  assert.ok(first !== undefined);
  return first;
}

function dot(weights: readonly number[], option: EvaluatedOption): number {
  return weights.reduce((sum, weight, column) => sum + weight * (option.cells[column]?.central ?? 0), 0);
}

describe('the weight at which two options tie', () => {
  it('is 23 ÷ 72 in the worked example', () => {
    // A = (.9 .3 .5), B = (.4 .8 .6), weights (.5 .3 .2): lifting the second criterion from .3 to t.
    const a = {
      cells: [0.9, 0.3, 0.5].map((central) => ({ central })),
      score: 0.9 * 0.5 + 0.3 * 0.3 + 0.5 * 0.2,
    };
    const b = {
      cells: [0.4, 0.8, 0.6].map((central) => ({ central })),
      score: 0.4 * 0.5 + 0.8 * 0.3 + 0.6 * 0.2,
    };
    const lines = [a, b].map((one) => weightLine(one as unknown as EvaluatedOption, 1, 0.3));
    const [first, second] = lines;
    assert.ok(first !== undefined && second !== undefined);
    const t = crossing(first, second) ?? Number.NaN;

    assert.ok(Math.abs(scoreAtWeight(first, t) - scoreAtWeight(second, t)) < 1e-12);
  });

  it('P14: makes the scores equal to 1e-9 for every flip of every tornado', () => {
    fc.assert(
      fc.property(anyProviders, (providers) => {
        const evaluation = evaluationOf(providers);
        const winner = best(evaluation);
        const rivals = evaluation.options.filter((option) => option !== winner);
        tornado(evaluation, winner, rivals).forEach(({ criterion, flipsAt, newWinner, weight }) => {
          const rival = rivals.find(({ provider }) => provider.id === newWinner);
          if (flipsAt === null || rival === undefined) return;
          const column = evaluation.criteria.findIndex(({ rule }) => rule.id === criterion);
          const others = (1 - flipsAt) / (1 - weight);
          const weights = evaluation.weights.map((one, at) => (at === column ? flipsAt : one * others));
          assert.ok(Math.abs(dot(weights, winner) - dot(weights, rival)) < 1e-9);
        });
      }),
      RUNS,
    );
  });
});

describe('the smallest shift of weights', () => {
  const anyVector = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });

  it('makes the challenger tie and cannot be beaten by moving weight between any two criteria', () => {
    fc.assert(
      fc.property(anyVector, anyVector, (one, other) => {
        const weights = [0.4, 0.3, 0.2, 0.1];
        const score = (values: readonly number[], at: readonly number[]): number =>
          at.reduce((sum, weight, column) => sum + weight * (values[column] ?? 0), 0);
        const [leader, challenger] =
          score(one, weights) >= score(other, weights) ? [one, other] : [other, one];
        const shift = smallestShift(weights, leader, challenger);
        const never = challenger.every((value, column) => value < (leader[column] ?? 0));
        if (shift === null) {
          assert.ok(never || challenger.every((value, column) => value <= (leader[column] ?? 0) + 1e-9));
          return;
        }
        assert.ok(score(challenger, shift.weights) - score(leader, shift.weights) > -1e-9);
        assert.ok(Math.abs(shift.weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9);
        assert.ok(shift.weights.every((weight) => weight > -1e-12));
        for (let from = 0; from < 4; from++) {
          for (let to = 0; to < 4; to++) {
            const moved = Math.min(weights[from] ?? 0, shift.distanceL1 / 2 - 1e-6);
            if (from === to || moved <= 0) continue;
            const tried = weights.map(
              (weight, at) => weight + (at === to ? moved : 0) - (at === from ? moved : 0),
            );
            assert.ok(score(challenger, tried) < score(leader, tried) + 1e-9);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('counterfactuals', () => {
  it('P16: with the change applied, the option ties or leads', () => {
    fc.assert(
      fc.property(anyProviders, (providers) => {
        const evaluation = evaluationOf(providers);
        for (const option of evaluation.options) {
          const rivals = evaluation.options.filter((one) => one !== option);
          const wanted = Math.max(...rivals.map(({ score }) => score));
          for (const change of counterfactuals(evaluation, option, rivals, VOCABULARY)) {
            const columns = change.change
              .split('+')
              .map((id) => evaluation.criteria.findIndex(({ rule }) => rule.id === id));
            if (change.kind === 'weight') {
              const [column = 0] = columns;
              const others = (1 - Number(change.to)) / (1 - Number(change.from));
              const weights = evaluation.weights.map((one, at) =>
                at === column ? Number(change.to) : one * others,
              );
              const rivalBest = Math.max(...rivals.map((rival) => dot(weights, rival)));
              assert.ok(dot(weights, option) >= rivalBest - 1e-9);
            }
            if (change.kind === 'fact')
              assert.ok(scoreWith(evaluation, option, columns[0] ?? 0, change.to) >= wanted - 1e-9);
            if (change.kind === 'facts') {
              const gained = String(change.to)
                .split('; ')
                .map((to, at) => scoreWith(evaluation, option, columns[at] ?? 0, to) - option.score);
              assert.ok(option.score + gained.reduce((sum, gain) => sum + gain, 0) >= wanted - 1e-9);
              assert.ok(
                gained.every((gain) => option.score + gain < wanted + 1e-9),
                'one would do',
              );
            }
          }
        }
      }),
      RUNS,
    );
  });

  it('names the pair of facts that has to rise least in value, where no single fact is enough', () => {
    fc.assert(
      fc.property(anyProviders, (providers) => {
        const evaluation = evaluationOf(providers);
        const winner = best(evaluation);
        for (const option of evaluation.options.filter(({ score }) => score < winner.score - 1e-9)) {
          const found = counterfactuals(evaluation, option, [winner], VOCABULARY);
          const [pair] = found.filter(({ kind }) => kind === 'facts');
          const single = found.find(({ kind }) => kind === 'fact');
          assert.ok(pair === undefined || single === undefined);
          if (pair === undefined || single !== undefined) continue;
          const ids = pair.change.split('+');
          const least = leastPair(evaluation, option, winner.score - option.score);
          assert.ok(Math.abs(riseOfPair(evaluation, option, ids) - least) < 1e-9);
        }
      }),
      RUNS,
    );
  });
});

/** How far two criteria must rise: the first to its best, the second by what is then missing. */
function riseOfPair(evaluation: Evaluation, option: EvaluatedOption, ids: readonly string[]): number {
  const winner = best(evaluation);
  const [first = -1, second = -1] = ids.map((id) =>
    evaluation.criteria.findIndex(({ rule }) => rule.id === id),
  );
  const room = (column: number) => 1 - (option.cells[column]?.central ?? 0);
  const missing = winner.score - option.score - (evaluation.weights[first] ?? 0) * room(first);
  return room(first) + missing / (evaluation.weights[second] ?? 0);
}

/** By trying every pair of criteria whose facts can change. */
function leastPair(evaluation: Evaluation, option: EvaluatedOption, gap: number): number {
  const changeable = evaluation.criteria.flatMap((criterion, column) =>
    criterion.rule.fact === 'deployment' ? [] : [column],
  );
  const room = (column: number) => 1 - (option.cells[column]?.central ?? 0);
  let least = Number.POSITIVE_INFINITY;
  for (const first of changeable) {
    for (const second of changeable) {
      const missing = gap - (evaluation.weights[first] ?? 0) * room(first);
      const rise = missing / (evaluation.weights[second] ?? 0);
      if (first === second || missing <= 0 || rise > room(second) + 1e-12) continue;
      const isReachable =
        riseTo(criterionAt(evaluation, first), first, 1, VOCABULARY) !== null &&
        riseTo(criterionAt(evaluation, second), second, 1 - room(second) + rise, VOCABULARY) !== null;
      if (isReachable) least = Math.min(least, room(first) + rise);
    }
  }
  return least;
}

function criterionAt({ criteria }: Evaluation, column: number): Evaluation['criteria'][number] {
  const criterion = criteria[column];
  assert.ok(criterion !== undefined);
  return criterion;
}

function scoreWith(
  evaluation: Evaluation,
  option: EvaluatedOption,
  column: number,
  stated: number | string | null,
): number {
  const criterion = evaluation.criteria[column];
  assert.ok(criterion !== undefined && stated !== null);
  const to = criterion.scale.kind === 'numeric' ? Number(stated) : String(stated);
  const reading =
    typeof to === 'number'
      ? ({ kind: 'number', min: to, max: to } as const)
      : criterion.scale.kind === 'coverage'
        ? ({ kind: 'set', items: to.split(', ') } as const)
        : ({ kind: 'level', level: to } as const);
  const changed = cellOf(criterion, reading, option.provider.deployment).central;
  const weight = evaluation.weights[column] ?? 0;
  return option.score + weight * (changed - (option.cells[column]?.central ?? 0));
}

describe('an explanation', () => {
  it('covers at least 80 % of the gap and needs every one of its terms', () => {
    fc.assert(
      fc.property(anyProviders, (providers) => {
        const evaluation = evaluationOf(providers);
        const winner = best(evaluation);
        for (const other of evaluation.options.filter((option) => option !== winner)) {
          const { gap, terms, coveredShare } = compare(evaluation, winner, other);
          const last = terms.at(-1)?.difference ?? 0;
          if (gap <= 1e-9) continue;
          assert.ok(coveredShare >= 0.8 - 1e-9);
          assert.ok(terms.reduce((sum, term) => sum + term.difference, 0) - last < 0.8 * gap);
        }
      }),
      RUNS,
    );
  });

  it('calls another edition of the same product that, and another product by its name alone', () => {
    fc.assert(
      fc.property(anyProviders, (providers) => {
        const evaluation = evaluationOf(providers);
        const winner = best(evaluation);
        for (const other of evaluation.options.filter((option) => option !== winner)) {
          const edition = { ...other, provider: { ...other.provider, family: winner.provider.family } };
          const [apart, same] = [other, edition].map((option) => compare(evaluation, winner, option).text);
          assert.doesNotMatch(`${apart?.en}${apart?.ja}`, /another edition|別プラン/);
          assert.match(same?.en ?? '', /another edition of the same product/);
          assert.match(same?.ja ?? '', /同じ製品の別プラン/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
