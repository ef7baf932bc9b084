import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueStatistics } from '../../../../server/core/catalogue/statistics.ts';
import { catalogueOf } from '../../../builders/arbitrary-catalogue.ts';
import { known, notApplicable, optionWith } from '../../../builders/small-catalogue.ts';

const CATALOGUE = catalogueOf([
  optionWith('a', { webmail: known({ value: 'yes' }), groups: known({ value: 'no' }) }),
  optionWith('b', { webmail: notApplicable }, { deployment: 'on-premise' }),
  optionWith('c', {}, { country: 'US' }),
]);

test('options are counted by country and deployment, the largest country first', () => {
  assert.deepEqual(catalogueStatistics(CATALOGUE).byCountry, [
    { country: 'JP', options: { cloud: 1, 'on-premise': 1 } },
    { country: 'US', options: { cloud: 1, 'on-premise': 0 } },
  ]);
});

test('every fact has its states, which add up to the number of options', () => {
  const { byFact, states, options } = catalogueStatistics(CATALOGUE);
  const webmail = byFact.find(({ fact }) => fact === 'webmail');
  assert.deepEqual(webmail?.states, { known: 1, range: 0, unknown: 1, undisclosed: 0, notApplicable: 1 });
  for (const row of byFact) {
    assert.equal(
      Object.values(row.states).reduce((sum, count) => sum + count, 0),
      options,
      row.fact,
    );
  }
  assert.equal(states.known, 2);
});

test('the spread of known facts per option has its least, its median and its most', () => {
  assert.deepEqual(catalogueStatistics(CATALOGUE).sourcedPerOption, { least: 0, median: 0, most: 2 });
  assert.deepEqual(catalogueStatistics(catalogueOf(CATALOGUE.providers.slice(0, 2))).sourcedPerOption, {
    least: 0,
    median: 1,
    most: 2,
  });
});
