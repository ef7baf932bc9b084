// What to ask vendors, what to read again, what a load run proves, and how sure the ranking is: figures by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fact } from '../../../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../../../server/core/catalogue/fact.ts';
import { termsToCheckAgain } from '../../../../server/core/scoring/check-again.ts';
import {
  CONFIDENCE_SAMPLES,
  confidenceFactor,
  firstDraws,
} from '../../../../server/core/scoring/confidence-factor.ts';
import type { Evaluation } from '../../../../server/core/scoring/evaluate.ts';
import type { ProviderRun, RunFacts } from '../../../../server/core/scoring/measured-evidence.ts';
import { evidenceFrom } from '../../../../server/core/scoring/measured-evidence.ts';
import type { Contribution, OptionResult } from '../../../../server/core/scoring/recommendation.ts';
import {
  centralWeights,
  isNecessarilyBetter,
  optionRobustness,
  robustnessReport,
} from '../../../../server/core/scoring/robustness.ts';
import { contestAmong, rankShares, simulate } from '../../../../server/core/scoring/simulate.ts';
import { vendorQuestions } from '../../../../server/core/scoring/vendor-questions.ts';
import { exactWeights, rangedWeights } from '../../../../server/core/scoring/weight-space.ts';
import { bareEvaluation } from '../../../builders/bare-evaluation.ts';
import type { GivenOption } from '../../../builders/decision-by-hand.ts';
import { criterion, decision, factOf, FLAG, optionOf, word } from '../../../builders/decision-by-hand.ts';
import { aContribution, aFact, anOption, EVIDENCE } from '../../../builders/recommendation.ts';

function near(actual: number | undefined, expected: number, tolerance = 1e-9): void {
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) <= tolerance, `${actual} is not ${expected}`);
}

describe('the questions to a vendor', () => {
  const AB = [criterion('a'), criterion('b')];

  function asked(evaluation: Evaluation, id = 'one', samples = 20_000) {
    const simulation = simulate(evaluation, 1, samples);
    const contest = contestAmong(simulation, () => true);
    const position = simulation.options.findIndex(({ option }) => option.provider.id === id);
    return vendorQuestions(evaluation, simulation, contest, position);
  }
  const between = (one: GivenOption['facts'], rival: GivenOption['facts'], criteria = AB) =>
    asked(decision(criteria, [0.5, 0.5], { one: { facts: one }, rival: { facts: rival } }));

  it('are about what nobody states, with the chance that the answer changes who is first', () => {
    // The mean of a is ⅓, so one has 0.467 against 0.5: it is first above a = 0.4, with chance (1 − 0.4)².
    const [question, ...others] = between([null, 6], [5, 5]);

    assert.deepEqual(others, []);
    assert.deepEqual([question?.criterion, question?.factId], ['a', 'mailboxQuota']);
    assert.deepEqual(question?.question, word('How is a?'));
    near(question?.changesWinnerProbability, 0.36, 0.02);
    near(question?.scoreSwing[0], 0.3, 1e-3);
    near(question?.scoreSwing[1], 0.8, 1e-3);
  });

  it('are weighed each by its own reach, however small that of another is', () => {
    const evaluation = decision([criterion('tiny'), criterion('a'), criterion('sure')], [0.001, 0.5, 0.499], {
      one: { facts: [null, null, 6] },
      rival: { facts: [5, 5, 5] },
    });

    near(asked(evaluation)[0]?.changesWinnerProbability, 0.36, 0.02);
  });

  it('count an option that leads as one that may fall behind', () => {
    // 0.467 against 0.4: one falls behind below a = 0.2, with chance 1 − 0.8².
    near(between([null, 6], [4, 4])[0]?.changesWinnerProbability, 0.36, 0.02);
  });

  it('change nothing where the gap is wider than the fact reaches', () => {
    assert.equal(between([null, 6], [9, 9])[0]?.changesWinnerProbability, 0);
    assert.equal(between([null, 10], [1, 1])[0]?.changesWinnerProbability, 0);
  });

  it('come most decisive first, and of equal ones the one that moves the score most', () => {
    const evaluation = decision(
      [criterion('small'), criterion('large'), criterion('sure')],
      [0.1, 0.3, 0.6],
      { one: { facts: [null, null, 5] }, rival: { facts: [5, 5, 5] } },
    );
    assert.deepEqual(
      asked(evaluation).map(({ criterion: id }) => id),
      ['large', 'small'],
    );
    const settled = decision([criterion('small'), criterion('large'), criterion('sure')], [0.1, 0.3, 0.6], {
      one: { facts: [null, null, 0] },
      rival: { facts: [10, 10, 10] },
    });
    assert.deepEqual(
      asked(settled).map(({ criterion: id, changesWinnerProbability }) => [id, changesWinnerProbability]),
      [
        ['large', 0],
        ['small', 0],
      ],
    );
  });

  it('leave out what is stated, certain whatever it is, or only to be looked up at home', () => {
    const range: Fact = { state: 'range', min: 1, max: 9, evidence: [] };
    assert.deepEqual(between([range, 6], [5, 5]), []);
    const sure = criterion('a', undefined, { unknown: { low: 20, high: 30, why: word('Plenty.') } });
    assert.deepEqual(between([null, 6], [5, 5], [sure, criterion('b')]), []);
    const silent = { factId: null, fact: UNKNOWN_FACT, ends: null, isInItsOwnWords: true };
    const path = { links: [silent], smallest: null, effective: UNKNOWN_FACT };
    assert.deepEqual(between([factOf(UNKNOWN_FACT, { path }), 6], [5, 5]), []);
    assert.equal(between([{ state: 'undisclosed', evidence: [] }, 6], [5, 5]).length, 1);
  });

  it('ask for a price, and never where an option runs or what it is', () => {
    const about = (fact: string) =>
      between([null, 6], [5, 5], [criterion('a', undefined, { fact }), criterion('b')]).length;

    assert.deepEqual(['costPerUserMonth', 'deployment', 'kind', 'supportedYears'].map(about), [1, 0, 0, 0]);
  });

  it('are none for nobody, and decide nothing for an option that does not compete', () => {
    const evaluation = decision(AB, [0.5, 0.5], { one: { facts: [null, 6] }, rival: { facts: [5, 5] } });
    const simulation = simulate(evaluation, 1, 100);
    const others = contestAmong(simulation, ({ provider }) => provider.id === 'rival');

    assert.deepEqual(vendorQuestions(evaluation, simulation, others, 9), []);
    assert.deepEqual(
      vendorQuestions(evaluation, simulation, others, 0).map((one) => one.changesWinnerProbability),
      [0],
    );
  });
});

describe('what to check again', () => {
  const term = (id: string, months: number, confidence: number, fields: Partial<Contribution> = {}) =>
    aContribution({ fact: aFact({ id, age: { months, confidence } }), ...fields });
  const ranked = (id: string, rank: number | null, ...contributions: readonly Contribution[]): OptionResult =>
    anOption({ id, rank, contributions });
  const found = (...options: readonly OptionResult[]) =>
    termsToCheckAgain(options).map(({ term: one, options: on }) => [one.fact.id, ...on.map(({ id }) => id)]);

  it('are the statements of the two leading options, the least believed first', () => {
    assert.deepEqual(
      found(
        ranked('out', null, term('z', 99, 0.1)),
        ranked('first', 1, term('a', 5, 0.9), term('b', 5, 0.3)),
        ranked('second', 2, term('c', 5, 0.5)),
        ranked('third', 3, term('d', 5, 0.1)),
      ),
      [
        ['b', 'first'],
        ['c', 'second'],
        ['a', 'first'],
      ],
    );
  });

  it('of equal belief are the older first, then what weighs more', () => {
    const light = { weight: 0.1 };
    const heavy = { weight: 0.7 };

    assert.deepEqual(
      found(
        ranked('one', 1, term('a', 12, 0.5, light), term('b', 12, 0.5, heavy), term('c', 30, 0.5, light)),
      ),
      [
        ['c', 'one'],
        ['b', 'one'],
        ['a', 'one'],
      ],
    );
  });

  it('have no place without an age', () => {
    assert.deepEqual(found(ranked('one', 1, aContribution(), term('a', 1, 1))), [['a', 'one']]);
  });

  it('stand once for editions that share a statement, and twice where source or words differ', () => {
    const shared = term('a', 12, 0.5);
    assert.deepEqual(found(ranked('one', 1, shared), ranked('two', 2, shared)), [['a', 'one', 'two']]);
    const elsewhere = aContribution({
      fact: { ...shared.fact, evidence: [{ ...EVIDENCE, url: 'https://example.com/other' }] },
    });
    assert.equal(found(ranked('one', 1, shared), ranked('two', 2, elsewhere)).length, 2);
    const worded = aContribution({ fact: { ...shared.fact, shown: word('9 GB') } });
    assert.equal(found(ranked('one', 1, shared), ranked('two', 2, worded)).length, 2);
    const run = (runId: string) =>
      aContribution({ fact: { ...shared.fact, evidence: [{ ...EVIDENCE, url: null, runId }] } });
    assert.equal(found(ranked('one', 1, run('x')), ranked('two', 2, run('y'))).length, 2);
    assert.equal(found(ranked('one', 1, run('x')), ranked('two', 2, run('x'))).length, 1);
  });
});

describe('the evidence of a load run', () => {
  const run = (result: Partial<RunFacts>): ProviderRun => ({
    runId: 'run-1',
    providerId: 'one',
    startedAt: '2026-11-20T10:00:00.000Z',
    result: {
      target: 'smtp://127.0.0.1:2525',
      durationSec: 10,
      requestedRatePerSec: 850,
      achievedRatePerSec: 850,
      messages: { offered: 8500, accepted: 8500, dropped: 0 },
      connections: { opened: 20, refused: 0, peak: 20 },
      verdict: 'valid',
      ...result,
    },
  });
  const about = (result: Partial<RunFacts>) => evidenceFrom([run(result)]).map(({ factId }) => factId);

  it('is whole, in both languages', () => {
    assert.deepEqual(evidenceFrom([run({})])[0], {
      factId: 'acceptedThroughput',
      value: 850,
      unit: 'messages/s',
      isLowerBound: true,
      providerId: 'one',
      runId: 'run-1',
      measuredOn: '2026-11-20',
      conditions: {
        en: '8500 of 8500 messages accepted in 10.0 s, 20 sessions at once, at smtp://127.0.0.1:2525',
        ja: '10.0秒間に8500通中8500通を受理、同時20セッション、対象 smtp://127.0.0.1:2525',
      },
    });
    assert.deepEqual([evidenceFrom([run({})])[1]?.unit, evidenceFrom([])], ['count', []]);
  });

  it('is none of what was not tried', () => {
    assert.deepEqual(about({ messages: { offered: 0, accepted: 0, dropped: 0 } }), ['smtpConnectionsMax']);
    assert.deepEqual(about({ connections: { opened: 0, refused: 0, peak: 0 } }), ['acceptedThroughput']);
    assert.deepEqual(about({ verdict: 'policyBound' }), ['smtpConnectionsMax']);
  });

  it('is no lower bound once a message was refused', () => {
    const messages = { offered: 8500, accepted: 8499, dropped: 0 };

    assert.equal(evidenceFrom([run({ messages })])[0]?.isLowerBound, false);
  });
});

describe('how sure the ranking is', () => {
  const at = (evaluation: Evaluation, samples = 200) => {
    const simulation = simulate(evaluation, 1, samples);
    return { evaluation, simulation, contest: contestAmong(simulation, () => true) };
  };

  it('counts samples, pairs and products, the most likely first', () => {
    const evaluation = bareEvaluation([[0.2], [0.9], [0.5]], { families: ['x', 'y', 'x'] });
    const { simulation, contest } = at(evaluation, 400);
    const report = robustnessReport(evaluation, simulation, contest);

    assert.equal(report.samples, 400);
    near(report.samplingError, 0.049);
    assert.deepEqual(report.pairwise, {
      options: ['o2', 'o3', 'o1'],
      beats: [
        [0.5, 1, 1],
        [0, 0.5, 1],
        [0, 0, 0.5],
      ],
    });
    assert.deepEqual(report.necessarilyBetter, [
      ['o2', 'o3'],
      ['o2', 'o1'],
      ['o3', 'o1'],
    ]);
    assert.deepEqual(report.families, [
      { family: 'y', members: ['o2'], firstRankShare: 1 },
      { family: 'x', members: ['o1', 'o3'], firstRankShare: 0 },
    ]);
  });

  it('compares the twenty highest at most', () => {
    const evaluation = bareEvaluation(Array.from({ length: 22 }, (_, index) => [index / 22]));
    const { simulation, contest } = at(evaluation, 20);
    const { options } = robustnessReport(evaluation, simulation, contest).pairwise;

    assert.deepEqual([options.length, options[0], options.at(-1)], [20, 'o22', 'o3']);
  });

  it('gives each option its ranks, spread and exact bounds', () => {
    const evaluation = bareEvaluation([[[0, 0.5]], [0.9]]);
    const { simulation, contest } = at(evaluation);
    const draws = firstDraws(simulation);
    const robust = (position: number) =>
      optionRobustness(evaluation, simulation, { contest, draws }, position);
    const [one, two] = [robust(0), robust(1)];
    assert.ok(one !== null && two !== null);

    assert.equal(robust(9), null);
    assert.deepEqual([one.expectedRank, two.expectedRank], [2, 1]);
    assert.deepEqual(one.scoreBounds, [0, 0.5]);
    assert.deepEqual([two.centralWeights, two.confidenceFactor], [{ c1: 1 }, 1]);
    for (const score of [two.scoreP5, two.scoreP50, two.scoreP95]) near(score, 0.9);
    assert.deepEqual([one.centralWeights, one.confidenceFactor], [null, null]);
    assert.equal(centralWeights(simulation, { ...contest, members: [1] }, 0), null);
    assert.equal(centralWeights(simulation, contest, 9), null);
  });

  it('is not necessary where a tie is possible', () => {
    const space = rangedWeights([[1, 1]]);
    const cells = (low: number, high: number) => ({
      option: { cells: bareEvaluation([[[low, high]]]).options[0]?.cells ?? [] },
    });

    assert.equal(isNecessarilyBetter({ space }, cells(0.5, 1), cells(0, 0.5)), false);
    assert.equal(isNecessarilyBetter({ space }, cells(0.6, 1), cells(0, 0.5)), true);
    assert.equal(isNecessarilyBetter({ space }, cells(0, 1), cells(0, 0.5)), false);
  });

  it('is a confidence at fixed weights: against one rival, the chance to score higher', () => {
    // One is uniform on 0 … 1 and beats 0.3 in seven of ten draws.
    const evaluation = bareEvaluation([[[0, 1]], [0.3], [0.1]]);
    const { simulation, contest } = at(evaluation, 5000);
    const fixed = { weights: Float64Array.of(1), draws: firstDraws(simulation) };

    near(confidenceFactor(simulation, contest, 0, fixed), 0.7, 0.03);
    near(confidenceFactor(simulation, contest, 1, fixed), 0.3, 0.03);
    assert.equal(confidenceFactor(simulation, contest, 2, fixed) < 0.15, true);
    assert.equal(confidenceFactor(simulation, contest, 9, fixed), 0);
    assert.equal([...fixed.draws.values()][0]?.length, CONFIDENCE_SAMPLES);
    assert.equal([...firstDraws(at(evaluation, 10).simulation).values()][0]?.length, 10);
  });

  it('splits a confidence among options that tie', () => {
    const evaluation = bareEvaluation([[0.5], [0.5], [0.5], [0.2]]);
    const { simulation, contest } = at(evaluation);
    const fixed = { weights: Float64Array.of(1), draws: firstDraws(simulation) };

    near(confidenceFactor(simulation, contest, 0, fixed), 1 / 3);
    assert.equal(confidenceFactor(simulation, contest, 3, fixed), 0);
  });

  it('has ranks only for those that compete', () => {
    const evaluation = bareEvaluation([[0.2], [0.9], [0.5]]);
    const { simulation } = at(evaluation);
    const contest = contestAmong(simulation, ({ provider }) => provider.id !== 'o2');

    assert.deepEqual(contest.members, [0, 2]);
    assert.deepEqual(
      [rankShares(contest, 0), rankShares(contest, 1), rankShares(contest, 2)],
      [[0, 1], [], [1, 0]],
    );
  });

  it('leaves excluded options out of the samples, and knows the heaviest weights', () => {
    const evaluation = decision([criterion('a'), criterion('b', FLAG)], [0.25, 0.75], {
      out: { facts: [10, 'yes'], status: 'excluded' },
      one: { facts: [10, 'no'] },
    }, exactWeights([1, 3])); // prettier-ignore
    const { simulation } = at(evaluation, 3000);

    assert.equal(simulation.options[0]?.option, optionOf(evaluation, 'one'));
    assert.equal(simulation.options.length, 1);
    near(simulation.heaviest[0], 0.25);
    near(simulation.heaviest[1], 0.75);
    simulation.options[0]?.scores.forEach((score) => near(score, 0.25));
    assert.deepEqual(
      simulation.columns.map(({ length }) => length),
      [3000, 3000],
    );
    near(simulation.columns[1]?.at(-1), 0.75);
  });
});
