// The profiles that ship with mailfit: valid, sourced, and enough of them known to be compared.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { catalogueFrom, loadCatalogue } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';

const loaded = await loadCatalogue('providers');

test('every profile is valid', () => {
  assert.ok(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.problems, null, 2));
});

test('every claim carries the page it was read on and the day of reading', () => {
  assert.ok(loaded.ok);
  for (const { id, facts } of loaded.catalogue.providers) {
    for (const [factId, fact] of Object.entries(facts)) {
      if (fact.state !== 'known' && fact.state !== 'range') continue;
      assert.ok(fact.evidence.length > 0, `${id} ${factId}`);
    }
  }
});

test('both deployments can be compared', () => {
  assert.ok(loaded.ok);
  for (const deployment of ['cloud', 'on-premise']) {
    const count = loaded.catalogue.providers.filter((provider) => provider.deployment === deployment).length;
    assert.ok(count >= 6, `${deployment}: ${count}`);
  }
});

test('the frame in the how-to is a valid profile', () => {
  const [, frame = ''] =
    /```yaml\n(id: [\s\S]*?)```/.exec(readFileSync('docs/how-to-add-a-provider.md', 'utf8')) ?? [];
  const result = catalogueFrom([{ path: 'example-mail.yaml', text: frame }], '2026-11-23');
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems, null, 2));
});
