import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  decisionDataProblems,
  twoCriteriaOnOneFact,
} from '../../../../server/core/questionnaire/questionnaire-rules.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';

const { questionnaire, model } = DECISION_DATA;
const providerSchema = JSON.parse(readFileSync('providers/schema/provider.schema.json', 'utf8')) as {
  properties: { facts: { properties: Record<string, unknown> } };
};
const factIds = Object.keys(providerSchema.properties.facts.properties);

describe('the shipped questionnaire and decision model', () => {
  it('fit each other and the facts of the provider schema', () => {
    assert.deepEqual(decisionDataProblems(questionnaire, model, factIds), []);
  });

  it('ask at least twenty questions, six of them quick', () => {
    assert.ok(questionnaire.questions.length >= 20);
    assert.equal(questionnaire.questions.filter((question) => question.quick === true).length, 6);
  });

  it('hold at least 24 criteria and every group has one', () => {
    assert.ok(model.criteria.length >= 24);
    for (const group of model.groups)
      assert.ok(
        model.criteria.some((one) => one.group === group.id),
        group.id,
      );
  });

  it('give every unknown fact a plausible range with a reason', () => {
    for (const { id, value, unknown } of model.criteria) {
      const isCategory = value.kind === 'levels' || value.kind === 'boolean';
      const hasRange = isCategory
        ? unknown.levels !== undefined
        : unknown.low !== undefined && unknown.high !== undefined;
      assert.ok(hasRange && unknown.why.en.length > 0 && unknown.why.ja.length > 0, id);
    }
  });

  it('never let one option of a choice carry an empty meaning for a question that feeds nothing', () => {
    for (const question of questionnaire.questions) {
      const effects = (question.options ?? []).filter((option) => option.sets !== undefined);
      assert.ok(question.number !== undefined || effects.length > 0, question.id);
    }
  });
});

describe('the rules', () => {
  it('refuse two criteria that count one fact', () => {
    const problems = twoCriteriaOnOneFact([
      { id: 'mailboxSize', fact: 'mailboxQuota' },
      { id: 'storage', fact: 'mailboxQuota' },
    ]);

    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /mailboxSize.*storage.*mailboxQuota/);
  });

  it('name an unknown fact, gate, criterion and need', () => {
    const broken = {
      ...questionnaire,
      questions: questionnaire.questions.map((question) =>
        question.id === 'audit-log'
          ? {
              ...question,
              options: [
                {
                  id: 'x',
                  label: { en: 'x', ja: 'x' },
                  sets: { gates: ['no-such-gate'], emphasis: { nothing: 2 } },
                },
              ],
            }
          : question,
      ),
    };
    const problems = decisionDataProblems(
      broken,
      model,
      factIds.filter((id) => id !== 'webmail'),
    ).join('\n');

    assert.match(problems, /audit-log.*no-such-gate/);
    assert.match(problems, /audit-log.*nothing/);
    assert.match(problems, /"webmail" uses the fact "webmail"/);
    assert.match(problems, /gate "audit-log" is set by no question/);
  });
});
