import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkState, sourcePages } from '../../../../server/core/catalogue/sources.ts';
import { SHIPPED_CATALOGUE } from '../../../builders/recommend-input.ts';

test('every page is listed once, without its fragment, with all that rests on it', () => {
  const pages = sourcePages(SHIPPED_CATALOGUE);

  assert.equal(new Set(pages.map(({ url }) => url)).size, pages.length);
  assert.ok(pages.every(({ url }) => !url.includes('#')));
  const shared = pages.find(({ url }) => url.endsWith('/mox/blob/v0.0.17/README.md'));
  assert.ok(shared !== undefined && shared.usedBy.includes('mox webmail') && shared.usedBy.length > 10);
});

test('a choice of options limits the pages to theirs', () => {
  const pages = sourcePages(SHIPPED_CATALOGUE, ['mox']);

  assert.ok(pages.length > 0 && pages.every(({ usedBy }) => usedBy.every((use) => use.startsWith('mox '))));
});

test('only 404 and 410 mean that a page is gone', () => {
  assert.equal(linkState(200, undefined), 'found');
  assert.equal(linkState(200, 'https://example.org/new'), 'moved');
  assert.equal(linkState(404, undefined), 'gone');
  assert.equal(linkState(410, undefined), 'gone');
  assert.equal(linkState(403, undefined), 'notShown');
  assert.equal(linkState(503, undefined), 'notShown');
});
