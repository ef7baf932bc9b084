// Weights that people state, from the file to the numbers, by hand.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScaledCriterion } from '../../../../server/core/scoring/criterion-scale.ts';
import { weightsFromPreferences } from '../../../../server/core/scoring/elicited-weights.ts';
import { groupReport, meanWeights } from '../../../../server/core/scoring/group-opinions.ts';
import type { Preferences } from '../../../../server/core/scoring/preferences.ts';
import { parsePreferences } from '../../../../server/core/scoring/preferences.ts';
import { MAX_PEOPLE, parseStatedWeights } from '../../../../server/core/scoring/stated-weights.ts';
import type { WeightedModel } from '../../../../server/core/scoring/weights.ts';
import { ranksOf, weightsFromAnswers } from '../../../../server/core/scoring/weights.ts';
import { exactWeights, orderedSimplex, rangedWeights } from '../../../../server/core/scoring/weight-space.ts';
import type { DecisionModel, GroupId } from '../../../../server/data/schema/criteria.generated.ts';
import { criterion, decision, word } from '../../../builders/decision-by-hand.ts';

const inGroup = (id: string, group: GroupId, points: number): ScaledCriterion =>
  criterion(id, undefined, { group, points });
const A = inGroup('a', 'size', 30);
const B = inGroup('b', 'size', 10);
const C = inGroup('c', 'security', 5);
const NONE = inGroup('none', 'support', 0);
const ALL = [A, B, C, NONE];
const GROUPS = (['size', 'security', 'support'] as const).map((id) => ({ id, label: word(id) }));
const MODEL = {
  groups: GROUPS,
  criteria: ALL.map(({ rule }) => rule),
  gates: [],
} as unknown as DecisionModel;

function near(actual: readonly number[], expected: readonly number[], tolerance = 1e-9): void {
  assert.equal(actual.length, expected.length, actual.join());
  actual.forEach((value, index) => {
    const isNear = Math.abs(value - (expected[index] ?? Number.NaN)) <= tolerance;
    assert.ok(isNear, `${actual.join()} is not ${expected.join()}`);
  });
}

const ids = ({ criteria }: WeightedModel) => criteria.map(({ rule }) => rule.id);
const weigh = (preferences: Preferences, all = ALL) => weightsFromPreferences(preferences, GROUPS, all);
const compare = (criteria: readonly (readonly [string, number, string])[], groups: typeof criteria = []) =>
  weigh({
    method: 'ahp',
    groups: groups.map(([a, times, b]) => ({ a, times, b })),
    criteria: criteria.map(([a, times, b]) => ({ a, times, b })),
  });

describe('weights by order', () => {
  it('are those of the criteria that are named, in the order of the model', () => {
    const found = weigh({ method: 'rank-order', order: [['c'], ['a']] });

    assert.deepEqual(ids(found), ['a', 'c']);
    near(found.weights, [0.25, 0.75]);
    assert.deepEqual([found.space, found.checks], [orderedSimplex([[1], [0]]), []]);
  });

  it('by the rank sum fall evenly', () => {
    const found = weigh({ method: 'rank-sum', order: [['c'], ['a', 'b']] });

    near(found.weights, [0.25, 0.25, 0.5]);
    assert.deepEqual(found.space, orderedSimplex([[2], [0, 1]]));
  });
});

describe('weights by swing', () => {
  it('are the middles of the points, within their ranges; without points nothing counts', () => {
    const found = weigh({ method: 'swing', points: { a: [40, 60], b: [0, 0], c: [100, 100] } });

    assert.deepEqual(ids(found), ['a', 'c']);
    near(found.weights, [1 / 3, 2 / 3]);
    assert.deepEqual(
      found.space,
      rangedWeights([
        [40, 60],
        [100, 100],
      ]),
    );
    assert.deepEqual(found.checks, []);
  });
});

describe('weights by comparison', () => {
  it('are the points of the model, in equal groups, where nothing is compared', () => {
    const found = compare([]);

    assert.deepEqual(ids(found), ['a', 'b', 'c']);
    near(found.weights, [0.375, 0.125, 0.5]);
    assert.deepEqual(found.space, exactWeights([0.375, 0.125, 0.5]));
    assert.deepEqual(found.checks, []);
  });

  it('share the whole among compared groups, and what is off by half a step is left open', () => {
    const found = compare([], [['size', 3, 'security']]);

    near(found.weights, [0.5625, 0.1875, 0.25]);
    assert.deepEqual(
      found.checks.map(({ node, items }) => [node, items]),
      [['groups', ['size', 'security']]],
    );
    // Three may be 2.5 to 3.5: size 2.5 ÷ 3.5 to 3.5 ÷ 4.5, security the rest.
    const [group] = found.space.groups;
    near(group?.ranges[0] ?? [], [0.75 * (2.5 / 3.5), 0.75 * (3.5 / 4.5)], 0.002);
    near(group?.ranges[2] ?? [], [1 / 4.5, 1 / 3.5], 0.002);
    assert.ok((group?.ranges[0]?.[0] ?? 0) >= 0.75 * (2.5 / 3.5) - 1e-9);
  });

  it('read a comparison the other way round, and one of less than 1 as the same step downwards', () => {
    near(compare([], [['security', 1 / 3, 'size']]).weights, [0.5625, 0.1875, 0.25]);
    const [group] = compare([], [['security', 1 / 3, 'size']]).space.groups;
    near(group?.ranges[2] ?? [], [1 / 4.5, 1 / 3.5], 0.002);
    const [level] = compare([], [['size', 1, 'security']]).space.groups;
    // One may be two thirds to one and a half.
    near(level?.ranges[2] ?? [], [0.4, 0.6], 0.005);
  });

  it('share among compared criteria what their points give them together', () => {
    const found = compare([['b', 4, 'a']]);

    near(found.weights, [0.1, 0.4, 0.5]);
    assert.deepEqual(
      found.checks.map(({ node, items }) => [node, items]),
      [['size', ['a', 'b']]],
    );
  });

  it('leave the points of what is not compared, and complete what follows from the others', () => {
    const D = inGroup('d', 'size', 40);
    const E = inGroup('e', 'size', 20);
    const among = (criteria: readonly (readonly [string, number, string])[]) =>
      weigh(
        {
          method: 'ahp',
          groups: [],
          criteria: criteria.map(([a, times, b]) => ({ a, times, b })),
        },
        [A, B, D, E],
      ).weights;

    // Of 100 points a, b and d hold 80.
    near(
      among([
        ['a', 2, 'b'],
        ['b', 3, 'd'],
      ]),
      [0.8 * 0.6, 0.8 * 0.3, 0.8 * 0.1, 0.2],
      1e-6,
    );
    // What is compared in two parts that nothing joins keeps its points.
    near(
      among([
        ['a', 2, 'b'],
        ['d', 3, 'e'],
      ]),
      [0.3, 0.1, 0.4, 0.2],
    );
  });

  it('take no comparison across groups', () => {
    near(compare([['a', 9, 'c']]).weights, [0.375, 0.125, 0.5]);
  });
});

describe('weights from the answers', () => {
  const from = (priorities: readonly string[], emphasis: ReadonlyMap<string, number> = new Map()) =>
    weightsFromAnswers(GROUPS, ALL, { priorities, emphasis });

  it('share the whole evenly among groups that count, and a group by its points', () => {
    const found = from([]);

    assert.deepEqual(ids(found), ['a', 'b', 'c']);
    near(found.weights, [0.375, 0.125, 0.5]);
    assert.deepEqual(found.space, {
      columns: 3,
      order: [[0, 1]],
      groups: [
        {
          members: [0, 1],
          ranges: [
            [15, 45],
            [5, 15],
          ],
        },
        { members: [2], ranges: [[2.5, 7.5]] },
      ],
    });
  });

  it('put a group that is named first before the rest, and pass over one that does not count', () => {
    const found = from(['support', 'security']);

    assert.deepEqual(found.space.order, [[1], [0]]);
    near(found.weights, [0.25 * 0.75, 0.25 * 0.25, 0.75]);
    assert.deepEqual(from(['security', 'size']).space.order, [[1], [0]]);
    assert.deepEqual(from(['size']).space.order, [[0], [1]]);
  });

  it('count points by the emphasis of the answers, and not at all where that is nothing', () => {
    near(from([], new Map([['b', 3]])).weights, [0.25, 0.25, 0.5]);
    const without = from([], new Map([['c', 0]]));
    assert.deepEqual(ids(without), ['a', 'b']);
    near(without.weights, [0.75, 0.25]);
  });

  it('rank positions by their class', () => {
    assert.deepEqual(ranksOf([[2], [0, 3], [1]]), [2, 3, 1, 2]);
    assert.deepEqual(ranksOf([]), []);
  });
});

describe('several people', () => {
  const model = (criteria: readonly ScaledCriterion[], weights: readonly number[]): WeightedModel => ({
    criteria,
    weights,
    space: exactWeights(weights),
  });

  it('together have the mean of their weights, between the lowest and the highest', () => {
    const mean = meanWeights([model([A, B], [0.8, 0.2]), model([B], [1])], ALL);

    assert.deepEqual(ids(mean), ['a', 'b']);
    near(mean.weights, [0.4, 0.6]);
    assert.deepEqual(
      mean.space,
      rangedWeights([
        [0, 0.8],
        [0.2, 1],
      ]),
    );
  });

  const opinion = (name: string, a: number, method: Preferences['method'] = 'swing') => ({
    name,
    method,
    weighted: model([A, B], [a, 1 - a]),
  });
  const evaluateWith = ({ criteria, weights }: WeightedModel) =>
    decision(criteria, weights, { left: { facts: [8, 0] }, right: { facts: [0, 8] } });

  it('keep their own winners, agree by what their weights share, and are decisive where they turn the mean', () => {
    const report = groupReport(
      [opinion('Aki', 0.9), opinion('Ben', 0.45, 'ahp'), opinion('Chie', 0.4)],
      ALL,
      evaluateWith,
    );

    assert.deepEqual(report.people, [
      { name: 'Aki', method: 'swing', winner: 'left', weights: { a: 0.9, b: 1 - 0.9 } },
      { name: 'Ben', method: 'ahp', winner: 'right', weights: { a: 0.45, b: 1 - 0.45 } },
      { name: 'Chie', method: 'swing', winner: 'right', weights: { a: 0.4, b: 0.6 } },
    ]);
    // Pairs share 0.55, 0.5 and 0.95.
    near([report.consensus], [2 / 3]);
    assert.deepEqual(report.consensusText, {
      en: 'On average, two of the 3 people share 67% of their weights.',
      ja: '3人のうち2人ずつを比べると、重みは平均で67%一致しています。',
    });
    assert.deepEqual(report.decisive, ['Aki']);
  });

  it('alone agree with themselves and are never decisive', () => {
    const report = groupReport([opinion('Aki', 0.9)], ALL, evaluateWith);

    assert.deepEqual([report.consensus, report.decisive], [1, []]);
  });

  it('have no winner where nothing is left', () => {
    const excluded = ({ criteria, weights }: WeightedModel) =>
      decision(criteria, weights, { left: { facts: [8, 0], status: 'excluded' } });
    const nothing = ({ criteria, weights }: WeightedModel) => decision(criteria, weights, {});

    assert.equal(groupReport([opinion('Aki', 0.9)], ALL, excluded).people[0]?.winner, null);
    assert.equal(groupReport([opinion('Aki', 0.9)], ALL, nothing).people[0]?.winner, null);
  });
});

describe('a file with weights', () => {
  const swing = { method: 'swing', points: { a: 100, b: [40, 60] } };
  const parsed = { method: 'swing', points: { a: [100, 100], b: [40, 60] } };
  const paths = (raw: unknown) => {
    const outcome = parseStatedWeights(raw, MODEL);
    return outcome.ok ? [] : outcome.problems.map(({ path }) => path);
  };

  it('states nothing, one person’s weights or several people’s', () => {
    for (const nothing of [{}, null, 'weights', ['weights']])
      assert.deepEqual(parseStatedWeights(nothing, MODEL), { ok: true, value: {} });
    assert.deepEqual(parseStatedWeights({ weights: swing }, MODEL), {
      ok: true,
      value: { preferences: parsed },
    });
    assert.deepEqual(parseStatedWeights({ people: { Aki: swing } }, MODEL), {
      ok: true,
      value: { people: [{ name: 'Aki', preferences: parsed }] },
    });
  });

  it('never states both', () => {
    assert.deepEqual(paths({ weights: swing, people: { Aki: swing } }), ['weights']);
  });

  it('names each wrong place under its key or person', () => {
    assert.deepEqual(paths({ weights: { method: 'guess' } }), ['weights.method']);
    assert.deepEqual(paths({ people: { Aki: { method: 'guess' }, Ben: swing, Chie: 7 } }), [
      'people.Aki.method',
      'people.Chie.method',
    ]);
  });

  it('names from one to fifty people', () => {
    const people = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`person ${at}`, swing]));

    assert.equal(MAX_PEOPLE, 50);
    assert.deepEqual(paths({ people: people(50) }), []);
    assert.deepEqual(paths({ people: people(51) }), ['people']);
    for (const none of [{}, [], 'Aki', null]) assert.deepEqual(paths({ people: none }), ['people']);
  });
});

describe('preferences as they are written', () => {
  const read = (raw: unknown) => {
    const outcome = parsePreferences(raw, MODEL);
    return outcome.ok ? outcome.value : outcome.problems.map(({ path }) => path);
  };

  it('are read whole', () => {
    assert.deepEqual(read({ method: 'rank-sum', order: ['a', ['b', 'c']] }), {
      method: 'rank-sum',
      order: [['a'], ['b', 'c']],
    });
    assert.deepEqual(
      read({ method: 'ahp', groups: [['size', 3, 'security']], criteria: [['a', 0.5, 'b']] }),
      {
        method: 'ahp',
        groups: [{ a: 'size', b: 'security', times: 3 }],
        criteria: [{ a: 'a', b: 'b', times: 0.5 }],
      },
    );
    assert.deepEqual(read({ method: 'ahp' }), { method: 'ahp', groups: [], criteria: [] });
    assert.deepEqual(read({ method: 'swing', points: { a: 0, b: [0, 5] } }), {
      method: 'swing',
      points: {
        a: [0, 0],
        b: [0, 5],
      },
    });
  });

  it('name every wrong comparison, also those among criteria', () => {
    const criteria = [['a', 10, 'b'], ['x', 2, 'b'], ['a', 2, 'y'], 'a', ['a', 2, 'a'], ['a', 2, 7]];

    assert.deepEqual(
      read({ method: 'ahp', criteria }),
      [0, 1, 2, 3, 4, 5].map((at) => `criteria[${at}]`),
    );
    assert.deepEqual(
      read({
        method: 'ahp',
        criteria: [
          ['a', 2, 'b'],
          ['b', 3, 'a'],
        ],
      }),
      ['criteria'],
    );
    assert.equal(
      Array.isArray(
        read({
          method: 'ahp',
          criteria: [
            ['a', 2, 'b'],
            ['a', 3, 'c'],
          ],
        }),
      ),
      false,
    );
  });

  it('say which pair is compared twice, and what is not known', () => {
    const messages = (raw: unknown) => {
      const outcome = parsePreferences(raw, MODEL);
      return outcome.ok ? [] : outcome.problems.map(({ message }) => message.en);
    };

    assert.match(
      messages({
        method: 'ahp',
        criteria: [
          ['b', 2, 'a'],
          ['a', 3, 'b'],
        ],
      })[0] ?? '',
      /a \/ b/,
    );
    assert.deepEqual(messages({ method: 'rank-order', order: ['q'] }), [
      '"q" is not one of: a, b, c, none.',
      'Give at least one criterion, each only once, most important first.',
    ]);
  });
});
