import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FactReading } from '../../../../server/core/scoring/fact-reading.ts';
import { readFact } from '../../../../server/core/scoring/fact-reading.ts';
import type { GateNeed, Verdict } from '../../../../server/core/scoring/gates.ts';
import { relaxedNeed, verdictOf } from '../../../../server/core/scoring/gates.ts';
import { failures, gateEffect, smallestRelaxations } from '../../../../server/core/scoring/gate-effects.ts';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { FactId } from '../../../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../../../server/core/catalogue/fact.ts';
import { providerWith } from '../../../builders/arbitrary-catalogue.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';
import { evaluationOf } from '../../../builders/evaluation.ts';

const RULE = DECISION_DATA.model.gates.find(({ id }) => id === 'user-capacity');
assert.ok(RULE !== undefined);
const rule = RULE;

const atLeast50: GateNeed = { kind: 'atLeast', value: 50 };
const atMost50: GateNeed = { kind: 'atMost', value: 50 };
const basic: GateNeed = { kind: 'level', level: 'basic', order: ['none', 'separate', 'basic', 'advanced'] };
const flag: GateNeed = { kind: 'level', level: 'yes', order: ['no', 'partial', 'yes'] };
const both: GateNeed = { kind: 'includesAll', items: ['ja', 'en'] };
const either: GateNeed = { kind: 'includesAny', items: ['JP', 'own-premises'] };

function number(min: number, max = min): FactReading {
  return { kind: 'number', min, max };
}

const CASES: readonly (readonly [string, GateNeed, FactReading, Verdict])[] = [
  ['exactly the limit', atLeast50, number(50), 'pass'],
  ['a hair below the limit', atLeast50, number(49.999), 'fail'],
  ['a range above the limit', atLeast50, number(50, 90), 'pass'],
  ['a range that the limit cuts', atLeast50, number(10, 50), 'cannotTell'],
  ['a range below the limit', atLeast50, number(10, 49), 'fail'],
  ['exactly the budget', atMost50, number(50), 'pass'],
  ['a range that the budget cuts', atMost50, number(50, 51), 'cannotTell'],
  ['a range above the budget', atMost50, number(51, 60), 'fail'],
  ['the level wanted', basic, { kind: 'level', level: 'basic' }, 'pass'],
  ['a better level', basic, { kind: 'level', level: 'advanced' }, 'pass'],
  ['a worse level', basic, { kind: 'level', level: 'separate' }, 'fail'],
  ['a level nobody knows', basic, { kind: 'level', level: 'magic' }, 'cannotTell'],
  ['a flag that says partly', flag, { kind: 'level', level: 'partial' }, 'cannotTell'],
  ['a flag that says no', flag, { kind: 'level', level: 'no' }, 'fail'],
  ['all items', both, { kind: 'set', items: ['ja', 'en', 'de'] }, 'pass'],
  ['some items', both, { kind: 'set', items: ['en'] }, 'fail'],
  ['one of several', either, { kind: 'set', items: ['US', 'JP'] }, 'pass'],
  ['none of several', either, { kind: 'set', items: ['US'] }, 'fail'],
  ['one word where a list is expected', either, { kind: 'level', level: 'JP' }, 'pass'],
  ['a number where a level is expected', basic, number(3), 'cannotTell'],
  ['an undisclosed fact', flag, { kind: 'missing', state: 'undisclosed' }, 'cannotTell'],
];

describe('a requirement', () => {
  for (const [what, need, reading, expected] of CASES) {
    it(`says ${expected} to ${what}`, () => {
      assert.equal(verdictOf({ rule, need }, reading), expected);
    });
  }

  it('takes silence for enough only where a small limit would be published', () => {
    const silent: FactReading = { kind: 'missing', state: 'unknown' };
    const implied = rule.unknownIsAtLeast?.value ?? 0;

    assert.equal(verdictOf({ rule, need: { kind: 'atLeast', value: implied } }, silent), 'pass');
    assert.equal(verdictOf({ rule, need: { kind: 'atLeast', value: implied + 1 } }, silent), 'cannotTell');
  });

  it('lets its rule say what a fact that does not apply means', () => {
    const reading: FactReading = { kind: 'notApplicable' };

    assert.equal(verdictOf({ rule: { ...rule, notApplicable: 'fail' }, need: flag }, reading), 'fail');
    assert.equal(verdictOf({ rule: { ...rule, notApplicable: 'pass' }, need: flag }, reading), 'pass');
  });

  it('relaxes to what the option offers, and not at all where nothing would be left of it', () => {
    assert.deepEqual(relaxedNeed(atLeast50, number(30)), { kind: 'atLeast', value: 30 });
    assert.deepEqual(relaxedNeed(both, { kind: 'set', items: ['en'] }), {
      kind: 'includesAll',
      items: ['en'],
    });
    assert.equal(relaxedNeed(flag, { kind: 'level', level: 'no' }), null);
    assert.equal(relaxedNeed(both, { kind: 'set', items: ['de'] }), null);
  });
});

describe('a limit', () => {
  it('per minute counts for a working day of eight hours, per organisation for each user', () => {
    const limit = { state: 'known', value: 30, unit: 'messages', evidence: [] } as const;

    assert.deepEqual(readFact({ ...limit, window: 'minute', scope: 'user' }, 10), number(14_400));
    assert.deepEqual(readFact({ ...limit, window: 'day', scope: 'organisation' }, 10), number(3));
  });
});

describe('the effect of requirements', () => {
  const unknown = Object.fromEntries(VOCABULARY.ids.map((id) => [id, UNKNOWN_FACT])) as Record<
    FactId,
    typeof UNKNOWN_FACT
  >;
  const withUsers = (id: string, value: number) =>
    providerWith(id, { ...unknown, usersMax: { state: 'known', value, unit: 'count', evidence: [] } });

  it('counts who fails for it alone and readmits the nearest first', () => {
    const evaluation = evaluationOf(
      [withUsers('large', 900), withUsers('small', 300), withUsers('enough', 5000)],
      {
        employees: 1000,
      },
    );
    const gate = evaluation.gates.find((one) => one.rule.id === 'user-capacity');
    assert.ok(gate !== undefined);
    const { excludes, excludesAlone, relaxations } = gateEffect(gate, evaluation, VOCABULARY);

    assert.deepEqual([excludes, excludesAlone], [2, 2]);
    assert.deepEqual(
      relaxations.map(({ to, readmits }) => [to, readmits]),
      [
        [900, ['large']],
        [300, ['large', 'small']],
      ],
    );
  });

  it('names, where nothing is left, every smallest set that would bring an option back', () => {
    const relay = providerWith('relay', unknown, { kind: 'relay' });
    const evaluation = evaluationOf(
      [withUsers('small', 300), relay, { ...withUsers('both', 300), kind: 'relay' }],
      {
        employees: 1000,
      },
    );
    const sets = smallestRelaxations(evaluation);

    assert.deepEqual(
      sets.map(({ requirements }) => requirements),
      [['mailboxes'], ['user-capacity']],
    );
    assert.equal(failures(evaluation.options[0] ?? assert.fail()).length, 2);
  });
});
