// What would change the result, worked out by hand on options of two and three criteria.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { counterfactuals, riseTo } from '../../../../server/core/scoring/counterfactual.ts';
import type { ScaledCriterion } from '../../../../server/core/scoring/criterion-scale.ts';
import type { Counterfactual } from '../../../../server/core/scoring/recommendation.ts';
import type { GivenOption } from '../../../builders/decision-by-hand.ts';
import { criterion, decision, FLAG, optionOf } from '../../../builders/decision-by-hand.ts';

const ABC = [criterion('a'), criterion('b'), criterion('c')];
const WEIGHTS = [0.5, 0.3, 0.2];

type Facts = GivenOption['facts'];

/** Changes for `one` against all others. */
function changes(
  given: Readonly<Record<string, Facts>>,
  criteria: readonly ScaledCriterion[] = ABC,
  weights: readonly number[] = WEIGHTS,
): readonly Counterfactual[] {
  const options = Object.entries(given).map(([id, facts]) => [id, { facts }] as const);
  const evaluation = decision(criteria, weights, Object.fromEntries(options));
  const rivals = evaluation.options.filter(({ provider }) => provider.id !== 'one');
  return counterfactuals(evaluation, optionOf(evaluation, 'one'), rivals, VOCABULARY);
}

const brief = (found: readonly Counterfactual[]) =>
  found.map(({ kind, change, to }) => {
    const figures = String(to).split('; ');
    return `${kind} ${change} ${figures.map((one) => Number(one).toFixed(3)).join(' ')}`;
  });

describe('a single fact', () => {
  it('rises just as far as closes the gap to the best', () => {
    // 0.62 against 0.80: 0.6 + 0.18 ÷ 0.5 = 0.96; the others would have to rise beyond 1.
    const [change, ...others] = changes({ one: [6, 8, 4], best: [8, 8, 8], low: [1, 1, 1] });

    assert.ok(Math.abs(Number(change?.to) - 9.6) < 1e-9);
    assert.deepEqual([change?.kind, change?.change, change?.from, change?.unit], ['fact', 'a', 6, 'GB']);
    assert.deepEqual(change?.text, {
      en: 'one would be level with the best if “a” were 9.6 GB instead of 6 GB.',
      ja: '「a（日）」が6 GBではなく9.6 GBなら、one（日）は最上位に並びます。',
    });
    assert.deepEqual(others, []);
  });

  it('is shown for three criteria at most, the least rise first', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => criterion(id));
    const found = changes({ one: [5, 5, 5, 5], best: [6, 6, 6, 6] }, four, [0.2, 0.25, 0.15, 0.4]);

    // Rises of 0.1 ÷ weight: d 0.25, b 0.4, a 0.5, c 0.67.
    assert.deepEqual(brief(found), ['fact d 7.500', 'fact b 9.000', 'fact a 10.000']);
  });

  it('is told from the range, the list or the silence it comes from', () => {
    const from = (fact: Facts[number]) =>
      changes({ one: [fact], best: [10] }, [criterion('a')], [1])[0]?.from;

    assert.equal(from({ state: 'range', min: 1, max: 5, evidence: [] }), 5);
    assert.equal(from({ state: 'range', min: 1, evidence: [] }), null);
    assert.equal(from(null), null);
    assert.equal(from(4), 4);
    const set = criterion(
      's',
      { kind: 'coverage', need: 'want', count: 'all' },
      {},
      new Map([['want', ['x', 'y', 'z']]]),
    );
    const [change] = changes({ one: [['x', 'y']], best: [['x', 'y', 'z']] }, [set], [1]);
    assert.deepEqual([change?.from, change?.to], ['x, y', 'x, y, z']);
    assert.match(change?.text.en ?? '', /if “s” were x, y, z instead of x, y\./);
  });

  it('is none for an option that is level with the best already, or has no rival', () => {
    assert.deepEqual(changes({ one: [8, 8, 8], level: [8, 8, 8] }), []);
    assert.deepEqual(changes({ one: [8, 8, 8], low: [7, 8, 8] }), []);
    assert.deepEqual(changes({ one: [0, 0, 0] }), []);
  });

  it('is never where an option runs', () => {
    const criteria = [criterion('home', FLAG, { fact: 'deployment' })];

    assert.deepEqual(
      changes({ one: ['no'], best: ['yes'] }, criteria, [1]).filter(({ kind }) => kind === 'fact'),
      [],
    );
  });
});

describe('two facts', () => {
  it('rise where no single one is enough: one to its best, the other as far as is missing', () => {
    // A gap of 0.5: a to 1 gives 0.4, and b rises by 0.1 ÷ 0.3.
    const [change, ...others] = changes({ one: [2, 2, 2], best: [7, 7, 7] });

    assert.deepEqual(
      [change?.kind, change?.change, change?.from, change?.unit],
      ['facts', 'a+b', null, null],
    );
    const [first, second] = String(change?.to).split('; ').map(Number);
    assert.ok(first === 10 && Math.abs((second ?? 0) - 16 / 3) < 1e-9);
    assert.deepEqual(change?.text, {
      en: 'one would be level with the best only if both “a” were 10 GB and “b” were 5.33 GB.',
      ja: '「a（日）」が10 GB、かつ「b（日）」が5.33 GBになって初めて、one（日）は最上位に並びます。',
    });
    assert.deepEqual(others, []);
  });

  it('are the pair that has to rise least, also where the first rises further than the second', () => {
    const found = changes({ one: [9, 1, 0], best: [10, 10, 10] }, ABC, [0.2, 0.5, 0.3]);

    // A gap of 0.77: b to 1 gives 0.45, c rises by 0.32 ÷ 0.3 > 1; c to 1 gives 0.3, b by 0.47 ÷ 0.5 = 0.94 > 0.9.
    assert.deepEqual(brief(found), []);
    const near = changes({ one: [0, 1, 9], best: [8, 9, 8] }, ABC, [0.3, 0.5, 0.2]);
    // A gap of 0.62: a to 1 gives 0.3, b by 0.32 ÷ 0.5; b to 1 gives 0.45, a by 0.17 ÷ 0.3: 1.64 against 1.47.
    assert.deepEqual(brief(near), ['facts b+a 10.000 5.667']);
  });

  it('pass over a criterion that cannot change', () => {
    const criteria = [
      criterion('home', FLAG, { fact: 'deployment' }),
      criterion('a', { kind: 'saturating', floor: 0, full: 10 }),
      criterion('b'),
    ];
    const found = changes({ one: ['no', 2, 2], best: ['no', 9, 9] }, criteria, [0.4, 0.3, 0.3]);

    // A gap of 0.42: a to 1 gives 0.24, b rises by 0.6.
    assert.deepEqual(brief(found), ['facts a+b 10.000 8.000']);
  });
});

describe('one weight', () => {
  const AB = ABC.slice(0, 2);
  const EVEN = [0.4, 0.3, 0.3];

  it('moves to where the option is level', () => {
    const found = changes({ one: [10, 0], best: [0, 10] }, AB, [0.4, 0.6]);
    const weight = found.find(({ kind }) => kind === 'weight');

    assert.deepEqual([weight?.change, weight?.from, weight?.unit], ['a', 0.4, null]);
    assert.ok(Math.abs(Number(weight?.to) - 0.5) < 1e-12);
    assert.deepEqual(weight?.text, {
      en: 'one would be level with the best if the weight of “a” were 50.0% instead of 40.0%.',
      ja: '「a（日）」の重みが40.0%ではなく50.0%なら、one（日）は最上位に並びます。',
    });
  });

  it('may fall as well as rise, and is the one that changes least', () => {
    const found = changes({ one: [0, 8, 8], best: [10, 6, 6] }, ABC, [0.2, 0.5, 0.3]);

    // On a: 8(1 − t) = 10t + 6(1 − t), t = 1/6. On b and c alone the option stays behind or they move further.
    assert.deepEqual(brief(found.filter(({ kind }) => kind === 'weight')), ['weight a 0.167']);
    // On a: 10t + 16/7 (1 − t) = 8t + 66/7 (1 − t), from 0.3 to 0.781. On b: 9.2(1 − t) = 10t + 8(1 − t), from 0.5 to 0.107.
    const either = changes({ one: [10, 0, 8], best: [8, 10, 8] }, ABC, [0.3, 0.5, 0.2]);
    assert.deepEqual(brief(either.filter(({ kind }) => kind === 'weight')), ['weight b 0.107']);
  });

  it('that would have to count for more than four fifths is no way to win', () => {
    const found = (best: Facts) =>
      brief(changes({ one: [10, 0, 0], best }, ABC, EVEN).filter(({ kind }) => kind === 'weight'));

    // 10t = 7.6t + 10(1 − t): t = 10 ÷ 12.4; 10t = 7.4t + 10(1 − t): t = 10 ÷ 12.6.
    assert.deepEqual(found([7.6, 10, 10]), []);
    assert.deepEqual(found([7.4, 10, 10]), ['weight a 0.794']);
  });

  it('must suit against every rival', () => {
    const weights = (other: Facts) =>
      brief(
        changes({ one: [10, 0, 0], best: [0, 10, 10], other }, ABC, EVEN).filter(
          ({ kind }) => kind === 'weight',
        ),
      );

    assert.deepEqual(weights([0, 0, 0]), ['weight a 0.500']);
    assert.deepEqual(weights([5, 10, 10]), ['weight a 0.667']);
    assert.deepEqual(weights([10, 1, 1]), []);
  });
});

describe('the fact that reaches a value', () => {
  const rise = (one: ScaledCriterion, value: number) => riseTo(one, 3, value, VOCABULARY);

  it('is a number in its unit', () => {
    assert.deepEqual(rise(criterion('a'), 0.5), {
      column: 3,
      value: 0.5,
      to: 5,
      toText: {
        en: '5 GB',
        ja: '5 GB',
      },
    });
    assert.equal(rise(criterion('a'), 1 + 1e-13)?.to, 10);
    assert.equal(rise(criterion('a'), 1.1), null);
    const knots: [number, number][] = [
      [0, 0.25],
      [4, 0.75],
    ];
    assert.equal(rise(criterion('p', { kind: 'piecewise', knots }), 0.9), null);
  });

  it('is the lowest level that is good enough, and is then worth that level', () => {
    const level = criterion(
      'l',
      { kind: 'levels', values: { top: 1, low: 0.2, high: 0.7 } },
      { fact: 'mfa' },
    );

    assert.deepEqual(rise(level, 0.5), {
      column: 3,
      value: 0.7,
      to: 'high',
      toText: {
        en: 'high',
        ja: 'high',
      },
    });
    assert.equal(rise(level, 0.7)?.to, 'high');
    assert.equal(rise(level, 0.71)?.to, 'top');
    const partly = criterion('l', { kind: 'levels', values: { low: 0.2, high: 0.7 } }, { fact: 'mfa' });
    assert.equal(rise(partly, 0.9), null);
  });

  it('is all that is wanted of a set', () => {
    const needs = new Map([['want', ['none', 'all-protocols']]]);
    const set = criterion('s', { kind: 'coverage', need: 'want', count: 'all' }, { fact: 'mfa' }, needs);

    assert.deepEqual(rise(set, 0.3), {
      column: 3,
      value: 1,
      to: 'none, all-protocols',
      toText: { en: 'None, All protocols', ja: 'なし、全プロトコル' },
    });
  });
});
