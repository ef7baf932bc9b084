import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recommendFor } from '../../../../server/usecases/recommend.ts';
import { compareModel } from '../../../../server/web/view-models/result-compare.ts';
import { shippedBasis } from '../../../builders/web.ts';

const outcome = recommendFor(shippedBasis(), {
  answers: { employees: 300 },
  runs: [],
  seed: 1,
  samples: 50,
  today: '2026-11-23',
});
assert.ok(outcome.ok);
const recommendation = outcome.value;
const evaluation = { id: 'e', title: 'Test' };
const comparing = (a: unknown, b: unknown) =>
  compareModel({ recommendation, evaluation, asked: { a, b } }, 'en');

describe('the comparison of two options', () => {
  it('marks the same criteria as the explanation of the verdict does', () => {
    for (const { winner, other, terms } of recommendation.explanation?.comparisons ?? []) {
      const { pair } = comparing(winner, other);
      const marked = pair?.rows.filter(({ isDecisive }) => isDecisive).map(({ label }) => label);

      assert.deepEqual(
        marked,
        terms.map(({ label }) => label.en),
      );
    }
  });

  it('is about the same difference, whichever option is named first', () => {
    const [one, two] = recommendation.options.map(({ id }) => id);
    const forth = comparing(one, two);
    const back = comparing(two, one);

    assert.deepEqual(forth.pair?.rows, back.pair?.rows);
    assert.equal(forth.pair?.summary, back.pair?.summary);
    assert.equal(forth.columns[0]?.name, back.columns[1]?.name);
  });

  it('shows differences that add up to the difference of the scores', () => {
    for (const other of recommendation.options.slice(1, 12)) {
      const { pair } = comparing(recommendation.options[0]?.id, other.id);
      const sum = (pair?.rows ?? []).reduce(
        (total, { difference }) => total + Number(difference.replace('−', '-')),
        0,
      );

      assert.ok(Math.abs(sum - Number(pair?.total)) < 0.06 * (pair?.rows.length ?? 0) + 0.06, other.id);
    }
  });

  it('says so when requirements put the option with fewer points first', () => {
    const eligible = recommendation.options.find(({ status }) => status === 'eligible');
    const better = recommendation.options.find(
      ({ status, score }) => status !== 'eligible' && score > (eligible?.score ?? 1),
    );
    if (eligible === undefined || better === undefined) return;

    assert.match(
      comparing(better.id, eligible.id).pair?.statusFirst ?? '',
      new RegExp(eligible.name.en.slice(0, 8)),
    );
  });

  it('falls back to the first two for names that nobody has, and refuses an option against itself', () => {
    const [first, second] = recommendation.options;
    assert.deepEqual(
      comparing('<b>', ['x']).columns.map(({ name }) => name),
      [first?.name.en, second?.name.en],
    );
    assert.equal(comparing(second?.id, second?.id).pair, null);
  });
});
