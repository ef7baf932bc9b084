import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withUnit } from '../../../../server/core/scoring/figures.ts';

describe('a number with its unit', () => {
  it('counts one in the singular, and in Japanese as it counts many', () => {
    assert.deepEqual(withUnit(1, 'months'), { en: '1 month', ja: '1か月' });
    assert.deepEqual(withUnit(12, 'months'), { en: '12 months', ja: '12か月' });
    assert.deepEqual(withUnit(0, 'days'), { en: '0 days', ja: '0日' });
  });

  it('keeps units that have no plural as they are', () => {
    assert.deepEqual(withUnit(1, 'GB'), { en: '1 GB', ja: '1 GB' });
  });
});
