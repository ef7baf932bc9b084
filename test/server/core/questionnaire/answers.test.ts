import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { parseAnswers, plainAnswers } from '../../../../server/core/questionnaire/answers.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';

const { questionnaire } = DECISION_DATA;

function accepted(raw: unknown) {
  const outcome = parseAnswers(raw, questionnaire);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

function refused(raw: unknown) {
  const outcome = parseAnswers(raw, questionnaire);
  assert.ok(!outcome.ok);
  return outcome.problems;
}

describe('answers', () => {
  it('read numbers as a Japanese keyboard and a spreadsheet write them', () => {
    assert.deepEqual(accepted({ employees: '１，２００' }).get('employees'), { kind: 'number', value: 1200 });
    assert.deepEqual(accepted({ employees: '1,200 ' }).get('employees'), { kind: 'number', value: 1200 });
  });

  it('tell "I do not know" from a question left out', () => {
    const answers = accepted({ employees: 'unknown', budget: '' });

    assert.deepEqual(answers.get('employees'), { kind: 'unknown' });
    assert.equal(answers.has('budget'), false);
  });

  it('take one id for a list and the true of YAML 1.1 for yes', () => {
    const answers = accepted({ 'support-language': 'japanese', trial: true });

    assert.deepEqual(answers.get('support-language'), { kind: 'options', ids: ['japanese'] });
    assert.deepEqual(answers.get('trial'), { kind: 'options', ids: ['yes'] });
  });

  it('report every problem at once, each with its question and a fix in both languages', () => {
    const problems = refused({
      emploees: 3,
      employees: 2.5,
      budget: 'cheap',
      'data-location': 'mars',
      'mail-staff': ['nobody', 'team'],
      'sign-in': ['mfa', 'none'],
      'keep-years': 300,
    });

    assert.deepEqual(
      problems.map((problem) => problem.path),
      ['emploees', 'employees', 'keep-years', 'sign-in', 'data-location', 'mail-staff', 'budget'],
    );
    assert.match(problems[0]?.message.en ?? '', /Did you mean "employees"/);
    assert.match(problems[4]?.message.ja ?? '', /japan/);
    for (const { message } of problems) assert.ok(message.en.length > 0 && message.ja.length > 0);
  });

  it('refuse anything that is not a mapping', () => {
    for (const raw of [null, 3, 'x', ['employees']]) assert.equal(refused(raw)[0]?.path, '');
  });

  it('treat __proto__ and constructor as unknown questions and stay unharmed', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"employees": 5}, "constructor": 1}');

    assert.equal(refused(hostile).length, 2);
  });

  it('come back unchanged from their plain form', () => {
    const answers = accepted({ employees: 300, 'sign-in': ['sso', 'mfa'], growth: 'unknown' });

    assert.deepEqual(accepted(plainAnswers(answers)), answers);
  });

  it('never throw, whatever is sent', () => {
    const ids = questionnaire.questions.map((question) => question.id);
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...ids), fc.string()), fc.anything()), (raw) => {
        parseAnswers(raw, questionnaire);
      }),
      { numRuns: 300 },
    );
  });
});
