// Requirements, criteria, groups, answers and weights as the document lists them.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { ahp } from '../../../../server/core/mcda/ahp.ts';
import type { Answer } from '../../../../server/core/questionnaire/answers.ts';
import type { NeedsOutcome } from '../../../../server/core/questionnaire/needs.ts';
import type { ScaledCriterion } from '../../../../server/core/scoring/criterion-scale.ts';
import {
  answersShown,
  criteriaShown,
  groupsShown,
  requirementsShown,
} from '../../../../server/core/scoring/requirements-shown.ts';
import { rangedWeights } from '../../../../server/core/scoring/weight-space.ts';
import { weightsReport } from '../../../../server/core/scoring/weights-report.ts';
import type {
  CriterionRule,
  DecisionModel,
  ValueRule,
} from '../../../../server/data/schema/criteria.generated.ts';
import type { Questionnaire } from '../../../../server/data/schema/questions.generated.ts';
import { criterion, decision, FLAG, gateResult, word } from '../../../builders/decision-by-hand.ts';

const LEVELS: ValueRule = { kind: 'levels', values: { none: 0, 'web-only': 0.25, 'all-protocols': 1 } };
const ENOUGH: ValueRule = { ...LEVELS, enough: { need: 'level' } };
const SET: ValueRule = { kind: 'coverage', need: 'wanted', count: 'all' };
const NEEDS = new Map<string, number | string | readonly string[]>([
  ['level', 'web-only'],
  ['wanted', ['none', 'web-only']],
  ['size', 50],
]);
const one = (id: string, value: ValueRule, fields: Partial<CriterionRule> = {}): ScaledCriterion =>
  criterion(id, value, { fact: 'mfa', ...fields }, NEEDS);
const NUMBER = criterion(
  'room',
  { kind: 'saturating', floor: 0, full: { need: 'size', times: 0.2 } },
  {},
  NEEDS,
);

const ORIGINS = new Map([
  ['size', ['mailbox', 'years']],
  ['level', ['sign-in']],
  ['wanted', ['mailbox', 'devices']],
]);

function requirement(asked: ScaledCriterion) {
  const needs = { origins: ORIGINS } as unknown as NeedsOutcome;
  const [found] = requirementsShown(decision([asked], [1], {}), needs, VOCABULARY);
  return found ?? assert.fail('no requirement');
}

describe('a requirement of the document', () => {
  it('that must be met comes with its effect, before the wishes', () => {
    const gates = [gateResult('near', 'fail', { need: { kind: 'atLeast', value: 5 } })];
    const evaluation = decision([NUMBER], [1], { x: { facts: [1], gates } });
    const needs = { origins: new Map() } as unknown as NeedsOutcome;
    const [gate, wish] = requirementsShown(evaluation, needs, VOCABULARY);
    const { effect, ...rest } = gate ?? assert.fail();

    assert.deepEqual(rest, {
      id: 'near',
      kind: 'gate',
      label: word('near'),
      factId: 'mailboxQuota',
      need: 5,
      needText: { en: 'at least 5 GB', ja: '5 GB以上' },
      unit: 'GB',
      from: ['question'],
    });
    assert.deepEqual([effect?.excludes, effect?.excludesAlone], [1, 1]);
    assert.deepEqual(
      [wish?.id, wish?.kind, wish?.from, 'effect' in (wish ?? {})],
      ['room', 'value', [], false],
    );
  });

  it('that is a wish says what would be best, and which answers it comes from', () => {
    assert.deepEqual(requirement(NUMBER), {
      id: 'room',
      kind: 'value',
      label: word('room'),
      factId: 'mailboxQuota',
      need: 10,
      needText: { en: '10 GB', ja: '10 GB' },
      unit: 'GB',
      from: ['mailbox', 'years'],
    });
  });

  it('on levels is the level that is enough, or else the highest', () => {
    const highest = requirement(one('l', LEVELS));
    const enough = requirement(one('l', ENOUGH));

    assert.deepEqual(
      [highest.need, highest.needText.en, highest.from],
      ['all-protocols', 'All protocols', []],
    );
    assert.deepEqual(
      [enough.need, enough.needText.ja, enough.from],
      ['web-only', 'Webログインのみ', ['sign-in']],
    );
    assert.equal(requirement(one('l', { kind: 'levels', values: {} })).need, '');
  });

  it('of a set is what is wanted', () => {
    const { need, needText, from, unit } = requirement(one('s', SET));

    assert.deepEqual([need, needText.en], [['none', 'web-only'], 'None, Web sign-in only']);
    assert.deepEqual([from, unit], [['mailbox', 'devices'], null]);
  });

  it('names each question once, from however many needs', () => {
    const rule: ValueRule = { kind: 'saturating', floor: { need: 'wanted' }, full: { need: 'size' } };

    assert.deepEqual(requirement(criterion('room', rule, {}, NEEDS)).from, ['mailbox', 'devices', 'years']);
  });
});

describe('a criterion of the document', () => {
  const fields = { worst: word('{floor} to {enough}'), best: word('{full} of {budget}') };
  const shown = (asked: ScaledCriterion) => {
    const [found] = criteriaShown(decision([asked], [0.75], {}), VOCABULARY);
    return found ?? assert.fail();
  };

  it('carries its weight, its fact and its ends filled in', () => {
    const found = shown(criterion('room', { kind: 'saturating', floor: 2, full: 1500 }, fields));

    assert.deepEqual(
      [found.id, found.group, found.factId, found.unit, found.weight],
      ['room', 'size', 'mailboxQuota', 'GB', 0.75],
    );
    assert.deepEqual(found.label, word('room'));
    assert.deepEqual(found.worstAnchor, { en: '2 to {enough}', ja: '2 to {enough}（日）' });
    assert.deepEqual(found.bestAnchor, { en: '1,500 of 2', ja: '1,500 of 2（日）' });
    assert.equal(found.formula, 'clip((x − 2) ÷ (1500 − 2))');
    assert.equal(found.source, 'Example');
    assert.deepEqual(found.words?.basis, { en: 'Example', ja: 'Example' });
  });

  it('may rest on a source that is worded in both languages', () => {
    const found = shown(one('l', LEVELS, { source: word('Own choice') }));

    assert.equal(found.source, 'Own choice');
    assert.deepEqual(found.words?.basis, word('Own choice'));
  });

  it('on levels names the one that is enough, and the value of each', () => {
    const found = shown(one('l', ENOUGH, fields));

    assert.equal(found.worstAnchor.en, '{floor} to Web sign-in only');
    assert.equal(found.formula, 'none: 0, web-only: 1, all-protocols: 1');
    assert.equal(shown(one('l', LEVELS, fields)).worstAnchor.en, '{floor} to All protocols');
  });

  it('of a set counts what is covered', () => {
    assert.equal(shown(one('s', SET)).formula, 'covered ÷ wanted');
    assert.equal(shown(one('s', { ...SET, count: 'any' })).formula, '1 if any wanted, else 0');
    assert.equal(shown(one('s', SET, fields)).worstAnchor.en, '{floor} to {enough}');
  });

  it('adds its weight to that of its group', () => {
    const evaluation = decision(
      [criterion('a'), criterion('b', FLAG, { group: 'security' }), criterion('c')],
      [0.5, 0.3, 0.2],
      {},
    );
    const groups = (['size', 'security', 'cost'] as const).map((id) => ({ id, label: word(id) }));

    assert.deepEqual(groupsShown({ groups } as unknown as DecisionModel, evaluation), [
      { id: 'size', label: word('size'), weight: 0.7 },
      { id: 'security', label: word('security'), weight: 0.3 },
      { id: 'cost', label: word('cost'), weight: 0 },
    ]);
  });
});

describe('an answer of the document', () => {
  const options = ['x', 'y', 'z'].map((id) => ({ id, label: word(id) }));
  const question = (id: string, fields: object) => ({ id, section: 'size', text: word(`${id}?`), ...fields });
  const QUESTIONS = {
    questions: [
      question('people', { number: { unit: word('people') } }),
      question('share', { number: {} }),
      question('many', { options }),
      question('bare', {}),
    ],
  } as unknown as Questionnaire;
  const shown = (answers: Readonly<Record<string, Answer>>) =>
    answersShown(QUESTIONS, new Map(Object.entries(answers)));

  it('is a number with its unit, a list of options, or said not to be known', () => {
    const found = shown({
      people: { kind: 'number', value: 1500 },
      share: { kind: 'number', value: 2 },
      many: { kind: 'options', ids: ['z', 'x'] },
      bare: { kind: 'unknown' },
    });

    assert.deepEqual(found[0], {
      question: 'people',
      section: 'size',
      label: word('people?'),
      answer: { en: '1,500 people', ja: '1,500 people（日）' },
      state: 'answered',
    });
    assert.deepEqual(
      found.slice(1).map(({ answer, state }) => [answer.en, answer.ja, state]),
      [
        ['2 ', '2 ', 'answered'],
        ['x, z', 'x（日）、z（日）', 'answered'],
        ['I do not know', '分からない', 'unknown'],
      ],
    );
  });

  it('is missing where nobody gave one', () => {
    assert.deepEqual(
      shown({}).map(({ answer, state }) => [answer.en, answer.ja, state]),
      Array.from({ length: 4 }, () => ['not answered', '未回答', 'unanswered']),
    );
    const strange = shown({ bare: { kind: 'options', ids: ['x'] } });
    assert.deepEqual(strange[3]?.answer, { en: '', ja: '' });
  });
});

describe('the weights of the document', () => {
  const GUARD = criterion('guard', FLAG, { fact: 'mfa', worst: word('No'), best: word('Yes') });
  const A = criterion('a');
  const C = criterion('c');
  const report = (
    criteria: readonly ScaledCriterion[],
    weights: readonly number[],
    checks: Parameters<typeof weightsReport>[1]['checks'] = [],
  ) =>
    weightsReport(
      decision(criteria, weights, {}, rangedWeights(weights.map((weight) => [weight / 2, weight]))),
      { method: 'swing', checks, labels: new Map([['a', word('Label A')]]) },
      VOCABULARY,
    );

  it('come with the range that each may take', () => {
    const { method, methodText, criteria } = report([A, C], [0.75, 0.25]);

    assert.equal(method, 'swing');
    assert.match(methodText.ja, /スイング法/);
    assert.deepEqual(criteria, [
      { criterion: 'a', weight: 0.75, range: [0.375 / 0.625, 0.75 / 0.875] },
      { criterion: 'c', weight: 0.25, range: [0.125 / 0.875, 0.25 / 0.625] },
    ]);
    assert.equal('consistency' in report([A, C], [0.75, 0.25]), false);
  });

  it('are told as trade-offs against the heaviest number', () => {
    const { tradeOffs } = report([C, GUARD, A], [0.2, 0.3, 0.5]);

    assert.deepEqual(
      tradeOffs.map(({ en }) => en),
      [
        'Your weights say: lifting “guard” from “No” to “Yes” is worth as much as “a” from 0 GB to 6 GB. Do you agree?',
        'Your weights say: lifting “c” from “worst” to “best” is worth as much as “a” from 0 GB to 4 GB. Do you agree?',
      ],
    );
    assert.match(tradeOffs[0]?.ja ?? '', /「a（日）」を0 GBから6 GBにすることと同じ価値です/);
  });

  it('are not told for what counts more than the heaviest number, nor without any number', () => {
    assert.deepEqual(
      report([GUARD, A, C], [0.5, 0.3, 0.2]).tradeOffs.map(({ en }) => en.slice(0, 42)),
      ['Your weights say: lifting “c” from “worst”'],
    );
    assert.deepEqual(report([GUARD], [1]).tradeOffs, []);
    assert.equal(report([GUARD, A], [0.5, 0.5]).tradeOffs.length, 1);
  });

  it('are told as five trade-offs at most', () => {
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => criterion(id));

    assert.equal(report(seven, seven.map(() => 1 / 7)).tradeOffs.length, 5); // prettier-ignore
  });

  const consistent = { node: 'groups', items: ['a', 'b'], result: ahp([[1, 2], [1 / 2, 1]]) }; // prettier-ignore
  const CONTRADICTION = [
    [1, 9, 1 / 9],
    [1 / 9, 1, 9],
    [9, 1 / 9, 1],
  ];
  const contradiction = { node: 'size', items: ['a', 'b', 'c'], result: ahp(CONTRADICTION) };

  it('by comparison show how far the answers contradict each other, the worst first of all', () => {
    const { consistency, comparisons } = report([A], [1], [consistent, contradiction]);
    const { reconsider } = contradiction.result;
    assert.ok(reconsider !== null && comparisons !== undefined);
    const [a = '', b = ''] = [reconsider.row, reconsider.column].map((item) => contradiction.items[item - 1]);

    assert.equal(consistency, comparisons[1]);
    assert.deepEqual(
      comparisons.map(({ node, acceptable, rankedAlike }) => [node, acceptable, rankedAlike]),
      [
        ['groups', true, true],
        ['size', false, true],
      ],
    );
    assert.deepEqual(comparisons[0]?.reconsider, null);
    assert.deepEqual(comparisons[0]?.text.en, 'The comparisons fit each other (CR 0).');
    assert.deepEqual(consistency?.reconsider, {
      a,
      b,
      given: reconsider.given,
      fitting: reconsider.consistentWithRest,
    });
    const name = (id: string) => (id === 'a' ? 'Label A' : id);
    assert.ok(consistency?.text.en.includes(`Look again at ${name(a)} against ${name(b)}: you said`));
    assert.equal(consistency?.ratio, contradiction.result.CR);
  });

  it('by comparison say where two methods rank the items differently', () => {
    const result = { ...consistent.result, geometricMean: [0.4, 0.6] };
    const { consistency } = report([A], [1], [{ ...consistent, result }]);

    assert.equal(consistency?.rankedAlike, false);
    assert.equal(
      consistency?.text.en,
      'The comparisons fit each other (CR 0). The eigenvector and the geometric mean of these comparisons rank the items differently, so their order is not settled.',
    );
    assert.match(consistency?.text.ja ?? '', /整合しています（CR 0）。同じ比較でも/);
    const three = { node: 'size', items: ['a', 'b', 'c'] };
    const apart = { ...contradiction.result, eigenvector: [0.5, 0.3, 0.2], geometricMean: [0.5, 0.2, 0.3] };
    const alike = { ...apart, geometricMean: [0.6, 0.3, 0.1] };
    const shown = report(
      [A],
      [1],
      [
        { ...three, result: apart },
        { ...three, result: alike },
      ],
    );
    assert.deepEqual(
      shown.comparisons?.map((one) => one.rankedAlike),
      [false, true],
    );
  });
});
