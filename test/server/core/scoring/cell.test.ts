// What one fact is worth on one criterion, by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cell } from '../../../../server/core/scoring/cell.ts';
import { cellMaker, cellOf } from '../../../../server/core/scoring/cell.ts';
import type { ScaledCriterion } from '../../../../server/core/scoring/criterion-scale.ts';
import type { FactReading } from '../../../../server/core/scoring/fact-reading.ts';
import type { CriterionRule, ValueRule } from '../../../../server/data/schema/criteria.generated.ts';
import { criterion, FLAG, TO_TEN, word } from '../../../builders/decision-by-hand.ts';

type Unknown = CriterionRule['unknown'];

const open = (unknown: Omit<Unknown, 'why'>): Unknown => ({ ...unknown, why: word('Nobody says.') });
const scaled = (value: ValueRule = TO_TEN, fields: Partial<CriterionRule> = {}): ScaledCriterion =>
  criterion('room', value, fields);
const of = (one: ScaledCriterion, reading: FactReading): Cell => cellOf(one, reading, 'cloud');
const bounds = ({ low, central, high }: Cell): readonly number[] => [low, central, high];
const silent = (ends: { readonly atLeast?: number; readonly atMost?: number } = {}): FactReading => ({
  kind: 'missing',
  state: 'unknown',
  ...ends,
});
const number = (min: number, max = min, likely?: number): FactReading => ({
  kind: 'number',
  min,
  max,
  ...(likely === undefined ? {} : { likely }),
});

function near(actual: readonly number[], expected: readonly number[], tolerance = 1e-12): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, index) => {
    assert.ok(
      Math.abs(value - (expected[index] ?? Number.NaN)) <= tolerance,
      `${actual.join()} is not ${expected.join()}`,
    );
  });
}

const COVERAGE: ValueRule = { kind: 'coverage', need: 'wanted', count: 'all' };
const wanting = (count: 'all' | 'any', wanted: readonly string[]): ScaledCriterion =>
  criterion('set', { ...COVERAGE, count }, {}, new Map([['wanted', wanted]]));

describe('a number', () => {
  it('that is certain is its value, with nothing to draw', () => {
    assert.deepEqual(of(scaled(), number(4)), {
      low: 0.4,
      high: 0.4,
      central: 0.4,
      spread: null,
      draws: new Float64Array(0),
      why: 'fact',
    });
  });

  it('between two ends lies anywhere between their values', () => {
    const cell = of(scaled(), number(2, 6));

    near(bounds(cell), [0.2, 0.4, 0.6], 1e-9);
    assert.equal(cell.why, 'range');
    assert.deepEqual([cell.draws.length, cell.draws[0], cell.draws.at(-1)], [1024, 0.2, 0.6]);
    assert.equal(cell.spread?.kind, 'uniform');
  });

  it('between two ends with a likely one gathers around that', () => {
    const cell = of(scaled(), number(0, 9, 3));

    // The mean of a triangle: (0 + 3 + 9) ÷ 3 = 4.
    near([cell.central], [0.4], 1e-3);
    assert.equal(cell.spread?.kind, 'triangular');
  });

  it('between two ends that are worth the same is certain', () => {
    const cell = of(scaled(), number(10, 40));

    assert.deepEqual([...bounds(cell), cell.spread, cell.why], [1, 1, 1, null, 'range']);
  });

  it('around a target peaks at it, whether or not the ends reach it', () => {
    const target = scaled({ kind: 'target', ideal: 5, tolerance: 5 });

    assert.deepEqual([of(target, number(4, 8)).low, of(target, number(4, 8)).high], [0.4, 1]);
    near([of(target, number(6, 8)).low, of(target, number(6, 8)).high], [0.4, 0.8]);
    near([of(target, number(5, 8)).high, of(target, number(2, 5)).high], [1, 1]);
    near([of(target, number(2, 4)).high], [0.8]);
  });

  it('where a level is asked for counts as unknown', () => {
    const cell = of(scaled(FLAG), number(3));

    assert.equal(cell.why, 'unknown');
    assert.deepEqual([cell.low, cell.high], [0, 1]);
  });
});

describe('an old number', () => {
  const doubt = { confidence: 0.5, widening: 0.5 };

  it('widens to both sides and keeps its central value', () => {
    const cell = of(scaled(), { kind: 'number', min: 4, max: 4, doubt });

    near(bounds(cell), [0.2, 0.4, 0.6]);
    assert.equal(cell.why, 'range');
    assert.deepEqual(cell.spread?.kind === 'triangular' ? cell.spread.likely : null, 4);
    assert.equal(cell.draws, cell.draws);
    assert.equal(cell.draws.length, 1024);
  });

  it('that is a range widens as a range, with or without a likely value', () => {
    const plain = of(scaled(), { kind: 'number', min: 4, max: 6, doubt });
    const likely = of(scaled(), { kind: 'number', min: 4, max: 6, likely: 5, doubt });

    near([plain.low, plain.high], [0.2, 0.9]);
    assert.equal(plain.spread?.kind, 'uniform');
    assert.deepEqual(likely.spread?.kind === 'triangular' ? likely.spread.likely : null, 5);
  });

  it('that is enough at both ends is certain', () => {
    const cell = of(scaled(), { kind: 'number', min: 40, max: 40, doubt });

    assert.deepEqual([...bounds(cell), cell.spread], [1, 1, 1, null]);
  });

  it('without doubt about its size does not widen, however little it is believed', () => {
    const cell = of(scaled(), { kind: 'number', min: 4, max: 4, doubt: { confidence: 0.5, widening: 0 } });

    assert.deepEqual(bounds(cell), [0.4, 0.4, 0.4]);
  });

  it('without an upper end is believed like a level: “no limit” may be wrong', () => {
    const endless = Number.POSITIVE_INFINITY;
    const unknown = of(scaled(), silent());
    const cell = of(scaled(), { kind: 'number', min: endless, max: endless, doubt });

    near(bounds(cell), [0.5, 0.5 + 0.5 * unknown.central, 1]);
    assert.equal(cell.why, 'fact');
  });
});

describe('a fact that nobody states', () => {
  it('falls off evenly from the worse end: its mean lies a third of the way up', () => {
    const cell = of(scaled(), silent());

    near(bounds(cell), [0, 1 / 3, 1], 1e-3);
    assert.deepEqual([cell.why, cell.spread?.kind], ['unknown', 'falling']);
    assert.equal(of(scaled(), { kind: 'missing', state: 'undisclosed' }).why, 'undisclosed');
  });

  it('lies between what is plausible for it', () => {
    const cell = of(scaled(TO_TEN, { unknown: open({ low: 4, high: 7 }) }), silent());

    near(bounds(cell), [0.4, 0.5, 0.7], 1e-3);
  });

  it('is worst at its upper end where less is better', () => {
    const cost = scaled({ kind: 'costAbsolute', budget: 10 }, { unknown: open({ low: 0, high: 10 }) });
    const cell = of(cost, silent());

    near(bounds(cell), [0, 1 / 3, 1], 1e-3);
    assert.deepEqual(cell.spread?.kind === 'falling' ? [cell.spread.worse, cell.spread.better] : [], [10, 0]);
  });

  it('is narrowed by what is proven, from below and from above', () => {
    const one = scaled(TO_TEN, { unknown: open({ low: 2, high: 8 }) });
    const ends = (given: Parameters<typeof silent>[0]): readonly number[] => {
      const { low, high } = of(one, silent(given));
      return [low, high];
    };

    near(ends({ atLeast: 5 }), [0.5, 0.8]);
    near(ends({ atLeast: 1 }), [0.2, 0.8]);
    near(ends({ atLeast: 9 }), [0.9, 0.9]);
    near(ends({ atMost: 5 }), [0.2, 0.5]);
    near(ends({ atMost: 9 }), [0.2, 0.8]);
    // Below what is plausible everything is left open.
    near(ends({ atMost: 1 }), [0, 0.1]);
    near(ends({ atMost: 2 }), [0, 0.2]);
  });

  it('is narrowed less by an old proof', () => {
    const doubted = (ends: object): FactReading => ({
      kind: 'missing',
      state: 'unknown',
      ...ends,
      doubt: { confidence: 0.5, widening: 0.5 },
    });

    near([of(scaled(), doubted({ atLeast: 4 })).low], [0.2]);
    near([of(scaled(), doubted({ atMost: 4 })).high], [0.6]);
  });

  it('on levels weighs the worse ones more: of three, 3 to 2 to 1', () => {
    const cell = of(scaled(FLAG), silent());

    // (3 × 0 + 2 × ½ + 1 × 1) ÷ 6.
    near(bounds(cell), [0, 1 / 3, 1]);
    assert.deepEqual([...cell.draws], [0, 0, 0, 0.5, 0.5, 1]);
  });

  it('on levels is one of those that are plausible, for a cloud service one of its own', () => {
    const narrow = scaled(FLAG, {
      unknown: open({ levels: ['partial', 'yes'], cloudLevels: ['yes', 'partial', 'strange'] }),
    });

    assert.deepEqual([...cellOf(narrow, silent(), 'on-premise').draws], [0.5, 0.5, 1]);
    assert.deepEqual([...cellOf(narrow, silent(), 'cloud').draws], [0, 0, 0, 0.5, 0.5, 1]);
    const alike = scaled(FLAG, { unknown: open({ levels: ['no', 'yes'] }) });
    assert.deepEqual([...cellOf(alike, silent(), 'cloud').draws], [0, 0, 1]);
  });

  it('that can only be one level is certain, and of no level at all worth nothing', () => {
    const sure = of(scaled(FLAG, { unknown: open({ levels: ['yes'] }) }), silent());
    const none = of(scaled(FLAG, { unknown: open({ levels: [] }) }), silent());

    assert.deepEqual([...bounds(sure), sure.spread, sure.why], [1, 1, 1, null, 'unknown']);
    assert.deepEqual(bounds(none), [0, 0, 0]);
  });

  it('of wanted items may be any share of them', () => {
    const cell = of(
      criterion('set', COVERAGE, { unknown: open({}) }, new Map([['wanted', ['a', 'b']]])),
      silent(),
    );

    near(bounds(cell), [0, 1 / 3, 1], 1e-3);
    assert.deepEqual([cell.draws[0], cell.draws.at(-1)], [0, 1]);
  });
});

describe('a fact that does not apply', () => {
  it('counts what its rule says, and as unknown where that says nothing', () => {
    const ruled = scaled(TO_TEN, { notApplicable: { value: 0.7, why: word('Your own disks.') } });
    const na: FactReading = { kind: 'notApplicable' };

    assert.deepEqual([...bounds(of(ruled, na)), of(ruled, na).why], [0.7, 0.7, 0.7, 'notApplicable']);
    assert.equal(of(scaled(), na).why, 'unknown');
  });
});

describe('a level', () => {
  it('is worth its value; one that the scale does not know counts as unknown', () => {
    assert.deepEqual(bounds(of(scaled(FLAG), { kind: 'level', level: 'partial' })), [0.5, 0.5, 0.5]);
    assert.equal(of(scaled(FLAG), { kind: 'level', level: 'strange' }).why, 'unknown');
    assert.equal(of(scaled(), { kind: 'level', level: 'yes' }).why, 'unknown');
  });

  it('where items are wanted counts as one item', () => {
    assert.deepEqual(bounds(of(wanting('all', ['a', 'b']), { kind: 'level', level: 'a' })), [0.5, 0.5, 0.5]);
  });

  it('that is believed by half is half itself and half unknown', () => {
    const doubt = { confidence: 0.5, widening: 0 };
    const cell = of(scaled(FLAG), { kind: 'level', level: 'yes', doubt });

    near(bounds(cell), [0.5, 0.5 + 0.5 / 3, 1]);
    near([of(scaled(FLAG), { kind: 'level', level: 'partial', doubt }).low], [0.25]);
    assert.deepEqual([...cell.draws], [0.5, 0.5, 0.5, 0.75, 0.75, 1]);
    assert.equal(cell.why, 'fact');
  });

  it('that is believed in full is certain', () => {
    const doubt = { confidence: 1, widening: 0.5 };

    assert.equal(of(scaled(FLAG), { kind: 'level', level: 'yes', doubt }).spread, null);
  });

  it('that is believed by half, where only one value is possible, is certain', () => {
    const sure = scaled(FLAG, { unknown: open({ levels: ['yes'] }) });
    const doubt = { confidence: 0.5, widening: 0 };
    const cell = of(sure, { kind: 'level', level: 'yes', doubt });

    assert.deepEqual([...bounds(cell), cell.spread, cell.why], [1, 1, 1, null, 'fact']);
  });
});

describe('a set', () => {
  const items = (...held: readonly string[]): FactReading => ({ kind: 'set', items: held });

  it('is worth the share of what is wanted, or everything for any of it', () => {
    assert.equal(of(wanting('all', ['a', 'b', 'c', 'd']), items('a', 'x', 'c', 'd')).central, 0.75);
    assert.equal(of(wanting('any', ['a', 'b']), items('b', 'x')).central, 1);
    assert.equal(of(wanting('any', ['a', 'b']), items('x')).central, 0);
  });

  it('is worth everything where nothing is wanted', () => {
    assert.equal(of(wanting('all', []), items('a')).central, 1);
    assert.equal(of(wanting('all', []), items()).central, 1);
  });

  it('where a number or level is asked for counts as unknown', () => {
    assert.equal(of(scaled(), items('a')).why, 'unknown');
    assert.equal(of(scaled(FLAG), items('yes')).why, 'unknown');
  });
});

describe('the cells of one criterion', () => {
  it('are made once for what is unknown or doubted, apart for each kind of option and each doubt', () => {
    const cellFor = cellMaker(scaled(FLAG));
    const old = (confidence: number): FactReading => ({
      kind: 'level',
      level: 'yes',
      doubt: { confidence, widening: 0 },
    });

    assert.equal(cellFor(silent(), 'cloud'), cellFor(silent(), 'cloud'));
    assert.notEqual(cellFor(silent(), 'cloud'), cellFor(silent(), 'on-premise'));
    assert.equal(cellFor(old(0.5), 'cloud'), cellFor(old(0.5), 'cloud'));
    assert.notEqual(cellFor(old(0.5), 'cloud').low, cellFor(old(0.25), 'cloud').low);
    assert.equal(cellFor({ kind: 'level', level: 'yes' }, 'cloud').central, 1);
    assert.notEqual(
      cellFor({ kind: 'level', level: 'yes' }, 'cloud'),
      cellFor({ kind: 'level', level: 'yes' }, 'cloud'),
    );
  });
});
