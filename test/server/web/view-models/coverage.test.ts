import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageModel } from '../../../../server/web/view-models/coverage.ts';
import { catalogueOf } from '../../../builders/arbitrary-catalogue.ts';
import { optionWith } from '../../../builders/small-catalogue.ts';

const CATALOGUE = catalogueOf(Array.from({ length: 230 }, (_, index) => optionWith(`option-${index}`, {})));
const pageAt = (page: number) => coverageModel(CATALOGUE, { group: 'size', deployment: null, page }, 'en');

test('a large catalogue is shown a hundred rows at a time, and counted as a whole', () => {
  const first = pageAt(1);
  assert.equal(first.rows.length, 100);
  assert.equal(first.facts[0]?.counts[2], 230, 'unknown of all options, not of those on the page');
  assert.deepEqual(first.paging, {
    text: 'Page 1 of 3',
    previousHref: null,
    nextHref: '/options/coverage?group=size&page=2',
  });
});

test('the last page has the rest, and a page beyond it is the last', () => {
  assert.equal(pageAt(3).rows.length, 30);
  assert.equal(pageAt(99).rows.length, 30);
  assert.equal(pageAt(99).paging?.nextHref, null);
});

test('a catalogue that fits needs no pages', () => {
  const small = catalogueOf(CATALOGUE.providers.slice(0, 100));
  assert.equal(coverageModel(small, { group: 'size', deployment: null, page: 1 }, 'ja').paging, null);
});
