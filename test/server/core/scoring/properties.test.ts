// Properties that every evaluation must have (docs/scoring.md, "What holds"). Each is broken by some published tool.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Fact, FactId } from '../../../../server/core/catalogue/fact.ts';
import type { Provider } from '../../../../server/core/catalogue/provider.ts';
import { ahp } from '../../../../server/core/mcda/ahp.ts';
import type { Evaluation, EvaluatedOption } from '../../../../server/core/scoring/evaluate.ts';
import { weightedSum } from '../../../../server/core/scoring/evaluate.ts';
import { verdictOf } from '../../../../server/core/scoring/gates.ts';
import { rankOptions } from '../../../../server/core/scoring/ranking.ts';
import { contestAmong, rankShares, simulate } from '../../../../server/core/scoring/simulate.ts';
import { anyProviders } from '../../../builders/arbitrary-catalogue.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';
import { evaluationOf } from '../../../builders/evaluation.ts';
import { exampleAnswers } from '../../../builders/recommend-input.ts';

const RUNS = { numRuns: 1000 };
/** No property may hold for one kind of organisation only. */
const ORGANISATIONS = ['office-20', 'manufacturer-300', 'enterprise-5000', 'university'].map(exampleAnswers);
const anyAnswers = fc.constantFrom({}, ...ORGANISATIONS);

function near(a: number, b: number, tolerance = 1e-12): boolean {
  return Math.abs(a - b) <= tolerance;
}

function optionById(evaluation: Evaluation, id: string): EvaluatedOption {
  const found = evaluation.options.find(({ provider }) => provider.id === id);
  assert.ok(found !== undefined, id);
  return found;
}

function withFact(provider: Provider, id: FactId, fact: Fact): Provider {
  return { ...provider, facts: { ...provider.facts, [id]: fact } };
}

function order(evaluation: Evaluation): readonly string[] {
  return rankOptions(evaluation.options)
    .filter(({ rank }) => rank !== null)
    .map(({ option }) => option.provider.id);
}

describe('every evaluation', () => {
  it('P1: never puts a dominated option above its dominator', () => {
    fc.assert(
      fc.property(anyProviders, anyAnswers, (providers, answers) => {
        const { options } = evaluationOf(providers, answers);
        for (const one of options) {
          for (const other of options) {
            const dominates = one.cells.every(
              ({ central }, column) => central >= (other.cells[column]?.central ?? 0),
            );
            if (dominates) assert.ok(one.score >= other.score - 1e-12);
          }
        }
      }),
      RUNS,
    );
  });

  it('P2: changes no score and no order of the rest when an option goes, comes or is cloned', () => {
    fc.assert(
      fc.property(anyProviders, anyAnswers, fc.nat(), (providers, answers, pick) => {
        const chosen = providers[pick % providers.length] ?? providers[0];
        assert.ok(chosen !== undefined);
        const all = evaluationOf(providers, answers);
        const without = evaluationOf(
          providers.filter((one) => one !== chosen),
          answers,
        );
        const cloned = evaluationOf([...providers, { ...chosen, id: 'option-clone' }], answers);

        for (const { provider, score } of without.options)
          assert.equal(score, optionById(all, provider.id).score);
        assert.deepEqual(
          order(without),
          order(all).filter((id) => id !== chosen.id),
        );
        assert.deepEqual(
          order(cloned).filter((id) => id !== 'option-clone'),
          order(all),
        );
        assert.equal(optionById(cloned, 'option-clone').score, optionById(all, chosen.id).score);
      }),
      RUNS,
    );
  });

  it('P2, sampled: the draws of the rest stay the same when an option goes', () => {
    fc.assert(
      fc.property(anyProviders, fc.integer(), (providers, seed) => {
        const all = simulate(evaluationOf(providers), seed, 20);
        const without = simulate(evaluationOf(providers.slice(1)), seed, 20);
        for (const { option, scores } of without.options) {
          const before = all.options.find((one) => one.option.provider.id === option.provider.id);
          assert.deepEqual(scores, before?.scores);
        }
      }),
      RUNS,
    );
  });

  it('P3: gives nothing for more than is needed', () => {
    fc.assert(
      fc.property(anyProviders, fc.double({ min: 1, max: 1e6, noNaN: true }), (providers, factor) => {
        const [first, ...rest] = providers;
        assert.ok(first !== undefined);
        const enough = 1e6;
        const quota = (value: number): Fact => ({ state: 'known', value, unit: 'GB', evidence: [] });
        const score = (value: number): number =>
          optionById(evaluationOf([withFact(first, 'mailboxQuota', quota(value)), ...rest]), first.id).score;

        assert.equal(score(enough), score(enough * factor));
      }),
      RUNS,
    );
  });

  it('P4: never lowers a score when a level, a flag or a limit improves', () => {
    const flags = ['webmail', 'auditLog', 'archiving', 'dataExport'] as const;
    const levels: readonly (readonly [FactId, readonly string[]])[] = [
      ...flags.map((id) => [id, ['no', 'partial', 'yes']] as const),
      ['mfa', ['none', 'web-only', 'app-passwords', 'all-protocols']],
      ['supportHours', ['none', 'community', 'business-hours', 'extended', '24x7']],
    ];
    fc.assert(
      fc.property(
        anyProviders,
        anyAnswers,
        fc.constantFrom(...levels),
        fc.nat(),
        (providers, answers, level, pick) => {
          const [first] = providers;
          assert.ok(first !== undefined);
          const [id, values] = level;
          const at = pick % (values.length - 1);
          const scores = values.slice(at, at + 2).map((value) => {
            const changed = withFact(first, id, { state: 'known', value, evidence: [] });
            return optionById(evaluationOf([changed], answers), first.id).score;
          });

          assert.ok((scores[0] ?? 0) <= (scores[1] ?? 0) + 1e-15);
        },
      ),
      RUNS,
    );
  });

  it('P6: does not depend on the order of options or criteria', () => {
    fc.assert(
      fc.property(anyProviders, anyAnswers, (providers, answers) => {
        const { model } = DECISION_DATA;
        const straight = evaluationOf(providers, answers);
        const turned = evaluationOf(providers.toReversed(), answers, {
          ...model,
          criteria: model.criteria.toReversed(),
        });
        for (const { provider, score } of straight.options) {
          assert.ok(near(score, optionById(turned, provider.id).score));
        }
      }),
      RUNS,
    );
  });

  it('P7: does not change when all swing points are scaled alike', () => {
    fc.assert(
      fc.property(anyProviders, fc.double({ min: 0.001, max: 1, noNaN: true }), (providers, factor) => {
        const { model } = DECISION_DATA;
        const scaled = {
          ...model,
          criteria: model.criteria.map((rule) => ({ ...rule, points: rule.points * factor })),
        };
        const straight = evaluationOf(providers);
        for (const { provider, score } of evaluationOf(providers, {}, scaled).options) {
          assert.ok(near(score, optionById(straight, provider.id).score));
        }
      }),
      RUNS,
    );
  });

  it('P8: keeps the score inside the old interval when an unknown fact becomes known within its range', () => {
    const answers = exampleAnswers('enterprise-5000');
    fc.assert(
      fc.property(anyProviders, fc.double({ min: 1, max: 100, noNaN: true }), (providers, quotaGB) => {
        const [first] = providers;
        assert.ok(first !== undefined);
        const unknown = withFact(first, 'mailboxQuota', { state: 'unknown', evidence: [] });
        const known = withFact(first, 'mailboxQuota', {
          state: 'known',
          value: quotaGB,
          unit: 'GB',
          evidence: [],
        });
        const before = optionById(evaluationOf([unknown], answers), first.id);
        const after = optionById(evaluationOf([known], answers), first.id);

        assert.ok(before.scoreRange[0] - 1e-12 <= after.score && after.score <= before.scoreRange[1] + 1e-12);
      }),
      RUNS,
    );
  });

  it('P9: puts an unknown fact strictly between the best and the worst it may be', () => {
    fc.assert(
      fc.property(anyProviders, anyAnswers, (providers, answers) => {
        for (const { cells } of evaluationOf(providers, answers).options) {
          for (const { low, high, central, why } of cells) {
            const isOpen = low < high && (why === 'unknown' || why === 'undisclosed');
            assert.ok(isOpen ? low < central && central < high : low <= central && central <= high);
          }
        }
      }),
      RUNS,
    );
  });

  it('P10: holds only finite figures, also when all options are alike', () => {
    fc.assert(
      fc.property(anyProviders, anyAnswers, (providers, answers) => {
        const [first] = providers;
        assert.ok(first !== undefined);
        const alike = providers.map(({ id }) => ({ ...first, id }));
        for (const { score, scoreRange } of evaluationOf(alike, answers).options) {
          assert.ok([score, ...scoreRange].every((figure) => figure >= 0 && figure <= 1 + 1e-12));
        }
      }),
      RUNS,
    );
  });

  it('P11: has rank shares whose rows and columns add up to 1, ties included', () => {
    fc.assert(
      fc.property(anyProviders, fc.integer(), fc.boolean(), (providers, seed, addClone) => {
        const [first] = providers;
        const clone = first !== undefined && addClone ? [{ ...first, id: 'option-clone' }] : [];
        const simulation = simulate(evaluationOf([...providers, ...clone]), seed, 20);
        const contest = contestAmong(simulation, () => true);
        const rows = simulation.options.map((_, position) => rankShares(contest, position));
        const sums = [
          ...rows.map((row) => row.reduce((sum, share) => sum + share, 0)),
          ...rows.map((_, rank) => rows.reduce((sum, row) => sum + (row[rank] ?? 0), 0)),
        ];

        assert.ok(sums.every((sum) => near(sum, 1, 1e-9)));
      }),
      RUNS,
    );
  });

  it('P12: draws the same figures from the same seed', () => {
    fc.assert(
      fc.property(anyProviders, fc.integer(), (providers, seed) => {
        const draw = (): string =>
          JSON.stringify(
            simulate(evaluationOf(providers), seed, 20).options.map(({ scores }) => [...scores]),
          );

        assert.equal(draw(), draw());
      }),
      RUNS,
    );
  });

  it('P15: excludes only with a requirement that fails again when it is looked at again', () => {
    fc.assert(
      fc.property(anyProviders, anyAnswers, (providers, answers) => {
        for (const { status, gates } of evaluationOf(providers, answers).options) {
          const failing = gates.filter(({ verdict }) => verdict === 'fail');
          assert.equal(status === 'excluded', failing.length > 0);
          for (const { gate, fact } of failing) assert.equal(verdictOf(gate, fact.reading), 'fail');
        }
      }),
      RUNS,
    );
  });

  it('P17: rounds nowhere: a score is the plain sum of weight times value', () => {
    fc.assert(
      fc.property(anyProviders, anyAnswers, (providers, answers) => {
        const evaluation = evaluationOf(providers, answers);
        for (const { cells, score } of evaluation.options) {
          assert.equal(score, weightedSum(evaluation.weights, cells, 'central'));
        }
        const total = evaluation.weights.reduce((sum, weight) => sum + weight, 0);
        assert.ok(near(total, 1));
      }),
      RUNS,
    );
  });

  it('P18: leaves the consistency ratio undefined beyond the random-index table', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 14 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 91, maxLength: 91 }),
        (items, judgments) => {
          const matrix = Array.from({ length: items }, (_, row) =>
            Array.from({ length: items }, (_entry, column) => {
              if (row === column) return 1;
              const [low, high] = row < column ? [row, column] : [column, row];
              const judgment = judgments[(low * 7 + high) % judgments.length] ?? 1;
              return row < column ? judgment : 1 / judgment;
            }),
          );
          const { CR, isConsistent } = ahp(matrix);

          assert.equal(CR, null);
          assert.equal(isConsistent, null);
        },
      ),
      RUNS,
    );
  });
});
