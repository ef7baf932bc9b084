// Value rules filled in for an organisation, and readings of facts, by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fact } from '../../../../server/core/catalogue/fact.ts';
import type { Scale } from '../../../../server/core/scoring/criterion-scale.ts';
import { isAsked, levelParameter } from '../../../../server/core/scoring/criterion-scale.ts';
import { doubted, readFact } from '../../../../server/core/scoring/fact-reading.ts';
import type { Spread } from '../../../../server/core/scoring/spread.ts';
import { equallyLikelyValues } from '../../../../server/core/scoring/spread.ts';
import { valueFunction } from '../../../../server/core/scoring/value-functions.ts';
import type { ValueRule } from '../../../../server/data/schema/criteria.generated.ts';
import { criterion, stated } from '../../../builders/decision-by-hand.ts';

const NEEDS = new Map<string, number | string | readonly string[]>([
  ['users', 100],
  ['level', 'basic'],
  ['protocols', ['IMAP', 'POP']],
]);
const scaleOf = (value: ValueRule): Scale => criterion('one', value, {}, NEEDS).scale;
const numeric = (value: ValueRule) => {
  const scale = scaleOf(value);
  assert.ok(scale.kind === 'numeric');
  return scale.values;
};
const levels = (value: ValueRule): readonly unknown[] => {
  const scale = scaleOf(value);
  assert.ok(scale.kind === 'levels');
  return [Object.fromEntries(scale.values), scale.enough];
};

describe('a scale', () => {
  it('of a flag gives “partly” half, or what the rule says', () => {
    assert.deepEqual(levels({ kind: 'boolean' }), [{ no: 0, partial: 0.5, yes: 1 }, 'yes']);
    assert.deepEqual(levels({ kind: 'boolean', partial: 0.3 }), [{ no: 0, partial: 0.3, yes: 1 }, 'yes']);
  });

  it('of levels is full from the level that is enough on, the others keep their proportions', () => {
    const values = { none: 0, separate: 0.3, basic: 0.6, advanced: 1 };

    assert.deepEqual(levels({ kind: 'levels', values, enough: { need: 'level' } }), [
      { none: 0, separate: 0.5, basic: 1, advanced: 1 },
      'basic',
    ]);
    assert.deepEqual(levels({ kind: 'levels', values }), [values, null]);
    assert.deepEqual(levels({ kind: 'levels', values, enough: 'strange' }), [values, 'strange']);
  });

  it('of levels is full throughout where the worst level is enough', () => {
    assert.deepEqual(levels({ kind: 'levels', values: { none: 0, some: 1 }, enough: 'none' }), [
      { none: 1, some: 1 },
      'none',
    ]);
  });

  it('of a set holds what is wanted', () => {
    assert.deepEqual(scaleOf({ kind: 'coverage', need: 'protocols', count: 'any' }), {
      kind: 'coverage',
      wanted: ['IMAP', 'POP'],
      count: 'any',
    });
  });

  it('of a number is filled in with what is needed', () => {
    const need = { need: 'users' };
    const floor = { need: 'users', times: 0.1 };
    const ends = (value: ValueRule) => [numeric(value).kind, numeric(value).worst, numeric(value).best];

    assert.deepEqual(ends({ kind: 'saturating', floor, full: need }), ['saturating', 10, 100]);
    assert.deepEqual(ends({ kind: 'ratioLog', floor, full: need }), ['ratioLog', 10, 100]);
    assert.deepEqual(ends({ kind: 'target', ideal: need, tolerance: floor }), ['target', 90, 100]);
    assert.deepEqual(ends({ kind: 'costAbsolute', budget: need }), ['costAbsolute', 100, 0]);
    assert.deepEqual(
      numeric({
        kind: 'piecewise',
        knots: [
          [1, 0],
          [5, 1],
        ],
      }).knots,
      [
        { x: 1, value: 0 },
        { x: 5, value: 1 },
      ],
    );
  });

  it('has something to say unless nothing of a set is wanted', () => {
    const coverage: ValueRule = { kind: 'coverage', need: 'protocols', count: 'all' };

    assert.equal(isAsked(criterion('set', coverage, {}, NEEDS)), true);
    assert.equal(isAsked(criterion('set', coverage)), false);
    assert.equal(isAsked(criterion('number')), true);
  });

  it('takes a level as written, or from the needs; none where nobody needs one', () => {
    assert.equal(levelParameter('basic', new Map()), 'basic');
    assert.equal(levelParameter({ need: 'level' }, NEEDS), 'basic');
    assert.equal(levelParameter({ need: 'other' }, NEEDS), '');
  });
});

describe('a value function in words', () => {
  const formula = (spec: Parameters<typeof valueFunction>[0]) => valueFunction(spec).formula;

  it('is its formula with the figures filled in, to six digits', () => {
    assert.equal(
      formula({ kind: 'saturating', floor: 1.234_567_89, full: 9 }),
      'clip((x − 1.23457) ÷ (9 − 1.23457))',
    );
    assert.equal(formula({ kind: 'ratioLog', floor: 1, full: 9 }), 'clip(ln(x ÷ 1) ÷ ln(9 ÷ 1))');
    assert.equal(formula({ kind: 'target', ideal: 5, tolerance: 2 }), 'clip(1 − |x − 5| ÷ 2)');
    assert.equal(formula({ kind: 'costAbsolute', budget: 800 }), 'clip(1 − x ÷ 800)');
    assert.equal(
      formula({
        kind: 'piecewise',
        knots: [
          { x: 1, value: 0 },
          { x: 2, value: 1 },
        ],
      }),
      'piecewise (1, 0) (2, 1)',
    );
  });
});

describe('a value function at its edges', () => {
  it('of levels in steps reads backwards to the x nearest to the worse end', () => {
    const rising = valueFunction({
      kind: 'piecewise',
      knots: [
        { x: 0, value: 0.25 },
        { x: 2, value: 0.5 },
        { x: 4, value: 0.5 },
        { x: 6, value: 0.75 },
      ],
    });

    assert.deepEqual([0.1, 0.25, 0.375, 0.5, 0.625, 0.75, 0.9].map(rising.inverse), [
      null,
      0,
      1,
      2,
      5,
      6,
      null,
    ]);
    assert.deepEqual([rising.worst, rising.best], [0, 6]);
    assert.deepEqual([-1, 0, 1, 3, 6, 7].map(rising.valueOf), [0.25, 0.25, 0.375, 0.5, 0.75, 0.75]);
  });

  it('of falling knots reads backwards from its last one', () => {
    const { inverse, worst, best } = valueFunction({
      kind: 'piecewise',
      knots: [
        { x: 0, value: 1 },
        { x: 10, value: 0 },
      ],
    });

    assert.deepEqual([inverse(0), inverse(0.5), inverse(1), worst, best], [10, 5, 0, 10, 0]);
  });

  it('without knots is worth nothing', () => {
    const { valueOf, inverse, worst, best } = valueFunction({ kind: 'piecewise', knots: [] });

    assert.deepEqual([valueOf(1), inverse(0), worst, best], [0, null, 0, 0]);
  });

  it('of knots on one level has its better end on the right', () => {
    const flat = valueFunction({
      kind: 'piecewise',
      knots: [
        { x: 1, value: 0.5 },
        { x: 3, value: 0.5 },
      ],
    });

    assert.deepEqual([flat.worst, flat.best, flat.kind], [1, 3, 'piecewise']);
  });

  it('with a floor that is not positive or not below the need keeps a logarithmic scale from half the need', () => {
    for (const floor of [0, -1, 8, 9])
      assert.deepEqual(valueFunction({ kind: 'ratioLog', floor, full: 8 }).worst, 4, String(floor));
    const { valueOf } = valueFunction({ kind: 'ratioLog', floor: 2, full: 8 });
    assert.deepEqual([-1, 0, 1, 2, 8, 9, Infinity].map(valueOf), [0, 0, 0, 0, 1, 1, 1]);
    assert.ok(Math.abs(valueOf(4) - 0.5) < 1e-12);
  });

  it('around a target falls to both sides, and reads backwards on the lower one', () => {
    const { valueOf, inverse, worst, best, kind } = valueFunction({ kind: 'target', ideal: 5, tolerance: 4 });

    assert.deepEqual([0, 1, 3, 5, 7, 9, 10].map(valueOf), [0, 0, 0.5, 1, 0.5, 0, 0]);
    assert.deepEqual([inverse(0.5), inverse(1), worst, best, kind], [3, 5, 1, 5, 'target']);
  });

  it('of a cost reads backwards from the budget', () => {
    const { inverse, kind, worst, best } = valueFunction({ kind: 'costAbsolute', budget: 10 });

    assert.deepEqual([inverse(0), inverse(0.25), kind, worst, best], [10, 7.5, 'costAbsolute', 10, 0]);
  });
});

describe('a spread', () => {
  const drawsOf = (spread: Spread) => equallyLikelyValues(spread);
  const at = (spread: Spread, share: number) => drawsOf(spread)[Math.round(share * 1023)] ?? Number.NaN;

  it('is drawn from quantiles between its ends, both among them', () => {
    const spread: Spread = { kind: 'uniform', min: 2, max: 6, values: null };

    assert.deepEqual([at(spread, 0), at(spread, 1), drawsOf(spread).length], [2, 6, 1024]);
    assert.ok(Math.abs(at(spread, 0.5) - 4) < 0.01);
    const values = valueFunction({ kind: 'saturating', floor: 0, full: 10 });
    assert.deepEqual(at({ ...spread, values }, 1), 0.6);
  });

  it('around a likely value has its quantiles where a triangle has them', () => {
    // Of 0, 2, 8: the left side holds 2 ÷ 8 = ¼ of it; a sixteenth lies below √(16 × 1/16) = 1.
    const spread: Spread = { kind: 'triangular', min: 0, likely: 2, max: 8, values: null };
    const expected = [
      [0, 0],
      [1 / 16, 1],
      [1 / 4, 2],
      // 8 − √(¼ × 8 × 6).
      [3 / 4, 8 - Math.sqrt(12)],
      [1, 8],
    ] as const;

    for (const [share, value] of expected) assert.ok(Math.abs(at(spread, share) - value) < 0.02, `${share}`);
    const away: Spread = { kind: 'triangular', min: 10, likely: 12, max: 18, values: null };
    for (const [share, value] of expected)
      assert.ok(Math.abs(at(away, share) - 10 - value) < 0.02, `${share}`);
    assert.deepEqual([at({ ...away, likely: 10 }, 0), at({ ...away, likely: 18 }, 1)], [10, 18]);
  });

  it('of levels is those levels', () => {
    assert.deepEqual([...drawsOf({ kind: 'levels', equallyLikely: [0, 0, 1] })], [0, 0, 1]);
  });

  it('that falls off is half way at three quarters', () => {
    const spread: Spread = { kind: 'falling', worse: 10, better: 0, values: null };

    assert.deepEqual([at(spread, 0), at(spread, 1)], [10, 0]);
    assert.ok(Math.abs(at(spread, 0.75) - 5) < 0.01);
  });
});

describe('a reading', () => {
  const limit = (fields: Partial<Fact>) => readFact(stated(10, fields), 20);
  const range = (fields: Partial<Fact>): Fact => ({ state: 'range', evidence: [], ...fields });

  it('of a limit counts per working day of eight hours, and a month as 21 days', () => {
    const perDay = (window: NonNullable<Fact['window']>) => limit({ window, scope: 'user' });
    const number = (value: number) => ({ kind: 'number', min: value, max: value });

    assert.deepEqual(perDay('second'), number(288_000));
    assert.deepEqual(perDay('minute'), number(4800));
    assert.deepEqual(perDay('10-minutes'), number(480));
    assert.deepEqual(perDay('hour'), number(80));
    assert.deepEqual(perDay('day'), number(10));
    assert.deepEqual(perDay('month'), number(10 / 21));
  });

  it('of a limit that is shared counts per user, and of one without a time as it is', () => {
    const valueOf = (fields: Partial<Fact>, users = 20) => {
      const reading = readFact(stated(10, fields), users);
      return reading.kind === 'number' ? reading.min : null;
    };

    assert.equal(valueOf({ window: 'day', scope: 'organisation' }), 0.5);
    assert.equal(valueOf({ window: 'day', scope: 'server' }), 0.5);
    assert.equal(valueOf({ window: 'day', scope: 'client' }), 10);
    assert.equal(valueOf({ scope: 'organisation' }), 10);
    assert.equal(valueOf({ window: 'day', scope: 'server' }, 0), 10);
  });

  it('of a range keeps both ends, or the one that is stated', () => {
    const shared = { window: 'day', scope: 'server' } as const;

    assert.deepEqual(readFact(range({ min: 2, max: 4 }), 2), { kind: 'number', min: 2, max: 4 });
    assert.deepEqual(readFact(range({ min: 2, max: 4, ...shared }), 2), { kind: 'number', min: 1, max: 2 });
    assert.deepEqual(readFact(range({ min: 2, ...shared }), 2), {
      kind: 'missing',
      state: 'unknown',
      atLeast: 1,
    });
    assert.deepEqual(readFact(range({ max: 4, ...shared }), 2), {
      kind: 'missing',
      state: 'unknown',
      atMost: 2,
    });
    assert.deepEqual(readFact(range({}), 2), { kind: 'missing', state: 'unknown' });
  });

  it('of every other kind of fact says what it is', () => {
    const of = (fact: Fact) => readFact(fact, 1);

    assert.deepEqual(of({ state: 'notApplicable', evidence: [] }), { kind: 'notApplicable' });
    assert.deepEqual(of({ state: 'undisclosed', evidence: [] }), { kind: 'missing', state: 'undisclosed' });
    assert.deepEqual(of({ ...stated(5), state: 'unknown' }), { kind: 'missing', state: 'unknown' });
    assert.deepEqual(of({ state: 'known', unlimited: true, evidence: [] }), {
      kind: 'number',
      min: Number.POSITIVE_INFINITY,
      max: Number.POSITIVE_INFINITY,
    });
    assert.deepEqual(of(stated('yes')), { kind: 'level', level: 'yes' });
    assert.deepEqual(of(stated(['a', 'b'])), { kind: 'set', items: ['a', 'b'] });
    assert.deepEqual(of({ state: 'known', evidence: [] }), { kind: 'missing', state: 'unknown' });
  });

  it('is doubted by its age, except where nothing is stated or nothing is taken from it', () => {
    const doubt = { confidence: 0.5, widening: 0 };
    const level = { kind: 'level', level: 'yes' } as const;
    const silent = { kind: 'missing', state: 'unknown' } as const;

    assert.deepEqual(doubted(level, doubt), { ...level, doubt });
    assert.equal(doubted(level, { confidence: 1, widening: 0 }), level);
    assert.deepEqual(doubted(level, { confidence: 1, widening: 0.1 }), {
      ...level,
      doubt: { confidence: 1, widening: 0.1 },
    });
    assert.equal(doubted(silent, doubt), silent);
    assert.deepEqual(doubted({ ...silent, atLeast: 1 }, doubt), { ...silent, atLeast: 1, doubt });
    assert.deepEqual(doubted({ ...silent, atMost: 1 }, doubt), { ...silent, atMost: 1, doubt });
    const na = { kind: 'notApplicable' } as const;
    assert.equal(doubted(na, doubt), na);
  });
});
