// A valid folder becomes a catalogue in which every fact of the vocabulary is present.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  catalogueFrom,
  loadCatalogue,
  VOCABULARY,
} from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';

const TODAY = '2026-11-23';
const FOLDER = 'test/fixtures/providers/valid';
const VALID = readFileSync(`${FOLDER}/example-mail.yaml`, 'utf8');

function hashOf(...texts: string[]): string {
  const files = texts.map((text) => ({ path: `${/^id: (.+)$/m.exec(text)?.[1]}.yaml`, text }));
  const result = catalogueFrom(files, TODAY);
  assert.ok(result.ok);
  return result.catalogue.hash;
}

test('every fact of the vocabulary is present, and one left out is unknown without evidence', async () => {
  const result = await loadCatalogue(FOLDER, TODAY);
  assert.ok(result.ok);
  const [provider] = result.catalogue.providers;
  assert.deepEqual(Object.keys(provider?.facts ?? {}), [...VOCABULARY.ids]);
  assert.deepEqual(provider?.facts.mailboxQuota.value, 50);
  assert.deepEqual(provider?.facts.customDomain, { state: 'unknown', evidence: [] });
});

test('the hash does not depend on the order of files or keys, nor on comments', () => {
  const other = VALID.replace('id: example-mail', 'id: other').replaceAll('standard', 'other');
  const reordered = VALID.replace(
    'country: JP\nfamily: example-mail',
    'family: example-mail # same\ncountry: JP',
  );
  assert.notEqual(reordered, VALID);
  assert.equal(hashOf(VALID, other), hashOf(other, reordered));
});

test('the hash changes with any content', () => {
  assert.notEqual(hashOf(VALID), hashOf(VALID.replace('value: 50', 'value: 51')));
});

test('a missing folder is reported by the system, not taken for an empty catalogue', async () => {
  await assert.rejects(loadCatalogue('test/fixtures/providers/nowhere', TODAY), { code: 'ENOENT' });
});
