import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameter } from '../../../../server/core/scoring/criterion-scale.ts';
import type { EvaluatedOption } from '../../../../server/core/scoring/evaluate.ts';
import { compare } from '../../../../server/core/scoring/explain.ts';
import {
  figure,
  filled,
  listed,
  percent,
  points,
  withUnit,
} from '../../../../server/core/scoring/figures.ts';
import { bareEvaluation } from '../../../builders/bare-evaluation.ts';

const word = (text: string) => ({ en: text, ja: `${text}（日）` });

test('three digits are shown below a thousand, whole numbers with separators above', () => {
  const shown: readonly (readonly [number, string])[] = [
    [12.345, '12.3'],
    [0.001_234, '0.00123'],
    [0, '0'],
    [99, '99'],
    [100, '100'],
    [999.4, '999'],
    [1000, '1,000'],
    [1234.5, '1,235'],
    [1_234_567, '1,234,567'],
    [-1500, '-1,500'],
    [Number.POSITIVE_INFINITY, '∞'],
  ];

  for (const [value, text] of shown) assert.equal(figure(value), text);
});

test('availability keeps the digits that tell 99.9 from 99.99, and only between 99 and 100', () => {
  assert.deepEqual([99.9, 99.99, 99.995, 98.765].map(figure), ['99.9', '99.99', '99.995', '98.8']);
});

test('shares are percentages and scores are points of a hundred', () => {
  assert.deepEqual(percent(0.256), { en: '26%', ja: '26%' });
  assert.deepEqual(percent(0.256, 1), { en: '25.6%', ja: '25.6%' });
  assert.equal(points(0.7825), '78.3');
});

test('a unit stands in words, one of it in the singular, and an unknown unit as it is written', () => {
  assert.deepEqual(withUnit(1, 'months'), { en: '1 month', ja: '1か月' });
  assert.deepEqual(withUnit(2, 'months'), { en: '2 months', ja: '2か月' });
  assert.deepEqual(withUnit(1, 'GB'), { en: '1 GB', ja: '1 GB' });
  assert.deepEqual(withUnit(99.9, 'percent'), { en: '99.9%', ja: '99.9%' });
  assert.deepEqual(withUnit(7, 'count'), { en: '7', ja: '7' });
  assert.deepEqual(withUnit(1, null), { en: '1', ja: '1' });
  assert.deepEqual(withUnit(300, 'messages/user/day'), { en: '300 messages a day', ja: '300 通/日' });
});

test('lists and gaps in texts are filled per language, and a gap without a value stays', () => {
  assert.deepEqual(listed([word('one'), word('two')]), { en: 'one, two', ja: 'one（日）、two（日）' });
  assert.deepEqual(filled(word('{a} of {b}'), { a: word('5') }), {
    en: '5 of {b}',
    ja: '5（日） of {b}（日）',
  });
});

test('a parameter is a number, or a need times a factor and never less than its floor', () => {
  const needs = new Map([['messageSizeMB', 20]]) as unknown as Parameters<typeof parameter>[1];

  assert.equal(parameter(7, needs), 7);
  assert.equal(parameter({ need: 'messageSizeMB' }, needs), 20);
  assert.equal(parameter({ need: 'messageSizeMB', times: 3 }, needs), 60);
  assert.equal(parameter({ need: 'messageSizeMB', times: 0.5, atLeast: 15 }, needs), 15);
  assert.equal(parameter({ need: 'messageSizeMB', times: 0.5, atLeast: 5 }, needs), 10);
});

/** Two options of four equally weighted criteria, with names. */
function compared(winner: readonly number[], other: readonly number[]): ReturnType<typeof compare> {
  const evaluation = bareEvaluation([winner, other]);
  const named = evaluation.options.map((option, at) => ({
    ...option,
    provider: { ...option.provider, name: word(at === 0 ? 'First' : 'Second') },
  }));
  const rules = evaluation.criteria.map((criterion, at) => ({
    ...criterion,
    rule: { ...criterion.rule, label: word(`c${at + 1}`) },
  }));
  const [first, second] = named as unknown as readonly EvaluatedOption[];
  assert.ok(first !== undefined && second !== undefined);
  return compare({ ...evaluation, criteria: rules }, first, second);
}

test('the fewest criteria that make up the gap are named, the largest first, and the best point against', () => {
  const { terms, text, gap, coveredShare } = compared([1, 0.8, 0.4, 0.1], [0.1, 0.4, 0.36, 0.3]);

  assert.deepEqual(
    terms.map(({ criterion }) => criterion),
    ['c1', 'c2'],
  );
  assert.ok(Math.abs(gap - 0.285) < 1e-12 && Math.abs(coveredShare - 0.325 / 0.285) < 1e-12);
  assert.equal(
    text.en,
    'First is ahead of Second mainly by: c1 (+22.5), c2 (+10.0). In its favour, Second is better in “c4” (+5.0).',
  );
});

test('nothing is said in favour of an option that is better nowhere', () => {
  const { text, terms } = compared([1, 0.5, 0.5, 0.5], [0, 0.5, 0.5, 0.5]);

  assert.equal(terms.length, 1);
  assert.equal(text.en, 'First is ahead of Second mainly by: c1 (+25.0).');
});

test('options that score the same are called so, with what speaks for the other', () => {
  const { text, coveredShare } = compared([0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5]);

  assert.equal(coveredShare, 1);
  assert.equal(text.en, 'First and Second score the same.');
});
