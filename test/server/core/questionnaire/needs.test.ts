import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAnswers } from '../../../../server/core/questionnaire/answers.ts';
import { interpret } from '../../../../server/core/questionnaire/interpret.ts';
import { deriveNeeds } from '../../../../server/core/questionnaire/needs.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';

const { questionnaire, model, sizing } = DECISION_DATA;

function interpreted(raw: unknown) {
  const outcome = parseAnswers(raw, questionnaire);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return interpret(outcome.value, questionnaire);
}

function needsOf(raw: unknown) {
  return deriveNeeds(interpreted(raw), model.planning.defaultNeeds, sizing);
}

describe('answers become needs', () => {
  it('the 300-person example of the sizing model gives its published mailbox and peak', () => {
    const { needs, sizing: sized } = needsOf({ employees: 300 });

    assert.ok(Math.abs(sized.mailboxGiBPerUser - 5.325642664) < 1e-8);
    assert.ok(Math.abs(Number(needs.get('mailboxGB')) - 5.325642664 * 1.073741824) < 1e-8);
    assert.ok(Math.abs(Number(needs.get('loadTestPerSec')) - 2.503030303 * 1.5) < 1e-8);
  });

  it('a 10 MB file needs a 13.8 MB message', () => {
    assert.ok(
      Math.abs(Number(needsOf({ 'attachment-size': 10 }).needs.get('messageMB')) - 13.784210526) < 1e-6,
    );
  });

  it('users grow with the years, shared addresses count for storage only', () => {
    const { needs, inputs } = needsOf({
      employees: 100,
      growth: 'fast',
      'keep-years': 2,
      'shared-addresses': 10,
    });

    assert.equal(needs.get('users'), 144);
    assert.equal(inputs.users, 110);
  });

  it('nothing answered still gives every need, and says that the head count is assumed', () => {
    const outcome = needsOf({});

    assert.equal(outcome.isHeadcountAssumed, true);
    for (const [key, value] of outcome.needs) assert.ok(!Number.isNaN(value), key);
  });

  it('a measured store replaces the estimate', () => {
    const { sizing: sized } = needsOf({ employees: 100, 'store-now': 2000, 'store-last-year': 1500 });

    assert.ok(sized.mailboxGiBPerUser > 20);
  });

  it('a store that shrank is not taken for growth', () => {
    assert.ok(Number.isFinite(needsOf({ 'store-now': 10, 'store-last-year': 50 }).needs.get('mailboxGB')));
  });

  it('lists unite and numbers take the larger, in any order', () => {
    const one = interpreted({
      certifications: ['ismap', 'soc2'],
      'bulk-mail': 'never',
      'machine-mail': 'yes',
    });

    assert.deepEqual(one.needs.get('certifications'), ['ISMAP', 'SOC2']);
    assert.equal(one.needs.get('sendsPerSenderDay'), 1000);
    assert.deepEqual(one.gates.get('certifications'), ['certifications']);
  });

  it('first and second priority keep their order; naming one group twice counts once', () => {
    assert.deepEqual(interpreted({ 'priority-first': 'cost', 'priority-second': 'security' }).priorities, [
      'cost',
      'security',
    ]);
    assert.deepEqual(interpreted({ 'priority-first': 'cost', 'priority-second': 'cost' }).priorities, [
      'cost',
    ]);
  });
});
