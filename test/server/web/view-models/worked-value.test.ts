import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CriterionShown } from '../../../../server/core/scoring/recommendation.ts';
import { workedValue } from '../../../../server/web/view-models/worked-value.ts';
import { aContribution, aFact, aRecommendation } from '../../../builders/recommendation.ts';

const [first] = aRecommendation().criteria;
assert.ok(first !== undefined);
const storage: CriterionShown = { ...first, formula: 'clip((x − 1) ÷ (6 − 1))' };
const { value: _value, ...aFactWithoutValue } = aFact();

describe('how the value of a fact came about', () => {
  it('puts the number into the formula', () => {
    const term = aContribution({ value: 0.6, fact: aFact({ value: 4 }) });

    assert.equal(
      workedValue(storage, term, (level) => level, 'en'),
      '(4 − 1) ÷ (6 − 1) = 0.6',
    );
  });

  it('says that there is no limit where the vendor says so, instead of a formula without a number', () => {
    const term = aContribution({ value: 1, fact: { ...aFactWithoutValue, unlimited: true } });

    assert.equal(
      workedValue(storage, term, (level) => level, 'en'),
      'no limit: counts 1',
    );
    assert.equal(
      workedValue(storage, term, (level) => level, 'ja'),
      '上限なしのため1',
    );
  });
});
