// Flips, margins, shifts, explanations and other methods, on decisions small enough to work out by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { crossChecks } from '../../../../server/core/scoring/cross-check.ts';
import type { Evaluation } from '../../../../server/core/scoring/evaluate.ts';
import { compare, explanation } from '../../../../server/core/scoring/explain.ts';
import type { OptionResult } from '../../../../server/core/scoring/recommendation.ts';
import {
  crossing,
  leadingInterval,
  ruleAt,
  scoreAtWeight,
  smallestShift,
  tornado,
  weightLine,
} from '../../../../server/core/scoring/sensitivity.ts';
import { sensitivityReport } from '../../../../server/core/scoring/sensitivity-report.ts';
import type { GivenOption } from '../../../builders/decision-by-hand.ts';
import {
  criterion,
  decision,
  FLAG,
  gateResult,
  optionOf,
  stated,
  word,
} from '../../../builders/decision-by-hand.ts';

const ABC = [criterion('a'), criterion('b'), criterion('c')];
const WEIGHTS = [0.5, 0.3, 0.2];

function near(actual: readonly (number | null | undefined)[], expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, index) => {
    const isNear = Math.abs((value ?? Number.NaN) - (expected[index] ?? 0)) < 1e-9;
    assert.ok(isNear, `${actual.join()} is not ${expected.join()}`);
  });
}

function of(
  given: Readonly<Record<string, GivenOption['facts']>>,
  criteria = ABC,
  weights: readonly number[] = WEIGHTS,
): Evaluation {
  const options = Object.entries(given).map(([id, facts]) => [id, { facts }] as const);
  return decision(criteria, weights, Object.fromEntries(options));
}

const line = (rest: number, value: number) => ({ value, rest });

describe('a score as one weight moves', () => {
  it('is a line from the rest to the value', () => {
    const evaluation = of({ one: [9, 3, 5] });
    const found = weightLine(optionOf(evaluation, 'one'), 1, 0.3);

    // 0.45 + 0.09 + 0.10 = 0.64; without b (0.64 − 0.09) ÷ 0.7.
    near([found.value, found.rest], [0.3, 0.55 / 0.7]);
    near(
      [scoreAtWeight(found, 0), scoreAtWeight(found, 1), scoreAtWeight(found, 0.3)],
      [0.55 / 0.7, 0.3, 0.64],
    );
  });

  it('has no rest where one criterion is everything, and no value beyond the criteria', () => {
    const evaluation = of({ one: [9] }, ABC.slice(0, 1), [1]);

    assert.deepEqual(weightLine(optionOf(evaluation, 'one'), 0, 1), { value: 0.9, rest: 0 });
    assert.equal(weightLine(optionOf(evaluation, 'one'), 7, 0).value, 0);
  });

  it('crosses another inside the scale or at its ends, and a parallel one never', () => {
    near([crossing(line(0, 1), line(1, 0)), crossing(line(0, 1), line(0.25, 0))], [0.5, 0.2]);
    near([crossing(line(0, 1), line(0, 0)), crossing(line(0, 1), line(1, 1))], [0, 1]);
    assert.equal(crossing(line(0.2, 0.4), line(0.3, 0.5)), null);
    assert.equal(crossing(line(0.2, 0.4), line(0.4, 0.5)), null);
    assert.equal(crossing(line(0.2, 0.4), line(0.1, 0.2)), null);
  });

  it('leads on an interval, or nowhere', () => {
    assert.deepEqual(leadingInterval(line(0, 1), [line(1, 0)]), [0.5, 1]);
    assert.deepEqual(leadingInterval(line(1, 0), [line(0, 1)]), [0, 0.5]);
    assert.deepEqual(leadingInterval(line(1, 1), [line(0, 1)]), [0, 1]);
    assert.deepEqual(leadingInterval(line(0.5, 0.5), []), [0, 1]);
    assert.equal(leadingInterval(line(0, 0), [line(1, 1)]), null);
    assert.deepEqual(leadingInterval(line(0, 1), [line(1, 0), line(0.25, 0)]), [0.5, 1]);
    assert.deepEqual(leadingInterval(line(0, 1), [line(0.25, 0), line(1, 0)]), [0.5, 1]);
    assert.deepEqual(leadingInterval(line(1, 0), [line(0, 1), line(0, 0.25)]), [0, 0.5]);
    assert.deepEqual(leadingInterval(line(0.5, 0.5), [line(1, 0), line(0, 1)]), [0.5, 0.5]);
    assert.equal(leadingInterval(line(0.4, 0.4), [line(1, 0), line(0, 1)]), null);
  });
});

describe('the weight at which another option ties the winner', () => {
  // one 0.64, two 0.58 (= 0.2 + 0.24 + 0.14), three 0.5.
  const evaluation = of({ one: [9, 3, 5], two: [4, 8, 7], three: [5, 5, 5] });
  const [one, two, three] = ['one', 'two', 'three'].map((id) => optionOf(evaluation, id));
  assert.ok(one !== undefined && two !== undefined && three !== undefined);
  const flips = tornado(evaluation, one, [three, two]);

  it('is the nearest of all rivals, the most sensitive criterion first', () => {
    // Of b: rests 0.55 ÷ 0.7 and 0.34 ÷ 0.7, values 0.3 and 0.8: t = 0.3 ÷ 0.8 = 3 ÷ 8. Of c: rests 0.675 and 0.55,
    // values 0.5 and 0.7: t = 0.125 ÷ 0.325 = 5 ÷ 13. Of a: rests 0.38 and 0.76, values 0.9 and 0.4: t = 0.38 ÷ 0.88.
    assert.deepEqual(
      flips.map(({ criterion: id, newWinner, label }) => [id, newWinner, label.en]),
      [
        ['a', 'two', 'a'],
        ['b', 'two', 'b'],
        ['c', 'two', 'c'],
      ],
    );
    near(
      flips.map(({ flipsAt }) => flipsAt),
      [0.38 / 0.88, 0.375, 5 / 13],
    );
    near(
      flips.map(({ distance }) => distance),
      [0.5 - 0.38 / 0.88, 0.075, 5 / 13 - 0.2],
    );
    near(
      flips.map(({ weight }) => weight),
      [0.5, 0.3, 0.2],
    );
  });

  it('is missing where no rival ties, and such criteria come last', () => {
    const better = of({ one: [9, 9, 5], two: [8, 8, 7] });
    const found = tornado(better, optionOf(better, 'one'), [optionOf(better, 'two')]);

    // Of c: rests 0.9 and 0.8, values 0.5 and 0.7. Of a: rests 0.74 and 0.76, values 0.9 and 0.8. Of b: never.
    assert.deepEqual(
      found.map(({ criterion: id, newWinner }) => [id, newWinner]),
      [
        ['c', 'two'],
        ['a', 'two'],
        ['b', null],
      ],
    );
    near([found[0]?.flipsAt, found[1]?.flipsAt], [1 / 3, 1 / 6]);
    assert.deepEqual([found[2]?.flipsAt, found[2]?.distance], [null, null]);
    const never = of({ one: [9, 9, 9], two: [8, 8, 8] });
    assert.deepEqual(
      tornado(never, optionOf(never, 'one'), [optionOf(never, 'two')]).map((flip) => [
        flip.flipsAt,
        flip.newWinner,
        flip.distance,
      ]),
      [
        [null, null, null],
        [null, null, null],
        [null, null, null],
      ],
    );
  });

  it('is asked of a criterion that there is', () => {
    assert.equal(ruleAt(evaluation, 2).id, 'c');
    assert.throws(() => ruleAt(evaluation, 3), /no criterion in column 3/);
  });
});

describe('the smallest shift of weights', () => {
  it('goes from where the challenger is worst to where it is best', () => {
    // Leads by 0.5 × 0.5 − 0.3 × 0.5 − 0.2 × 0.2 = 0.06; each unit from a to b gains 1.
    const shift = smallestShift(WEIGHTS, [0.9, 0.3, 0.5], [0.4, 0.8, 0.7]);

    near(shift?.weights ?? [], [0.44, 0.36, 0.2]);
    near([shift?.distanceL1], [0.12]);
  });

  it('takes from further criteria what the worst one does not have', () => {
    const shift = smallestShift([0.1, 0.6, 0.3], [1, 1, 0], [0, 0.5, 1]);

    // Behind by 0.1 + 0.3 − 0.3 = 0.1; the whole of a would gain 0.2.
    near(shift?.weights ?? [], [0.05, 0.6, 0.35]);
    const far = smallestShift([0.8, 0.1, 0.1], [1, 1, 0], [0.5, 0, 1]);
    // Behind by 0.4: all of b gains 0.2, 0.2 ÷ 1.5 of a gains the rest.
    near(far?.weights ?? [], [0.8 - 0.2 / 1.5, 0, 0.2 + 0.2 / 1.5]);
    near([far?.distanceL1], [0.2 + 0.4 / 1.5]);
  });

  it('is none for a challenger that is better nowhere, and nothing for one that is level', () => {
    assert.equal(smallestShift([0.5, 0.5], [0.9, 0.9], [0.5, 0.8]), null);
    assert.deepEqual(smallestShift([0.5, 0.5], [0.5, 0.5], [0.5, 0.5]), {
      weights: [0.5, 0.5],
      distanceL1: 0,
    });
    near(smallestShift([0.5, 0.5], [0.9, 0.5], [0.5, 0.5])?.weights ?? [], [0, 1]);
  });
});

describe('the sensitivity part of the document', () => {
  const given: Readonly<Record<string, GivenOption>> = {
    one: { facts: [9, 3, 5] },
    two: { facts: [4, 8, 7] },
    three: { facts: [8, 5, 3] },
    best: { facts: [10, 10, 9], status: 'excluded', gates: [gateResult('home', 'fail')] },
    level: { facts: [9, 3, 5], status: 'excluded', gates: [gateResult('level', 'fail')] },
    out: {
      facts: [10, 10, 10],
      status: 'excluded',
      gates: [gateResult('near', 'fail', { need: { kind: 'atMost', value: 3 }, fact: stated(4) })],
    },
    weak: { facts: [0, 0, 0], status: 'excluded', gates: [gateResult('far', 'fail')] },
  };
  const evaluation = decision(ABC, WEIGHTS, given);
  const [one, two, three] = ['one', 'two', 'three'].map((id) => optionOf(evaluation, id));
  assert.ok(one !== undefined && two !== undefined && three !== undefined);
  const question = (id: string, chance: number) => ({ criterion: id, changesWinnerProbability: chance });
  const asked = (id: string, ...chances: readonly number[]) =>
    ({
      id,
      questionsToVendor: chances.map((chance, at) => question(`${id}${at}`, chance)),
    }) as unknown as OptionResult;

  const report = sensitivityReport(evaluation, one, [three, two], {
    options: [asked('one', 0.1, 0.5), asked('two', 0.3)],
    vocabulary: VOCABULARY,
  });

  it('asks all vendors, the most decisive question first, twenty at most', () => {
    assert.deepEqual(
      report.questionsToVendors.map(({ option, criterion: id }) => `${option} ${id}`),
      ['one one1', 'two two0', 'one one0'],
    );
    const many = sensitivityReport(evaluation, one, [two], {
      options: [asked('one', ...Array.from({ length: 21 }, () => 0.2))],
      vocabulary: VOCABULARY,
    });
    assert.equal(many.questionsToVendors.length, 20);
  });

  it('names what to relax for excluded options that score higher, the highest first', () => {
    assert.deepEqual(
      report.requirementsToRelax.map(({ change }) => change),
      ['near', 'home'],
    );
  });

  it('says how far each fact of the winner may worsen', () => {
    // The next scores 0.4 + 0.15 + 0.06 = 0.61, so 0.03 less: on a 0.06, on b 0.1, on c 0.15.
    const { winnerMargins } = report;

    near(
      winnerMargins.map(({ to }) => Number(to)),
      [8.4, 2, 3.5],
    );
    assert.deepEqual(
      winnerMargins.map(({ criterion: id, from, unit }) => [id, from, unit]),
      [
        ['a', 9, 'GB'],
        ['b', 3, 'GB'],
        ['c', 5, 'GB'],
      ],
    );
    assert.deepEqual(winnerMargins[0]?.text, {
      en: 'one stays first as long as “a” (now 9 GB) is no worse than 8.4 GB.',
      ja: '「a（日）」（現在は9 GB）が「8.4 GB」より悪くならないかぎり、one（日）は1位のままです。',
    });
    assert.deepEqual(winnerMargins[0]?.label, word('a'));
  });

  it('says so where a fact may be anything, and leaves out what nobody states or what is no fact', () => {
    const criteria = [
      criterion('a'),
      criterion('b'),
      criterion('home', FLAG, { fact: 'deployment' }),
      criterion('c'),
    ];
    const alone = of({ one: [9, 3, 'yes', null] }, criteria, [0.4, 0.2, 0.2, 0.2]);
    const { winnerMargins, smallestWeightChange } = sensitivityReport(alone, optionOf(alone, 'one'), [], {
      options: [],
      vocabulary: VOCABULARY,
    });

    assert.deepEqual(
      winnerMargins.map(({ criterion: id, to, text }) => [id, to, text.en]),
      [
        ['a', null, 'one stays first whatever “a” (9 GB) turns out to be.'],
        ['b', null, 'one stays first whatever “b” (3 GB) turns out to be.'],
      ],
    );
    assert.equal(smallestWeightChange, null);
  });

  it('quotes a range or a list in words', () => {
    const set = criterion(
      's',
      { kind: 'coverage', need: 'w', count: 'all' },
      {},
      new Map([['w', ['x', 'y']]]),
    );
    const criteria = [criterion('a'), set, criterion('f', FLAG)];
    const range = { state: 'range', min: 2, max: 6, evidence: [] } as const;
    const two3 = of({ one: [range, ['x', 'y'], 'yes'] }, criteria, [0.4, 0.3, 0.3]);
    const { winnerMargins } = sensitivityReport(two3, optionOf(two3, 'one'), [], {
      options: [],
      vocabulary: VOCABULARY,
    });

    assert.deepEqual(
      winnerMargins.map(({ from }) => from),
      ['2–6 GB', 'x, y', 'yes'],
    );
  });

  it('names the nearest shift of weights that lets a rival draw level', () => {
    const shift = report.smallestWeightChange;

    // three: 0.03 behind; differences −0.1, 0.2, −0.2: from c to b each unit gains 0.4. two would need 0.06.
    assert.equal(shift?.option, 'two');
    near(Object.values(shift?.weights ?? {}), [0.44, 0.36, 0.2]);
    assert.deepEqual(Object.keys(shift?.weights ?? {}), ['a', 'b', 'c']);
    near([shift?.distanceL1], [0.12]);
    assert.deepEqual(shift?.text, {
      en: 'Moving 6.0% of the weight to “b”, mainly from “a”, would put two level.',
      ja: '重みの6.0%を主に「a（日）」から「b（日）」へ移すと、two（日）が並びます。',
    });
  });
});

describe('an explanation', () => {
  const evaluation = of({
    one: [9, 3, 5],
    two: [4, 8, 7],
    three: [5, 5, 5],
    four: [4, 4, 4],
    five: [1, 1, 1],
  });
  const [one, ...rivals] = evaluation.options;
  assert.ok(one !== undefined);

  it('compares the winner with the next three, under the verdict', () => {
    const found = explanation(evaluation, one, rivals, word('verdict'));

    assert.deepEqual(
      found.comparisons.map(({ winner, other }) => [winner, other]),
      [
        ['one', 'two'],
        ['one', 'three'],
        ['one', 'four'],
      ],
    );
    assert.deepEqual(found.verdict, word('verdict'));
  });

  it('says in both languages what speaks for and against the winner', () => {
    const [two] = rivals;
    const { text, terms } = compare(evaluation, one, two ?? assert.fail());

    assert.deepEqual(text, {
      en: 'one is ahead of two mainly by: a (+25.0). In its favour, two is better in “b” (+15.0).',
      ja: 'one（日）がtwo（日）を上回る主な理由：a（日）（+25.0）。一方、two（日）は「b（日）」で優れています（+15.0）。'.replaceAll(
        '（+25.0）',
        ' (+25.0)',
      ),
    });
    assert.deepEqual(terms[0]?.label, word('a'));
    near([terms[0]?.difference], [0.25]);
  });
});

describe('other methods', () => {
  it('are asked only where there is something to compare', () => {
    const alone = of({ one: [9, 3, 5] });

    assert.equal(crossChecks(alone, optionOf(alone, 'one'), alone.options), null);
  });

  it('agree on an option that is better everywhere', () => {
    const evaluation = of({ one: [9, 8, 7], two: [4, 5, 6] });
    const found = crossChecks(evaluation, optionOf(evaluation, 'one'), evaluation.options) ?? assert.fail();

    assert.deepEqual([found.agreeing, found.of], [4, 4]);
    assert.deepEqual(found.text, {
      en: 'one is first under all 4 other methods too.',
      ja: 'ほかの4つの手法でも、1位はone（日）です。',
    });
    assert.deepEqual(
      found.checks.map(({ method, winner, sameWinner, higherIsBetter }) => [
        method,
        winner,
        sameWinner,
        higherIsBetter,
      ]),
      [
        ['wpm', 'one', true, true],
        ['promethee2', 'one', true, true],
        ['topsis', 'one', true, true],
        ['vikor-regret', 'one', true, false],
      ],
    );
    assert.deepEqual(
      found.checks.map(({ label }) => [label.en, label.ja]),
      [
        ['Weighted product (one very weak point counts more)', '加重積法（極端な弱点を重く見る）'],
        ['PROMETHEE II (option against option)', 'PROMETHEE II（候補どうしの一対比較）'],
        ['TOPSIS with fixed ideals (distance to the ideal)', 'TOPSIS（固定した理想点からの距離）'],
        ['Largest regret of VIKOR (the worst shortfall)', 'VIKORの最大後悔（最も不足する点）'],
      ],
    );
  });

  it('have scores of their own, by hand', () => {
    const evaluation = of({ one: [9, 8, 7], two: [4, 5, 6] });
    const found = crossChecks(evaluation, optionOf(evaluation, 'one'), evaluation.options);
    const scores = (at: number) => Object.values(found?.checks[at]?.scores ?? {});

    near(scores(0), [0.9 ** 0.5 * 0.8 ** 0.3 * 0.7 ** 0.2, 0.4 ** 0.5 * 0.5 ** 0.3 * 0.6 ** 0.2]);
    // Leads of 0.5 and 0.3 are full preferences, one of 0.1 counts 0.1 ÷ 0.25.
    near(scores(1), [0.88, -0.88]);
    const distance = (...gaps: readonly number[]) =>
      Math.hypot(...gaps.map((gap, at) => gap * (WEIGHTS[at] ?? 0)));
    const toIdeal = distance(0.1, 0.2, 0.3);
    const toNothing = distance(0.9, 0.8, 0.7);
    near(scores(2).slice(0, 1), [toNothing / (toIdeal + toNothing)]);
    near(scores(3), [0.06, 0.3]);
  });

  it('that disagree name the option they prefer and the criterion behind it', () => {
    const evaluation = of({ one: [10, 10, 0], two: [7, 7, 7] });
    const found = crossChecks(evaluation, optionOf(evaluation, 'one'), evaluation.options) ?? assert.fail();

    assert.deepEqual(
      found.checks.map(({ winner, sameWinner }) => [winner, sameWinner]),
      [
        ['two', false],
        ['one', true],
        ['one', true],
        ['two', false],
      ],
    );
    assert.deepEqual([found.agreeing, found.of], [2, 4]);
    assert.equal(
      found.text.en,
      'one is first under 2 of 4 other methods. Weighted product (one very weak point counts more) prefers two: the winner makes up elsewhere for c, where two is better.',
    );
    assert.match(found.text.ja, /^ほかの4つの手法のうち、one（日）が1位になるのは2つです。加重積法/);
  });

  it('name the criterion where the most weighted value is lost, not the one with the largest gap', () => {
    const evaluation = of({ one: [10, 6, 0], two: [7, 8.5, 1] });

    // Losses: b 0.3 × 0.25, c 0.2 × 0.1.
    assert.match(
      crossChecks(evaluation, optionOf(evaluation, 'one'), evaluation.options)?.text.en ?? '',
      /prefers two: the winner makes up elsewhere for b, where two is better\.$/,
    );
  });

  it('that put another option level with the winner do not object', () => {
    const evaluation = of({ zero: [9, 8, 7], one: [9, 8, 7] });
    const found = crossChecks(evaluation, optionOf(evaluation, 'one'), evaluation.options);

    assert.deepEqual(
      found?.checks.map(({ winner }) => winner),
      ['one', 'one', 'one', 'one'],
    );
  });
});
