import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Preferences } from '../../../../server/core/scoring/preferences.ts';
import { parsePreferences } from '../../../../server/core/scoring/preferences.ts';
import { parseAnswers } from '../../../../server/core/questionnaire/answers.ts';
import { answersHash, recommend } from '../../../../server/core/scoring/recommend.ts';
import { parseStatedWeights } from '../../../../server/core/scoring/stated-weights.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';
import { exampleAnswers, recommendInput } from '../../../builders/recommend-input.ts';

const { model } = DECISION_DATA;
const answers = exampleAnswers('manufacturer-300');

function accepted(raw: unknown): Preferences {
  const outcome = parsePreferences(raw, model);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

function weightsUnder(raw: unknown): Readonly<Record<string, number>> {
  const { criteria } = recommend(recommendInput(answers, { preferences: accepted(raw), samples: 200 }));
  return Object.fromEntries(criteria.map(({ id, weight }) => [id, weight]));
}

function near(actual: number | undefined, expected: number, tolerance = 1e-9): void {
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < tolerance, `${actual} is not ${expected}`);
}

describe('stated weights', () => {
  it('by order are the rank-order centroid 25/48, 13/48, 7/48, 3/48', () => {
    const weights = weightsUnder({ method: 'rank-order', order: ['cost', 'mfa', 'mailboxSize', 'webmail'] });

    near(weights['cost'], 25 / 48);
    near(weights['mfa'], 13 / 48);
    near(weights['mailboxSize'], 7 / 48);
    near(weights['webmail'], 3 / 48);
  });

  it('by order with a tie share the places they take together', () => {
    const weights = weightsUnder({ method: 'rank-sum', order: ['cost', ['mfa', 'webmail'], 'mailboxSize'] });

    near(weights['cost'], 0.4);
    near(weights['mfa'], 0.25);
    near(weights['webmail'], 0.25);
    near(weights['mailboxSize'], 0.1);
  });

  it('by swing are the middles of the ranges, normalised', () => {
    const weights = weightsUnder({ method: 'swing', points: { cost: 100, mfa: [40, 60], webmail: 0 } });

    near(weights['cost'], 100 / 150);
    near(weights['mfa'], 50 / 150);
    assert.equal(weights['webmail'], undefined);
  });

  it('by comparison follow consistent judgments exactly, a missing one completed', () => {
    const groups = [
      ['security', 2, 'cost'],
      ['cost', 3, 'size'],
      ['size', 1, 'support'],
      ['support', 1, 'flexibility'],
    ];
    const { groups: shown, weights } = recommend(
      recommendInput(answers, { preferences: accepted({ method: 'ahp', groups }), samples: 200 }),
    );
    const weightOf = (id: string): number => shown.find((group) => group.id === id)?.weight ?? 0;

    // Missing comparisons are completed by search, to about eight digits.
    near(weightOf('security') / weightOf('cost'), 2, 1e-6);
    near(weightOf('cost') / weightOf('size'), 3, 1e-6);
    assert.equal(weights?.consistency?.acceptable, true);
  });

  it('by contradicting comparison name the judgment to look at again and what would fit', () => {
    const groups = [
      ['security', 9, 'cost'],
      ['cost', 9, 'size'],
      ['size', 9, 'security'],
    ];
    const { weights } = recommend(
      recommendInput(answers, { preferences: accepted({ method: 'ahp', groups }), samples: 200 }),
    );

    assert.equal(weights?.consistency?.acceptable, false);
    assert.ok(weights?.consistency?.reconsider !== null);
    assert.match(weights?.consistency?.text.ja ?? '', /見直して/);
  });

  it('say so where eigenvector and geometric mean put the items in different orders', () => {
    // Eigenvector: .259 .395 .135 .212; geometric mean: .231 .324 .246 .199.
    const groups = [
      { a: 'size', b: 'security', times: 1 / 9 },
      { a: 'size', b: 'support', times: 1 },
      { a: 'size', b: 'cost', times: 7 },
      { a: 'security', b: 'support', times: 1 },
      { a: 'security', b: 'cost', times: 1 / 3 },
      { a: 'support', b: 'cost', times: 1 },
    ];
    const consistencyOf = (compared: typeof groups) =>
      recommend(
        recommendInput(answers, {
          samples: 50,
          preferences: { method: 'ahp', groups: compared, criteria: [] },
        }),
      ).weights?.consistency;

    assert.equal(consistencyOf(groups)?.rankedAlike, false);
    assert.match(consistencyOf(groups)?.text.en ?? '', /rank the items differently/);
    assert.equal(consistencyOf(groups.slice(3, 4))?.rankedAlike, true);
    assert.doesNotMatch(consistencyOf(groups.slice(3, 4))?.text.en ?? '', /rank the items differently/);
  });

  it('come with ranges that hold them and with trade-offs in natural units', () => {
    const { weights } = recommend(recommendInput(answers, { samples: 200 }));

    for (const { weight, range, criterion } of weights?.criteria ?? []) {
      assert.ok(range[0] <= weight + 1e-12 && weight <= range[1] + 1e-12, criterion);
    }
    assert.match(weights?.tradeOffs[0]?.en ?? '', /is worth as much as/);
  });

  it('that are wrong are refused with every problem at once', () => {
    const outcome = parsePreferences(
      { method: 'swing', points: { nothing: 5, mfa: 400, cost: [9, 3] } },
      model,
    );

    assert.ok(!outcome.ok);
    assert.deepEqual(
      outcome.problems.map(({ path }) => path),
      ['points.nothing', 'points.mfa', 'points.cost'],
    );
  });

  it('compare at most seven criteria of one group', () => {
    const [first = '', ...others] = model.criteria
      .filter(({ group }) => group === 'security')
      .map(({ id }) => id);
    const among = (count: number) =>
      parsePreferences(
        { method: 'ahp', criteria: others.slice(0, count - 1).map((other) => [first, 2, other]) },
        model,
      );

    assert.ok(among(7).ok);
    const eight = among(8);
    assert.ok(!eight.ok);
    assert.equal(eight.problems[0]?.path, 'criteria');
  });

  it('never make the parser throw', () => {
    const method = fc.constantFrom('rank-order', 'rank-sum', 'swing', 'ahp', 'other');
    const body = fc.record({
      method,
      order: fc.anything(),
      points: fc.anything(),
      groups: fc.anything(),
      criteria: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(body, fc.anything()), (raw) => {
        parsePreferences(raw, model);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an answers file', () => {
  const swing = { method: 'swing', points: { cost: 100, mfa: 50 } };

  it('may state one person’s weights or several people’s beside the answers', () => {
    const one = parseStatedWeights({ employees: 10, weights: swing }, model);
    const several = parseStatedWeights({ people: { Sato: swing, Suzuki: swing } }, model);

    assert.ok(one.ok && one.value.preferences?.method === 'swing');
    assert.ok(several.ok);
    assert.deepEqual(
      several.value.people?.map(({ name }) => name),
      ['Sato', 'Suzuki'],
    );
    assert.ok(parseAnswers({ employees: 10, weights: swing }, DECISION_DATA.questionnaire).ok);
  });

  it('may not state both, and names the person whose weights are wrong', () => {
    const both = parseStatedWeights({ weights: swing, people: { Sato: swing } }, model);
    const wrong = parseStatedWeights(
      { people: { Sato: swing, Suzuki: { method: 'swing', points: { mfa: 900 } } } },
      model,
    );

    assert.ok(!both.ok && !wrong.ok);
    assert.equal(wrong.problems[0]?.path, 'people.Suzuki.points.mfa');
  });

  it('has another fingerprint with other weights', () => {
    const plain = recommendInput(answers);
    const weighed = recommendInput(answers, { preferences: accepted(swing) });

    assert.notEqual(answersHash(plain), answersHash(weighed));
  });
});

describe('several people', () => {
  const cheap = accepted({ method: 'rank-order', order: ['cost', 'trial', 'minimumTerm'] });
  const safe = accepted({ method: 'rank-order', order: ['supportLanguages', 'archiving', 'auditLog'] });

  function group(preferences: readonly Preferences[]) {
    const people = preferences.map((one, index) => ({ name: `person-${index}`, preferences: one }));
    const found = recommend(recommendInput(answers, { people, samples: 200 })).group;
    assert.ok(found !== undefined);
    return found;
  }

  it('keep their own winners, whoever else answers', () => {
    const together = group([cheap, safe]);

    assert.equal(together.people[0]?.winner, group([cheap]).people[0]?.winner);
    assert.equal(together.people[1]?.winner, group([safe]).people[0]?.winner);
  });

  it('of whom one is alone keep that person’s method and are named with it', () => {
    const people = [{ name: 'Sato', preferences: cheap }];
    const alone = recommend(recommendInput(answers, { people, samples: 200 }));
    const unnamed = recommend(recommendInput(answers, { preferences: cheap, samples: 200 }));

    assert.equal(alone.weights?.method, 'rank-order');
    assert.match(alone.weights?.methodText.en ?? '', /Sato by ranking/);
    assert.deepEqual(alone.weights?.criteria, unnamed.weights?.criteria);
  });

  it('with nothing in common have consensus 0, with the same weights 1', () => {
    near(group([cheap, safe]).consensus, 0);
    near(group([cheap, cheap]).consensus, 1);
  });

  it('are decisive when the mean without them has another winner', () => {
    const { people, decisive } = group([cheap, safe]);

    if (people[0]?.winner !== people[1]?.winner) assert.ok(decisive.length > 0);
    else assert.deepEqual(decisive, []);
  });
});
