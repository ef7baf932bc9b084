import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePreferences } from '../../../../server/core/scoring/preferences.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';

const { model } = DECISION_DATA;
const ids = model.criteria.map(({ id }) => id);
const [a = '', b = '', c = ''] = ids;
const groups = model.groups.map(({ id }) => id);
const [firstGroup = '', secondGroup = ''] = groups;

/** Where the problems are; empty when the preferences can be used. */
function problemsOf(raw: unknown): readonly string[] {
  const outcome = parsePreferences(raw, model);
  return outcome.ok ? [] : outcome.problems.map(({ path }) => path);
}

test('an order may hold ties, and a criterion alone stands for itself', () => {
  const outcome = parsePreferences({ method: 'rank-order', order: [a, [b, c]] }, model);

  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value, { method: 'rank-order', order: [[a], [b, c]] });
});

test('an order without criteria, with one twice or with an unknown one is refused where it stands', () => {
  assert.deepEqual(problemsOf({ method: 'rank-sum', order: [] }), ['order']);
  assert.deepEqual(problemsOf({ method: 'rank-sum' }), ['order']);
  assert.deepEqual(problemsOf({ method: 'rank-sum', order: [a, [b, a]] }), ['order']);
  assert.deepEqual(problemsOf({ method: 'rank-sum', order: [a, 'no such'] }), ['order[1]']);
  assert.deepEqual(problemsOf({ method: 'rank-sum', order: [a, 7] }), ['order[1]']);
});

test('points are numbers or ranges from 0 to 100, the lower end first, and something must count', () => {
  const points = (value: unknown) => problemsOf({ method: 'swing', points: { [a]: value } });

  for (const good of [100, 0.5, [0, 100], [40, 40]]) assert.deepEqual(points(good), []);
  for (const bad of [-1, 101, [60, 50], ['1', 2], 'many', [50]]) {
    assert.deepEqual(points(bad), [`points.${a}`, 'points'], JSON.stringify(bad));
  }
  assert.deepEqual(points(0), ['points']);
  assert.deepEqual(problemsOf({ method: 'swing', points: [] }), ['points']);
  assert.deepEqual(problemsOf({ method: 'swing', points: { [a]: 10, nothing: 5 } }), ['points.nothing']);
});

test('comparisons run from a ninth to nine, between two different known items, each pair once', () => {
  const compared = (...list: readonly unknown[]) => problemsOf({ method: 'ahp', groups: list });
  const pair = (times: unknown) => compared([firstGroup, times, secondGroup]);

  for (const good of [9, 1 / 9, 1]) assert.deepEqual(pair(good), []);
  for (const bad of [9.1, 0.1, 0, '3']) assert.deepEqual(pair(bad), ['groups[0]'], JSON.stringify(bad));
  assert.deepEqual(compared([firstGroup, 2, firstGroup]), ['groups[0]']);
  assert.deepEqual(compared('nothing'), ['groups[0]']);
  assert.deepEqual(compared([firstGroup, 2, 'nobody']), ['groups[0]']);
  assert.deepEqual(compared([firstGroup, 2, secondGroup], [secondGroup, 2, firstGroup]), ['groups']);
});

test('more than seven criteria of one group are too many to compare, seven are not', () => {
  const [group] = groups.filter((id) => model.criteria.filter((one) => one.group === id).length > 7);
  const members = model.criteria.filter((one) => one.group === group).map(({ id }) => id);
  const chain = (length: number) =>
    members.slice(0, length - 1).map((id, at) => [id, 1, members[at + 1]] as const);

  assert.ok(members.length > 7);
  assert.deepEqual(problemsOf({ method: 'ahp', criteria: chain(7) }), []);
  assert.deepEqual(problemsOf({ method: 'ahp', criteria: chain(8) }), ['criteria']);
});

test('what is no statement of weights, or names no known method, is refused at the method', () => {
  for (const raw of [null, 'swing', [], {}, { method: 'guess' }]) {
    assert.deepEqual(problemsOf(raw), ['method'], JSON.stringify(raw));
  }
});
