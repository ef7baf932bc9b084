// Verdicts and relaxations of requirements, case by case.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FactReading } from '../../../../server/core/scoring/fact-reading.ts';
import type { GateNeed, Verdict } from '../../../../server/core/scoring/gates.ts';
import { gateNeed, relaxedNeed, verdictOf } from '../../../../server/core/scoring/gates.ts';
import type { GateRule } from '../../../../server/data/schema/criteria.generated.ts';
import { gateResult } from '../../../builders/decision-by-hand.ts';

const { rule: RULE } = gateResult('need', 'pass').gate;
const verdict = (need: GateNeed, reading: FactReading, rule: Partial<GateRule> = {}): Verdict =>
  verdictOf({ rule: { ...RULE, ...rule }, need }, reading);

const number = (min: number, max = min): FactReading => ({ kind: 'number', min, max });
const level = (name: string): FactReading => ({ kind: 'level', level: name });
const set = (...items: readonly string[]): FactReading => ({ kind: 'set', items });
const silent = (ends: { readonly atLeast?: number; readonly atMost?: number } = {}): FactReading => ({
  kind: 'missing',
  state: 'unknown',
  ...ends,
});

const atLeast: GateNeed = { kind: 'atLeast', value: 50 };
const atMost: GateNeed = { kind: 'atMost', value: 50 };
const medium: GateNeed = { kind: 'level', level: 'medium', order: ['low', 'medium', 'high'] };
const flag: GateNeed = { kind: 'level', level: 'yes', order: ['no', 'partial', 'yes'] };
const cloud: GateNeed = { kind: 'equals', value: 'cloud' };
const all: GateNeed = { kind: 'includesAll', items: ['ja', 'en'] };
const any: GateNeed = { kind: 'includesAny', items: ['ja', 'en'] };

describe('what a requirement asks for', () => {
  const needs = new Map<string, number | string | readonly string[]>([
    ['users', 120],
    ['spamLevel', 'basic'],
    ['kinds', ['mailbox', 'suite']],
  ]);

  it('is filled in from the needs of the organisation', () => {
    const of = (test: GateRule['test']) => gateNeed(test, needs, ['none', 'basic']);

    assert.deepEqual(of({ kind: 'atLeast', value: { need: 'users', times: 2 } }), {
      kind: 'atLeast',
      value: 240,
    });
    assert.deepEqual(of({ kind: 'atMost', value: 7 }), { kind: 'atMost', value: 7 });
    assert.deepEqual(of({ kind: 'levelAtLeast', level: { need: 'spamLevel' } }), {
      kind: 'level',
      level: 'basic',
      order: ['none', 'basic'],
    });
    assert.deepEqual(of({ kind: 'flag' }), { kind: 'level', level: 'yes', order: ['no', 'partial', 'yes'] });
    assert.deepEqual(of({ kind: 'includesAll', need: 'kinds' }), {
      kind: 'includesAll',
      items: ['mailbox', 'suite'],
    });
    assert.deepEqual(of({ kind: 'includesAny', need: 'kinds' }), {
      kind: 'includesAny',
      items: ['mailbox', 'suite'],
    });
    assert.deepEqual(of({ kind: 'equals', value: 'cloud' }), { kind: 'equals', value: 'cloud' });
  });
});

describe('a requirement on a fact that nobody states', () => {
  it('can tell nothing by itself', () => {
    for (const need of [atLeast, atMost, medium, flag, cloud, all, any])
      assert.equal(verdict(need, silent()), 'cannotTell', need.kind);
  });

  it('fails above the most the fact can be, and only a lower limit does', () => {
    assert.equal(verdict(atLeast, silent({ atMost: 49 })), 'fail');
    assert.equal(verdict(atLeast, silent({ atMost: 50 })), 'cannotTell');
    assert.equal(verdict(atMost, silent({ atMost: 49 })), 'cannotTell');
  });

  it('passes up to the least the fact can be, and only a lower limit does', () => {
    assert.equal(verdict(atLeast, silent({ atLeast: 50 })), 'pass');
    assert.equal(verdict(atLeast, silent({ atLeast: 49 })), 'cannotTell');
    assert.equal(verdict(atMost, silent({ atLeast: 60 })), 'cannotTell');
    assert.equal(verdict({ kind: 'atLeast', value: 0 }, silent()), 'cannotTell');
  });

  it('passes up to what silence implies, or to what is proven where that is more', () => {
    const implied = { unknownIsAtLeast: { value: 40, why: { en: 'Because.', ja: 'ため。' } } };
    const need = (value: number): GateNeed => ({ kind: 'atLeast', value });

    assert.equal(verdict(need(40), silent(), implied), 'pass');
    assert.equal(verdict(need(41), silent(), implied), 'cannotTell');
    assert.equal(verdict(need(45), silent({ atLeast: 45 }), implied), 'pass');
    assert.equal(verdict(need(40), silent({ atLeast: 10 }), implied), 'pass');
    assert.equal(verdict(need(30), silent({ atMost: 20 }), implied), 'fail');
    assert.equal(verdict(medium, silent(), implied), 'cannotTell');
  });
});

describe('a requirement on a fact that does not apply', () => {
  it('says what its rule says, and can tell nothing where that says nothing', () => {
    const na: FactReading = { kind: 'notApplicable' };

    assert.equal(verdict(atLeast, na), 'cannotTell');
    assert.equal(verdict(atLeast, na, { notApplicable: 'pass' }), 'pass');
    assert.equal(verdict(atLeast, na, { notApplicable: 'fail' }), 'fail');
  });
});

const STATED: readonly (readonly [string, GateNeed, FactReading, Verdict])[] = [
  ['a number at the upper limit', atMost, number(50), 'pass'],
  ['a number a hair above the upper limit', atMost, number(50.001), 'fail'],
  ['a range that starts at the upper limit', atMost, number(50, 60), 'cannotTell'],
  ['a range that ends just below the lower limit', atLeast, number(40, 49.999), 'fail'],
  ['a word where a number is asked', atLeast, level('high'), 'cannotTell'],
  ['a word where at most a number is asked', atMost, level('high'), 'cannotTell'],
  ['the lowest level', medium, level('low'), 'fail'],
  ['the level itself', medium, level('medium'), 'pass'],
  ['a level outside the order', medium, level('partial'), 'cannotTell'],
  ['a number where a level is asked', medium, number(1), 'cannotTell'],
  ['the first level of its order', { ...medium, level: 'low' }, level('low'), 'pass'],
  ['a level asked for outside the order', { ...medium, level: 'gone' }, level('high'), 'cannotTell'],
  ['“partly” where some is enough', { ...flag, level: 'partial' }, level('partial'), 'pass'],
  ['“partly” where all is asked', flag, level('partial'), 'cannotTell'],
  ['“yes”', flag, level('yes'), 'pass'],
  ['the word itself', cloud, level('cloud'), 'pass'],
  ['another word', cloud, level('on-premise'), 'fail'],
  ['a number where a word is asked', cloud, number(1), 'cannotTell'],
  ['one word of two that must be there', all, level('ja'), 'fail'],
  ['one word of two that would do', any, level('ja'), 'pass'],
  ['a number where items are asked', any, number(1), 'cannotTell'],
  ['both items', all, set('en', 'ja'), 'pass'],
  ['no item of those that would do', any, set('de'), 'fail'],
];

describe('a requirement on a stated fact', () => {
  for (const [what, need, reading, expected] of STATED) {
    it(`says ${expected} to ${what}`, () => {
      assert.equal(verdict(need, reading), expected);
    });
  }
});

describe('a requirement relaxed to an offer', () => {
  it('falls to the worse end of a number', () => {
    assert.deepEqual(relaxedNeed(atLeast, number(30, 40)), { kind: 'atLeast', value: 30 });
    assert.deepEqual(relaxedNeed(atMost, number(60, 80)), { kind: 'atMost', value: 80 });
    assert.equal(relaxedNeed(cloud, number(30)), null);
    assert.equal(relaxedNeed(atLeast, level('high')), null);
    assert.equal(relaxedNeed(atMost, level('high')), null);
  });

  it('falls to the level offered, unless that is the lowest', () => {
    const high: GateNeed = { ...medium, level: 'high' };

    assert.deepEqual(relaxedNeed(high, level('medium')), medium);
    assert.equal(relaxedNeed(high, level('low')), null);
    assert.equal(relaxedNeed(high, level('gone')), null);
    assert.equal(relaxedNeed(high, number(3)), null);
    assert.equal(relaxedNeed(cloud, level('on-premise')), null);
  });

  it('keeps the items that are there, or takes what is offered beside the others', () => {
    assert.deepEqual(relaxedNeed(all, set('en', 'de')), { kind: 'includesAll', items: ['en'] });
    assert.equal(relaxedNeed(all, set('de')), null);
    assert.deepEqual(relaxedNeed(any, set('de')), { kind: 'includesAny', items: ['ja', 'en', 'de'] });
    assert.equal(relaxedNeed(atLeast, set('de')), null);
    assert.equal(relaxedNeed(medium, set('medium')), null);
  });
});
